"""What a PDF file says about itself: its document information, its XMP metadata, its language and its largest type."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lxml import etree
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.utils import decode_text

from generator.edit.articles.cleaning import clean
from generator.edit.articles.converted import Found
from generator.edit.articles.pdf.document import BROKEN
from generator.edit.articles.pdf.line_text import MARK
from generator.edit.articles.pdf.lines import PrintedLine

_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "prism": "http://prismstandard.org/namespaces/basic/2.0/",
    "prism21": "http://prismstandard.org/namespaces/basic/2.1/",
    "prism3": "http://prismstandard.org/namespaces/basic/3.0/",
    "prism12": "http://prismstandard.org/namespaces/basic/1.2/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
_XMP = {
    "title": ("dc:title",),
    "byline": ("dc:creator",),
    "publisher": ("dc:publisher", "prism:publicationName"),
    "published": ("prism:publicationDate", "prism:coverDate", "dc:date"),
    "language": ("dc:language",),
    "url": ("prism:url", "dc:identifier", "dc:source"),
}
_PROGRAM = re.compile(
    r"microsoft|\bword\b|powerpoint|excel|adobe|acrobat|indesign|illustrator|quark|latex|\btex\b|typst|libreoffice|openoffice|"
    r"\bwriter\b|chromium|chrome|skia|quartz|ghostscript|pdf|scan|xerox|canon|\bhp\b|ricoh|konica|windows|printer|wkhtml|"
    r"^(?:admin|administrator|user|username|owner|author|unknown|default|root|guest|test|temp|office|staff|me|n/?a|none|anonymous|"
    r"anonym|benutzer|utilisateur|usuario)\d*$",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(
    r"^(?:microsoft (?:word|powerpoint|excel)|document|slide)\s*\d*\s*-\s*|\.(?:docx?|rtf|odt|indd|qxp?d?|pdf|pptx?|xlsx?|tex|dvi|pages|html?)$",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"(?:untitled|ohne titel|sans titre|unbenannt|document|dokument|title|titel|pdf|about:blank)[\s\d]*$",
    re.IGNORECASE,
)
_USER_NAME = re.compile(r"[a-z0-9._-]+$|\S*\d\S*$|.*[\\@]")
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:$|T|\s)")
_PDF_DAY = re.compile(r"D?:?(\d{4})(\d{2})(\d{2})")
_LARGER = 1.15  # of the size of the text
_MOST_TITLE_LINES = 5
_LONGEST_XMP = 2_000_000  # bytes


def details_of(
    document: PDFDocument, first_page: Sequence[PrintedLine], size: float
) -> dict[str, tuple[Found, ...]]:
    """Return what a file says about itself, for each key of a sidecar, best first."""
    found: dict[str, list[Found]] = {key: [] for key in _XMP}
    info = _info(document)
    xmp = _xmp(document)
    _add(found["title"], _titles(info.get("Title", "")), "document information: Title")
    _add(found["byline"], _authors([info.get("Author", "")]), "document information: Author")
    for key, tags in _XMP.items():
        for tag in tags:
            values = _values(xmp, tag)
            _add(found[key], _cleaned(key, values), f"XMP {tag}")
    language = _text(document.catalog.get("Lang"))
    found["language"][:0] = [Found(language, "Lang of the document")] if _is_language(language) else []
    title = largest_type(first_page, size)
    _add(found["title"], [title] if title else [], "largest type on the first page")
    return {key: tuple(values) for key, values in found.items() if values}


def made_on(document: PDFDocument) -> str:
    """Return the day on which the file was made, such as 2025-12-02, or an empty string."""
    match = _PDF_DAY.match(_info(document).get("CreationDate", ""))
    return "-".join(match.groups()) if match and match[1] > "1980" else ""


def largest_type(lines: Sequence[PrintedLine], size: float) -> str:
    """Return the text in the largest type of a page, if it is larger than the text and short enough to be a title."""
    large = [line for line in lines if line.size >= _LARGER * size and sum(map(str.isalpha, line.text)) > 3]  # noqa: PLR2004
    if not large:
        return ""
    most = max(line.size for line in large)
    title = [line for line in large if line.size > 0.97 * most]
    text = clean(" ".join(MARK.sub("", line.text) for line in title))
    return text if len(title) <= _MOST_TITLE_LINES else ""


def _add(found: list[Found], values: Iterable[str], where: str) -> None:
    known = {item.value for item in found}
    found += [Found(value, where) for value in values if value not in known]


def _info(document: PDFDocument) -> dict[str, str]:
    """Return the document information. Of several, the last that was written counts, which comes first."""
    texts: dict[str, str] = {}
    for info in reversed(document.info):
        texts.update({key: _text(value) for key, value in info.items() if _text(value)})
    return texts


def _text(value: Any) -> str:
    try:
        value = resolve1(value)
        if isinstance(value, bytes):
            value = decode_text(value)
    except BROKEN:
        return ""
    return clean(value.replace("\x00", "")) if isinstance(value, str) else ""


def _xmp(document: PDFDocument) -> Any:
    """Return the root of the XMP metadata, or None."""
    try:
        stream = resolve1(document.catalog.get("Metadata"))
        data = stream.get_data() if isinstance(stream, PDFStream) else b""
    except BROKEN:
        return None
    if not data or len(data) > _LONGEST_XMP or b"<!DOCTYPE" in data:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    return etree.fromstring(data.strip(b"\x00 \t\r\n"), parser)


def _values(root: Any, tag: str) -> list[str]:
    """Return the values of a property, which XMP writes as a list, an element or an attribute."""
    if root is None:
        return []
    prefix, _, name = tag.partition(":")
    values: list[str] = []
    for space in (uri for key, uri in _SPACES.items() if key.startswith(prefix)):
        for element in root.iter(f"{{{space}}}{name}"):
            items = element.findall(".//rdf:li", _SPACES)
            values += [item.text or "" for item in items] or [element.text or ""]
        for element in root.iter(f"{{{_SPACES['rdf']}}}Description"):
            values.append(element.get(f"{{{space}}}{name}") or "")
    return [value for value in map(clean, values) if value]


def _cleaned(key: str, values: Sequence[str]) -> Iterator[str]:
    """Yield the values of a key that can be right."""
    if key == "byline":
        yield from _authors(values)
    for value in values:
        if key == "title":
            yield from _titles(value)
        elif key == "published":
            match = _DAY.match(value)
            yield from ["-".join(part for part in match.groups() if part)] if match else []
        elif key == "language":
            yield from [value] if _is_language(value) else []
        elif key == "url":
            yield from [value] if re.match(r"https?://\S+$", value) else []
        elif key == "publisher":
            yield from [] if _PROGRAM.search(value) else [value]


def _titles(value: str) -> list[str]:
    title = _FILE_NAME.sub("", value).strip()
    is_name = title != value and " " not in title
    return [title] if title and not is_name and not _NO_TITLE.match(title) else []


def _authors(values: Sequence[str]) -> list[str]:
    """Return the authors as one value, without the names of programs and of users of a computer."""
    names = [name.strip() for value in values for name in value.split(";")]
    people = [name for name in names if name and not _PROGRAM.search(name) and not _USER_NAME.match(name)]
    return [", ".join(dict.fromkeys(people))] if people else []


def _is_language(value: str) -> bool:
    return re.fullmatch(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*", value) is not None and value.lower() not in {
        "und",
        "x-unknown",
    }
