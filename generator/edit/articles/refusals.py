"""Kinds of files that no importer reads, and the way out of each."""

from typing import NamedTuple


class Refusal(NamedTuple):
    """A kind of file that is not imported, and what to do instead, in a sentence."""

    kind: str
    way_out: str


SAVE_AS_DOCX = "Open it in Word or LibreOffice, save it as DOCX, and import that."
OCR = "Make its text with a program for OCR (text recognition), check it against the picture, and import the text or the PDF that it makes."
TRANSCRIBE = "Import a transcript or its subtitles (SRT, VTT or plain text)."
UNPACK = "Unpack it, and import the files that you need."
EXPORT_PAGES = "Open it in Pages, choose File > Export To > Word or PDF, and import that."
PICTURE = Refusal("a picture", OCR)
RECORDING = Refusal("a recording (audio or video)", TRANSCRIBE)
ARCHIVE = Refusal("an archive of files", UNPACK)
PROGRAM = Refusal("a program", "Import the document itself.")
OLD_WORD = Refusal("an old Word file (.doc)", SAVE_AS_DOCX)
OLD_EXCEL = Refusal("a spreadsheet", "Copy the cells that you need into a text file, and import that.")
SLIDES = Refusal("a presentation", "Export it as PDF, and import that.")
OUTLOOK = Refusal(
    "a mail in Outlook’s own format (.msg)",
    "In Outlook, save it as “.eml” or as HTML, or drag it to another mail program, and import that.",
)
ENCRYPTED = Refusal(
    "an Office file with a password",
    "Open it with its password, save a copy without one, and import the copy.",
)
OPEN_DOCUMENT = Refusal(
    "an OpenDocument text (.odt)", "Open it in LibreOffice or Word, save it as DOCX, and import that."
)
RTF = Refusal("a rich text file (RTF)", SAVE_AS_DOCX)
EPUB = Refusal(
    "an e-book (EPUB)",
    "Export the chapter that you need as HTML or plain text, for example with Calibre, and import that.",
)
PAGES = Refusal("a file of Apple’s Pages, Numbers or Keynote", EXPORT_PAGES)
WEB_ARCHIVE = Refusal(
    "a web archive of Safari (.webarchive)",
    "Open it in Safari, choose File > Save As, format “Page Source”, and import that.",
)
DATA = "Open it in its own program and save it as a web page (HTML), DOCX, PDF or plain text (UTF-8)."
SHORTCUT = Refusal(
    "a link to a web page, not the page", "Open it in a browser, save the page as HTML, and import that."
)
BROKEN_ZIP = Refusal(
    "a damaged or incomplete archive, as DOCX files are",
    "Download it again, or open it in its own program and save it again.",
)
