"""Read the bytes of a saved page: its encoding, its elements, and what of it readers can see."""

import codecs
import re
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from generator.edit.articles.counts import counted
from generator.edit.articles.text_encoding import (
    Decoded,
    decoded_by_rules,
    guessed,
    shows_encoding,
    title,
)
from generator.edit.error import EditError

_MOST_LETTERS = 30_000_000  # of a page without its pictures
_MOST_ELEMENTS = 400_000
_SAMPLE = 2_000_000  # bytes
_HEAD = 8192  # bytes in which browsers and programs state the encoding
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?\b(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_TAGS = re.compile(rb"(?is)<(script|style)\b.*?</\1>|<[^<>]{0,2000}>")
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
    """A page: its root element, its source, and how its bytes were decoded."""

    root: HtmlElement
    text: str
    decoded: Decoded


def read_page(raw: bytes, name: str) -> Page:
    """Return the page in the bytes of a file.

    Raise EditError for a file that is no page, and for a page that is too large or too deep to read as a whole.
    """
    if not raw.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise EditError(f"{name} is empty. {HOW_TO_SAVE}")
    decoded = decode(raw)
    text = _CONTROL.sub("", _DATA_URL.sub("data:,", decoded.text))
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
    return Page(root, text, decoded)


HOW_TO_SAVE = (
    "Open the page in a browser, switch on its reader mode, and save it again; or copy the text and paste it: "
    "briefing new source -"
)


def _attributes(tag: str) -> int:
    """Return about how many attributes a tag has. The parser's time grows with their square."""
    return len(re.sub(r"\"[^\"]*\"|'[^']*'", "", tag).split())


def decode(raw: bytes) -> Decoded:
    """Return the text of a page.

    A byte order mark comes first. Bytes that are UTF-8 are UTF-8, whatever the page states: programs that save pages write
    UTF-8 and leave the old statement in place.
    """
    match = _CHARSET.search(raw[:_HEAD])
    stated = _codec(match[1].decode("ascii", "ignore")) if match else ""
    if not stated or stated == "utf-8" or shows_encoding(raw):
        return decoded_by_rules(raw) or guessed(raw, _TAGS.sub(b" ", raw[:_SAMPLE]))
    text = raw.decode(stated, "replace")
    bad = text.count("\ufffd")
    notice = f"Not {title(stated)}: {counted(bad, 'byte')}, marked with � in the text."
    return Decoded(text, title(stated), (notice,) if bad else ())


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


def remove_hidden(root: HtmlElement, *, reads_styles: bool = True) -> int:
    """Remove from a page what its readers cannot see, and return how many words of running text were among it.

    Without `reads_styles`, only what is never shown goes, and what is hidden by an attribute or a style stays.
    """
    words = 0
    for element in root.xpath("//comment() | //processing-instruction()"):
        _drop(element)
    for element in root.xpath("//template[@shadowrootmode or @shadowroot]"):
        element.tag = "div"  # a shadow tree, which browsers show
    for element in list(root.iter(*_NEVER_SHOWN)):
        _drop(element)
    if not reads_styles:
        return 0
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
