"""Read the bytes of a saved page: its encoding, its elements, and what of it readers can see."""

import codecs
import re
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from generator.edit.articles.counts import counted
from generator.edit.articles.text_encoding import title
from generator.edit.error import EditError

_MOST_LETTERS = 30_000_000  # of a page without its pictures
_MOST_ELEMENTS = 400_000
_FIRST_LEAD = 0xC2  # the first byte of a character of several bytes in UTF-8
_SAMPLE = 2_000_000  # bytes
_HEAD = 8192  # bytes in which browsers and programs state the encoding
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?\b(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
# What browsers read for these names.
_AS_BROWSERS = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc-kr": "cp949",
    "big5": "big5hkscs",
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac_cyrillic",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DATA_URL = re.compile(
    r"data:[\w.+-]{1,40}/[\w.+-]{1,80}(?:;[\w=.+-]{1,60}){0,4},[^\s\"'<>)]{200,}", re.IGNORECASE
)
_LARGE = 5_000_000  # letters: such a page is mostly scripts, which the parser would count
_SCRIPT = re.compile(
    r"(<(?:script|style)\b(?![^>]{0,300}\bld\+json)[^>]{0,2000}>)[^<]*(?:<(?!/(?:script|style)\b)[^<]*)*(</)",
    re.IGNORECASE,
)
_LONG_TAG, _MOST_ATTRIBUTES = re.compile("<[a-zA-Z][^<>]{10000,}"), 2000
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NEVER_SHOWN = (
    "script", "style", "noscript", "template", "head", "svg", "math", "canvas", "iframe", "object", "embed", "video", "audio", "map",
    "select", "option", "datalist", "textarea", "button", "input", "progress", "meter", "picture", "img", "source", "track", "link",
    "meta", "base", "title", "noframes", "noembed", "amp-analytics", "amp-ad", "amp-sidebar", "amp-consent", "amp-iframe", "rp",
)  # fmt: skip
_HIDDEN_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b|(?:^|;)\s*clip\s*:\s*rect\((?:0(?:px)?[\s,]*){4}\)"
    r"|(?:^|;)\s*clip-path\s*:\s*inset\((?:50|100)%\)",
    re.IGNORECASE,
)
_FOR_SCREEN_READERS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|is-visually-hidden|u-visually-hidden|a11y-hidden"
    r"|assistive-text|visuallyhidden|accessibility-hidden|element-invisible|hide-visually|vh|mw-editsection)(?=\s|$)",
    re.IGNORECASE,
)
_ICON = re.compile(
    r"(?:^|[\s_-])(?:icons?|glyph|fa|fas|fab|material-\w+|emoji-icon)(?=$|[\s_-])", re.IGNORECASE
)
_INLINE = frozenset(["span", "i", "em", "b", "strong", "a", "small", "sup", "sub"])
_MOST_ASIDE = 0.3  # of the page's letters: an element that is hidden from screen readers has less, or a dialog stood before it


class Page(NamedTuple):
    """A page: its root element, its encoding in Python's words, and what an editor must know about the reading of it."""

    root: HtmlElement
    text: str
    encoding: str
    notices: tuple[str, ...]


def read_page(raw: bytes, name: str) -> Page:
    """Return the page in the bytes of a file.

    Raise EditError for a file that is no page, and for a page that is too large or too deep to read as a whole.
    """
    if not raw.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise EditError(f"{name} is empty. {HOW_TO_SAVE}")
    if raw.startswith(
        (b"%PDF", b"PK\x03\x04", b"bplist", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
    ):
        raise EditError(f"{name} is not a web page, whatever its name says. {HOW_TO_SAVE}")
    text, encoding, notices = decode(raw)
    text = _CONTROL.sub("", _DATA_URL.sub("data:,", text))
    if len(text) > _LARGE:
        text = _SCRIPT.sub(r"\1\2", text)
    if len(text) > _MOST_LETTERS:
        raise EditError(
            f"{name} is too large for a page with an article ({len(text):,} letters). {HOW_TO_SAVE}"
        )
    if any(_attributes(match[0]) > _MOST_ATTRIBUTES for match in _LONG_TAG.finditer(text)):
        raise EditError(f"{name} has a damaged element with too many attributes. {HOW_TO_SAVE}")
    parser = HTMLParser(encoding="utf-8", huge_tree=False)
    try:
        root = document_fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise EditError(f"{name} has no text. {HOW_TO_SAVE}") from error
    if any(
        entry.level == etree.ErrorLevels.FATAL and "RESOURCE" in entry.type_name for entry in parser.error_log
    ):
        raise EditError(
            f"{name} cannot be read to its end: its elements are nested too deeply, or one of them is too large. {HOW_TO_SAVE}"
        )
    if sum(1 for _ in root.iter()) > _MOST_ELEMENTS:
        raise EditError(f"{name} has too many elements for a page with an article. {HOW_TO_SAVE}")
    return Page(root, text, encoding, notices)


HOW_TO_SAVE = (
    "Open the page in a browser, switch on its reader mode, and save it again; or copy the text and paste it: "
    "briefing new source -"
)


def _attributes(tag: str) -> int:
    """Return about how many attributes a tag has. The parser's time grows with their square."""
    return len(re.sub(r"\"[^\"]*\"|'[^']*'", "", tag).split())


def decode(raw: bytes) -> tuple[str, str, tuple[str, ...]]:
    """Return the text of a page, its encoding, and notices about doubtful characters.

    A byte order mark comes first. Bytes that are UTF-8 are UTF-8, whatever the page states: programs that save pages write
    UTF-8 and leave the old statement in place.
    """
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _decoded(raw.removeprefix(bom), encoding)
    zeros = raw[:_HEAD].count(0) * 3 > min(len(raw), _HEAD)
    if zeros:
        return _decoded(raw, "utf-16-le" if raw[1:_HEAD:2].count(0) > raw[:_HEAD:2].count(0) else "utf-16-be")
    try:
        return raw.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        pass
    match = _CHARSET.search(raw[:_HEAD])
    stated = _codec(match[1].decode("ascii", "ignore")) if match else ""
    if stated and stated != "utf-8":
        return _decoded(raw, stated)
    if stated and _is_nearly_utf8(raw):
        return _decoded(raw, "utf-8")
    return _guessed(raw)


def _codec(stated: str) -> str:
    """Return Python's name for an encoding that a page states; nothing for an unknown encoding."""
    stated = stated.lower()
    try:
        codec = codecs.lookup(_AS_BROWSERS.get(stated, stated)).name
        "".encode(codec)
    except (LookupError, ValueError):
        return ""
    # A page that can say so in single bytes is not UTF-16.
    return "utf-8" if codec.startswith(("utf-16", "utf-32", "utf-7")) else codec


def _is_nearly_utf8(raw: bytes) -> bool:
    bad = raw.decode("utf-8", "replace").count("\ufffd")
    others = sum(byte >= _FIRST_LEAD for byte in raw[:1_000_000])
    return bad * 10 < others


def _decoded(raw: bytes, encoding: str) -> tuple[str, str, tuple[str, ...]]:
    text = raw.decode(encoding, "replace")
    bad = text.count("\ufffd")
    notice = f"Not {title(encoding)}: {counted(bad, 'byte')}, marked with � in the text." if bad else ""
    return text, encoding, (notice,) if notice else ()


def _guessed(raw: bytes) -> tuple[str, str, tuple[str, ...]]:
    from generator.edit.articles.encoding_guess import guess  # noqa: PLC0415  # slow, and most pages state it

    words = re.sub(rb"(?is)<(script|style)\b.*?</\1>|<[^<>]{0,2000}>", b" ", raw[:_SAMPLE])
    encoding = guess(words) or "cp1252"
    text, encoding, notices = _decoded(raw, encoding)
    doubt = (
        f"The page does not state its encoding truly; it was read as {title(encoding)}. "
        "Check letters with accents and quotation marks."
    )
    return text, encoding, (doubt, *notices)


def remove_hidden(root: HtmlElement) -> int:
    """Remove from a page what its readers cannot see, and return how many words of running text were among it."""
    words = 0
    for element in root.xpath("//comment() | //processing-instruction()"):
        _drop(element)
    for element in root.xpath("//template[@shadowrootmode or @shadowroot]"):
        element.tag = "div"  # a shadow tree, which browsers show
    for element in list(root.iter(*_NEVER_SHOWN)):
        _drop(element)
    letters = len(root.text_content())
    for element in list(root.iter(etree.Element)):
        if element is not root and _is_hidden(element, letters):
            words += sum(len(p.text_content().split()) for p in element.iter("p"))
            _drop(element)
    return words


def _drop(element: HtmlElement) -> None:
    """Remove an element; the text behind it stays."""
    if element.getparent() is not None:
        element.drop_tree()


def _is_hidden(element: HtmlElement, letters: int) -> bool:
    get = element.get
    if element.tag == "dialog" and get("open") is None:
        return True
    if get("hidden") is not None and get("hidden") != "until-found":
        return True
    if _HIDDEN_STYLE.search(get("style", "")) or _FOR_SCREEN_READERS.search(get("class", "")):
        return True
    if get("aria-hidden") != "true" or element.tag in {"html", "body"}:
        return False
    if element.tag in _INLINE:  # a drop cap is shown, an icon is a picture
        return _ICON.search(get("class", "")) is not None
    return len(element.text_content()) < letters * _MOST_ASIDE
