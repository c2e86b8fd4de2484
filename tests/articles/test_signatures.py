"""What no importer reads: the error names what the file is and the way out."""

import io
import zipfile

import pytest

from generator.edit.articles.formats import convert, importer_for
from generator.edit.error import EditError


def _zip(*names: str, mimetype: str = "") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


def _ole(*streams: str) -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 500
        + b"".join(name.encode("utf-16-le") for name in streams)
    )


REFUSED = {
    "scan.png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture", "OCR"),
    "scan.jpg": (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture", "OCR"),
    "scan.tiff": (b"II*\0\x08\0\0\0", "a picture", "OCR"),
    "scan.gif": (b"GIF89a\x01\0\x01\0\x80\0", "a picture", "OCR"),
    "scan.bmp": (b"BM\x36\0\x0c\0\0\0\0\0\x36\0", "a picture", "OCR"),
    "photo.heic": (b"\0\0\0\x18ftypheic\0\0\0\0", "a picture", "OCR"),
    "photo.webp": (b"RIFF\x24\0\0\0WEBPVP8 ", "a picture", "OCR"),
    "drawing.svg": (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "a picture", "OCR"),
    "scan.djvu": (b"AT&TFORM\0\0\0\x10DJVM", "a scanned document", "OCR"),
    "old.doc": (_ole("Root Entry", "WordDocument"), "an old Word file (.doc)", "save it as DOCX"),
    "old.xls": (_ole("Root Entry", "Workbook"), "a spreadsheet", "Copy the cells"),
    "old.ppt": (_ole("Root Entry", "PowerPoint Document"), "a presentation", "PDF"),
    "secret.docx": (_ole("EncryptionInfo", "EncryptedPackage"), "a password", "save a copy without one"),
    "mail.msg": (_ole("__nameid_version1.0"), "Outlook", "“.eml”"),
    "text.odt": (_zip("content.xml", mimetype="application/vnd.oasis.opendocument.text"), "OpenDocument", "DOCX"),
    "book.epub": (_zip("META-INF/container.xml", mimetype="application/epub+zip"), "an e-book", "HTML"),
    "table.xlsx": (_zip("[Content_Types].xml", "xl/workbook.xml"), "a spreadsheet (.xlsx)", "Copy the cells"),
    "talk.pptx": (_zip("[Content_Types].xml", "ppt/presentation.xml"), "a presentation (.pptx)", "PDF"),
    "text.pages": (_zip("Index/Document.iwa"), "Pages", "Export To"),
    "files.zip": (_zip("a.txt"), "an archive", "Unpack"),
    "cut.docx": (_zip("a.txt")[:40], "damaged or incomplete", "again"),
    "files.gz": (b"\x1f\x8b\x08\0\0\0\0\0", "an archive", "Unpack"),
    "files.7z": (b"7z\xbc\xaf\x27\x1c\0\4", "an archive", "Unpack"),
    "text.rtf": (b"{\\rtf1\\ansi The port is open.}", "rich text", "DOCX"),
    "page.webarchive": (b"bplist00\xd1\x01\x02_\x10\x0fWebMainResource\0", "web archive", "Page Source"),
    "talk.mp3": (b"ID3\x04\0\0\0\0\0\x21", "a recording", "transcript"),
    "talk.mp4": (b"\0\0\0\x20ftypisom\0\0\2\0", "a recording", "transcript"),
    "talk.wav": (b"RIFF\x24\0\0\0WAVEfmt ", "a recording", "transcript"),
    "talk.webm": (b"\x1aE\xdf\xa3\x01\0\0\0", "a recording", "transcript"),
    "setup.exe": (b"MZ\x90\0\x03\0\0\0", "a program", "the document itself"),
    "program": (b"\x7fELF\2\1\1\0", "a program", "the document itself"),
    "page.url": (b"[InternetShortcut]\r\nURL=https://example.org/a\r\n", "a link", "save the page as HTML"),
    "feed.xml": (b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "a feed", "HTML"),
    "data.xml": (b'<?xml version="1.0"?><records><record/></records>', "an XML file of the type <records>", "plain text"),
    "print.ps": (b"%!PS-Adobe-3.0\n", "PostScript", "PDF"),
    "unknown.bin": (bytes(range(256)) * 4, "no text", "plain text"),
    "empty.txt": (b"", "empty", "again"),
    "spaces.txt": (b" \n\t\r\n", "empty", "again"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_article_is_refused_with_its_kind_and_the_way_out(name: str) -> None:
    raw, kind, way_out = REFUSED[name]
    with pytest.raises(EditError) as error:
        convert(raw, name)
    assert str(error.value).startswith(f"cannot read {name}: ")
    assert kind in str(error.value)
    assert way_out in str(error.value)


KINDS = {
    "page.txt": (b"<!DOCTYPE html>\n<html><body><p>The port.</p></body></html>", "html"),
    "page.pdf": (b"\xef\xbb\xbf  <html><p>The port.</p></html>", "html"),
    "saved.htm": (b"<!-- saved from url=(0020)https://example.org/ -->\n<html><p>The port.", "html"),
    "pasted.txt": (b"<p>The port is open.</p>\n<p>It closes at six.</p>\n", "html"),
    "wide.html": ("<html><p>The port.</p></html>".encode("utf-16"), "html"),
    "wide-without-mark.html": ("<html><p>The port.</p></html>".encode("utf-16-le"), "html"),
    "xhtml.xml": (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><p>The port.</p></html>', "html"),
    "report": (b"%PDF-1.7\n", "pdf"),
    "late.pdf": (b"\r\n\r\n%PDF-1.7\n", "pdf"),
    "message.txt": (b"MIME-Version: 1.0\r\nFrom: a@example.org\r\nSubject: Port\r\n\r\nThe port.", "mail"),
    "message.eml": (b"From: a@example.org\nSubject: Port\n\nThe port.", "mail"),
    "message.emlx": (b"52\nFrom: a@example.org\nSubject: Port\n\nThe port is open.\n", "mail"),
    "page.mht": (b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\n\r\n", "mail"),
    "memo.txt": (b"From: The minister\nTo: All staff\nSubject: The port\n\nThe port is open.", "plain"),
    "tag.txt": (b"The tag <p> begins a paragraph, and </p> ends it.", "plain"),
    "picture.txt": (b"GIF89 is an old format.", "plain"),
    "formula.txt": (b"If a<b then b>a, said <the minister>.", "plain"),
    "article.doc": (b"The port is open.", "plain"),
}  # fmt: skip


@pytest.mark.parametrize("name", KINDS)
def test_the_bytes_of_a_file_choose_its_importer(name: str) -> None:
    raw, module = KINDS[name]
    assert importer_for(raw, name).module == module


def test_a_name_that_promises_another_kind_is_said() -> None:
    converted = convert(b"The port is open.", "report.pdf")
    assert converted.notices == (
        "The name ends in .pdf, but the content is plain text, and was read as that.",
    )


def test_a_text_file_that_is_too_large_is_refused_with_its_size() -> None:
    with pytest.raises(EditError, match=r"plain text of 26 MB, more than 25"):
        convert(b"The port is open.\n" * 1_450_000, "long.txt")
