"""Kinds of files by their first bytes and their parts: those that importers read, and those that none reads."""

import io
import re
import zipfile
import zlib

from generator.edit.articles.refusals import (
    ARCHIVE,
    BROKEN_ZIP,
    DATA,
    ENCRYPTED,
    EPUB,
    OCR,
    OLD_EXCEL,
    OLD_WORD,
    OPEN_DOCUMENT,
    OUTLOOK,
    PAGES,
    PICTURE,
    PROGRAM,
    RECORDING,
    RTF,
    SAVE_AS_DOCX,
    SHORTCUT,
    SLIDES,
    WEB_ARCHIVE,
    Refusal,
)
from generator.edit.articles.text_encoding import seems_text, start_as_text

# In the order in which they are looked for, at the start of the file.
_STARTS = (
    (b"\x89PNG\r\n\x1a\n", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"II+\0", PICTURE),
    (b"\0\0\0\x0cjP  ", PICTURE),
    (b"AT&TFORM", Refusal("a scanned document (DjVu)", OCR)),
    (b"ID3", RECORDING),
    (b"OggS", RECORDING),
    (b"fLaC", RECORDING),
    (b"#!AMR", RECORDING),
    (b"\x1aE\xdf\xa3", RECORDING),
    (b"0&\xb2u\x8ef\xcf\x11", RECORDING),
    (b"\x1f\x8b", ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", ARCHIVE),
    (b"Rar!\x1a\x07", ARCHIVE),
    (b"BZh", ARCHIVE),
    (b"\xfd7zXZ\0", ARCHIVE),
    (b"\x7fELF", PROGRAM),
    (b"\xcf\xfa\xed\xfe", PROGRAM),
    (b"\xfe\xed\xfa", PROGRAM),
    (b"\xca\xfe\xba\xbe", PROGRAM),
    (b"\0asm", PROGRAM),
    (b"\xffWPC", Refusal("a WordPerfect file", SAVE_AS_DOCX)),
    (b"SQLite format 3", Refusal("a database", DATA)),
)
# Signs of files that are text, perhaps behind empty lines.
_TEXT_STARTS = (
    (b"{\\rtf", RTF),
    (b"%!PS", Refusal("a PostScript file", "Convert it to PDF, for example with ps2pdf, and import that.")),
    (b"[InternetShortcut]", SHORTCUT),
)
_WEB_ARCHIVE_PARTS = (b"WebMainResource", b"WebResourceData")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams in an OLE container, the telling ones first.
_STREAMS = (
    ("EncryptedPackage", ENCRYPTED),
    ("__nameid_version1.0", OUTLOOK),
    ("__properties_version1.0", OUTLOOK),
    ("WordDocument", OLD_WORD),
    ("PowerPoint Document", SLIDES),
    ("Workbook", OLD_EXCEL),
    ("Book", OLD_EXCEL),
)
_BY_ENDING = {".doc": OLD_WORD, ".xls": OLD_EXCEL, ".ppt": SLIDES, ".msg": OUTLOOK, ".pages": PAGES}
# Telling parts of a ZIP archive.
_PARTS = (
    ("xl/workbook.xml", Refusal("a spreadsheet (.xlsx)", OLD_EXCEL.way_out)),
    ("xl/workbook.bin", Refusal("a spreadsheet (.xlsb)", OLD_EXCEL.way_out)),
    ("ppt/presentation.xml", Refusal("a presentation (.pptx)", SLIDES.way_out)),
    ("Index/Document.iwa", PAGES),
    ("Index.zip", PAGES),
    ("index.apxl", PAGES),
    ("buildVersionHistory.plist", PAGES),
    ("META-INF/container.xml", EPUB),
)
_MEDIA_TYPES = (
    (b"application/vnd.oasis.opendocument.text", OPEN_DOCUMENT),
    (b"application/vnd.oasis.opendocument.spreadsheet", OLD_EXCEL),
    (b"application/vnd.oasis.opendocument.presentation", SLIDES),
    (b"application/epub+zip", EPUB),
)
_WORD_TYPE = re.compile(
    rb"wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.(?:document|template)\.macroEnabled"
)
_LONGEST_LIST = 2_000_000  # bytes of the list of types in an Office file
_RIFF = {b"WEBP": PICTURE, b"WAVE": RECORDING, b"AVI ": RECORDING}
_PICTURE_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif")
_START = 4096  # bytes
_PDF_START = 1024  # bytes before which the head of a PDF may stand
_XML_ROOT = re.compile(
    r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*)*<([\w:.-]+)",
    re.DOTALL | re.IGNORECASE,
)
_XML_ROOTS = {
    "svg": PICTURE,
    "plist": SHORTCUT,
    "rss": Refusal("a feed of a site", SHORTCUT.way_out),
    "feed": Refusal("a feed of a site", SHORTCUT.way_out),
    "fictionbook": EPUB,
    "office:document": OPEN_DOCUMENT,
    "w:worddocument": Refusal("a Word file in one XML file", SAVE_AS_DOCX),
    "pkg:package": Refusal("a Word file in one XML file", SAVE_AS_DOCX),
}
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.DOTALL | re.IGNORECASE,
)
_FRAGMENT = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:article|aside|blockquote|center|div|figure|font|footer|h[1-6]|header|link|main|nav|ol|p|script|section|span|style|table|ul)\b[^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
_BLOCK_END = re.compile(r"</(?:p|div|li|h[1-6]|article|section|table)\s*>", re.IGNORECASE)
_FEWEST_BLOCKS = 3  # ends of paragraphs and blocks in text that does not begin with a tag
_HEADER = re.compile(rb"([!-9;-~]+):[ \t]?.*(?:\r?\n[ \t].*)*\r?\n")
_MAIL_START = re.compile(rb"(?:\s*\d+\s*\n)?(?:From .*\n)?")
_MACHINE_HEADERS = frozenset(
    [
        b"mime-version",
        b"message-id",
        b"received",
        b"return-path",
        b"content-type",
        b"delivered-to",
        b"dkim-signature",
        b"x-mozilla-status",
    ]
)
_PEOPLES_HEADERS = frozenset([b"from", b"subject", b"date", b"to", b"sender", b"snapshot-content-location"])


def refusal(raw: bytes, ending: str) -> Refusal | None:
    """Return why no importer reads a file with these bytes, or None if one may. `ending` is that of its name."""
    start = raw[:_START].removeprefix(b"\xef\xbb\xbf").lstrip()
    for sign, kind in _TEXT_STARTS:
        if start.startswith(sign):
            return kind
    for sign, kind in _STARTS:
        if raw.startswith(sign) and not _is_ascii_text(raw[:_START]):
            return kind
    if raw.startswith(_OLE):
        return _in_ole(raw, ending)
    if raw.startswith(b"PK\x03\x04"):
        return _in_zip(raw, ending)
    if raw.startswith((b"PK\x05\x06", b"PK\x07\x08")):
        return ARCHIVE
    if raw.startswith(b"bplist00"):
        return (
            WEB_ARCHIVE
            if ending == ".webarchive" or any(part in raw for part in _WEB_ARCHIVE_PARTS)
            else SHORTCUT
        )
    return _by_layout(raw) or _in_xml(raw)


def _is_ascii_text(raw: bytes) -> bool:
    """Return whether these bytes are written in ASCII: an article may begin with “GIF89” or “ID3”."""
    return raw.isascii() and b"\0" not in raw


def _by_layout(raw: bytes) -> Refusal | None:
    """Return the kind of a file whose sign is not at its start, or too short to be certain alone."""
    if raw[:4] == b"RIFF":
        return _RIFF.get(raw[8:12])
    if raw[4:8] == b"ftyp":
        return PICTURE if raw[8:12] in _PICTURE_BRANDS else RECORDING
    if raw[60:68] == b"BOOKMOBI":
        return EPUB
    if b"\0" not in raw[:512]:
        return None
    if raw[:2] == b"MZ":
        return PROGRAM
    if raw[:2] == b"BM" and raw[6:10] == b"\0\0\0\0":
        return PICTURE
    if raw[:2] in (b"\xff\xfb", b"\xff\xf3", b"\xff\xf1", b"\xff\xf9") or raw[:4] == b"\0\0\1\xba":
        return RECORDING
    return None


def _in_ole(raw: bytes, ending: str) -> Refusal:
    for stream, kind in _STREAMS:
        if stream.encode("utf-16-le") in raw:
            return kind
    return _BY_ENDING.get(ending, Refusal("an old Office file", SAVE_AS_DOCX))


def _in_zip(raw: bytes, ending: str) -> Refusal | None:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if _has_word_type(archive):
                return None
            names = set(archive.namelist())
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, OSError, EOFError):
        return BROKEN_ZIP
    for media_type, kind in _MEDIA_TYPES:
        if media_type in raw[:200]:
            return kind
    return next((kind for part, kind in _PARTS if part in names), _BY_ENDING.get(ending, ARCHIVE))


def _has_word_type(archive: zipfile.ZipFile) -> bool:
    try:
        with archive.open("[Content_Types].xml") as types:
            return _WORD_TYPE.search(types.read(_LONGEST_LIST)) is not None
    except (KeyError, RuntimeError):  # none, or encrypted
        return False


def _in_xml(raw: bytes) -> Refusal | None:
    text = start_as_text(raw, _START)
    root = _XML_ROOT.match(text)
    if root is None:
        return None
    if root[1].lower() == "plist" and any(part in raw for part in _WEB_ARCHIVE_PARTS):
        return WEB_ARCHIVE
    if known := _XML_ROOTS.get(root[1].lower()):
        return known
    if text.lstrip().startswith("<?xml") and root[1].lower() != "html" and not _FRAGMENT.search(text):
        return Refusal(f"an XML file of the type <{root[1]}>", DATA)
    return None


def is_pdf(raw: bytes, _ending: str) -> bool:
    """Return whether the head of a PDF is near the start."""
    before, head, _ = raw[:_PDF_START].partition(b"%PDF-")
    return bool(head) and b"<" not in before


def is_docx(raw: bytes, _ending: str) -> bool:
    """Return whether this is an archive with a Word document; `refusal` has sorted out all other archives."""
    return raw.startswith(b"PK\x03\x04")


def is_mail(raw: bytes, ending: str) -> bool:
    """Return whether the file begins with the headers of a mail or of a web page saved as one (MHTML).

    “From:” and “Date:” alone are also in memos, so that one header which programs write is needed, or the name.
    """
    at, names = _match_end(raw), set[bytes]()
    while header := _HEADER.match(raw, at):
        names.add(header[1].lower())
        at = header.end()
    by_people, by_machines = names & _PEOPLES_HEADERS, names & _MACHINE_HEADERS
    if ending in {".eml", ".emlx", ".mht", ".mhtml"}:
        return bool(by_people or by_machines)
    return bool(by_people and by_machines)


def _match_end(raw: bytes) -> int:
    start = _MAIL_START.match(raw)
    return start.end() if start else 0


def is_html(raw: bytes, _ending: str) -> bool:
    """Return whether the file is a web page or a part of its source."""
    text = start_as_text(raw, 16 * _START)
    if _HTML_START.match(text):
        return True
    blocks = len(_BLOCK_END.findall(text))
    return bool(blocks and _FRAGMENT.match(text)) or blocks >= _FEWEST_BLOCKS


def is_text(raw: bytes, _ending: str) -> bool:
    """Return whether the bytes can be those of a text in any encoding."""
    return seems_text(raw)
