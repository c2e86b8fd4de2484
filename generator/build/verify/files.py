"""Check style sheets, drawings and other files: browsers run nothing in them and load nothing from other hosts."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

from generator.build.verify.page import HINT, excerpt, words

Finding = tuple[str, int, str]
"""A problem of a file: its path, a line, and a message."""
_SCRIPTED = words("scripted_files")
_SVG_ELEMENTS = words("drawing_elements", "svg_file_elements")
_SVG = "http://www.w3.org/2000/svg"
# Browsers do nothing with elements of these namespaces.
_FEED = "http://www.w3.org/2005/Atom"
_PLAIN_NAMESPACES = frozenset({None, "http://www.sitemaps.org/schemas/sitemap/0.9", _FEED})
_PLAIN = f"{HINT}Save a drawing as plain SVG or as PNG; remove any other file from docs/."
_ESCAPE = re.compile(r"\\(?:(?P<number>[0-9a-f]{1,6})\s?|(?P<character>.))", re.IGNORECASE | re.DOTALL)
# Browsers drop tabs and other control characters from URLs.
_DROPPED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
# A URL that is loaded follows a quotation mark or url(; one that is compared, as in [href="https://"], is not loaded.
_OUTSIDE = re.compile(
    r"""(?:(?<!=)["']|url\()\s*(?P<url>(?:(?!data:image/)[a-z][a-z0-9+.-]*:(?=[^\s"'])|[/\\]{2})[^"')\s]*)""",
    re.IGNORECASE,
)
_REPORT = f"{HINT}Please report a bug in the generator: it must check every page that it publishes."
_STORE = f"{HINT}Store the file in docs/, and name it from there, also in comments."


def check(folder: Path, files: Iterable[str]) -> Iterator[Finding]:
    """Check every style sheet of `files`, and every file that a browser could open as a document, apart from pages."""
    for uri in files:
        ending = uri.rpartition(".")[2].lower()
        if uri.endswith(".html") or ending == "css":
            try:
                text = (folder / uri).read_text(encoding="utf-8")
            except UnicodeDecodeError:
                yield uri, 1, f"this file is not UTF-8{HINT}Save it as UTF-8 in your editor."
                continue
            if ending == "css":
                for line, url in outside_urls(text):
                    yield uri, line, f"this style sheet loads from another host: {excerpt(url)}{_STORE}"
            elif "<" in text:  # without a tag, such as a proof of ownership, it runs nothing
                yield uri, 1, f"this page was not checked{_REPORT}"
        elif ending in {"svg", "xml"}:
            for line, message in _xml_problems((folder / uri).read_bytes()):
                yield uri, line, message
        elif ending in _SCRIPTED:
            hint = f"{HINT}Name a page .html; remove any other file from docs/."
            yield uri, 1, f"browsers run scripts in a .{ending} file, and only .html files are checked{hint}"


def _xml_problems(content: bytes) -> Iterator[tuple[int, str]]:
    """Yield line and message for everything in an XML file that browsers could run or load."""
    try:
        root = etree.fromstring(content)
    except etree.XMLSyntaxError as error:
        yield error.lineno or 1, f"this file is not valid XML: {error.msg}{_PLAIN}"
        return
    info = root.getroottree().docinfo
    if info.doctype or (info.encoding or "").lower() != "utf-8" or root.xpath("//processing-instruction()"):
        hint = f"{HINT}Remove the lines that begin with <!DOCTYPE or <?, apart from <?xml."
        yield 1, f"only plain XML in UTF-8 is allowed{hint}"
    for element in root.iter("*"):
        name, line = etree.QName(element), element.sourceline or 1
        is_drawing = name.namespace == _SVG and name.localname.lower() in _SVG_ELEMENTS
        if name.namespace not in _PLAIN_NAMESPACES and not is_drawing:
            yield line, f"the element <{name.localname}> is not allowed{_PLAIN}"
        for attribute, value in element.attrib.items():
            key = etree.QName(attribute).localname.lower()
            leads_out = key == "href" and not value.startswith("#") and name.namespace != _FEED
            if key.startswith("on") or leads_out or outside_urls(value):
                yield line, f"<{name.localname} {key}> could run or load something{_PLAIN}"
        if name.localname == "style" and outside_urls(str(element.xpath("string()"))):
            yield line, f"a style loads from another host{_PLAIN}"


def outside_urls(style: str) -> list[tuple[int, str]]:
    """Return each URL in a style that leads out of the site, with its line, also where it is written with escapes."""
    text = _DROPPED.sub("", _ESCAPE.sub(_unescaped, style))
    return [(text.count("\n", 0, match.start()) + 1, match["url"]) for match in _OUTSIDE.finditer(text)]


def _unescaped(match: re.Match[str]) -> str:
    code = int(match["number"], 16) if match["number"] else ord(match["character"])
    return chr(code) if ord(" ") < code < 0xD800 else ""  # noqa: PLR2004 - higher numbers include surrogates
