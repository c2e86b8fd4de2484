"""What a file is, by its bytes first and its name second, and which importer reads it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import PurePosixPath
from typing import cast

from generator.edit.articles import signatures
from generator.edit.articles.converted import Converted
from generator.edit.articles.headline import mark_headline
from generator.edit.articles.limits import LARGEST_FILE, LARGEST_TEXT_FILE, MB
from generator.edit.articles.text_encoding import decoded_as, decodes, shows_encoding
from generator.edit.error import EditError


@dataclass(frozen=True)
class Importer:
    """A module of this folder with a function `convert`, the kind of file that it reads, and how to recognise this kind.

    `recognises` gets the bytes and the ending of the name, such as “.eml”. `endings` are those that promise this kind.
    """

    module: str
    kind: str
    endings: tuple[str, ...]
    recognises: Callable[[bytes, str], bool]
    largest: int = LARGEST_TEXT_FILE

    def convert(self, raw: bytes, name: str) -> Converted:
        """Return the file as text. The module is imported here: its libraries are not installed everywhere."""
        module = import_module(f"generator.edit.articles.{self.module}")
        return cast("Converted", module.convert(raw, name))


# The first that recognises a file reads it, so the order matters: text is what is left.
IMPORTERS = (
    Importer("pdf", "a PDF file", (".pdf",), signatures.is_pdf, LARGEST_FILE),
    Importer("word", "a Word file", (".docx", ".docm", ".dotx"), signatures.is_docx),
    Importer("mail", "a mail", (".eml", ".emlx", ".mht", ".mhtml"), signatures.is_mail),
    Importer("html", "a web page", (".html", ".htm", ".xhtml", ".xht"), signatures.is_html),
    Importer("plain", "plain text", (".txt", ".text", ".md", ".srt", ".vtt"), signatures.is_text),
)
_OF_CHARACTERS = frozenset(["html", "plain"])
_HOW_TO_CONVERT = (
    "Open it in its own program and save it as a web page (HTML), DOCX, PDF or plain text (UTF-8)."
)


def convert(raw: bytes, name: str, encoding: str = "", stated: str = "") -> Converted:
    """Return the file `name` with the bytes `raw` as text; `encoding` is that of a text or a web page, if it is known.

    `stated` is the encoding that a server states. It is used only for bytes that do not show their own, and are in it.
    Raise EditError if no importer reads such a file, or if it is too large.
    """
    if not raw.strip():
        raise EditError(f"cannot read {name}: the file is empty. Save or download it again.")
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    importer = importer_for(raw, name)
    if len(raw) > importer.largest:
        raise EditError(
            f"cannot read {name}: it is {importer.kind} of {len(raw) / MB:,.0f} MB, more than {importer.largest // MB}. "
            "Save the part that you need as plain text (UTF-8), and import that."
        )
    if (
        not encoding
        and importer.module in _OF_CHARACTERS
        and not shows_encoding(raw)
        and decodes(raw, stated)
    ):
        encoding = stated
    converted = mark_headline(_convert(importer, raw, name, encoding))
    promised = next((other for other in IMPORTERS if ending in other.endings), importer)
    if promised is importer:
        return converted
    notice = f"The name ends in {ending}, but the content is {importer.kind}, and was read as that."
    return replace(converted, notices=(notice, *converted.notices))


def takes_encoding(raw: bytes, name: str) -> bool:
    """Return whether an editor may say the encoding of a file: other kinds of files say their own. Raise EditError as `importer_for`."""
    return importer_for(raw, name).module in _OF_CHARACTERS


def importer_for(raw: bytes, name: str) -> Importer:
    """Return the importer for a file. Raise EditError, which names what the file is and the way out, if there is none."""
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if refusal := signatures.refusal(raw, ending):
        raise EditError(f"cannot read {name}: it is {refusal.kind}. {refusal.way_out}")
    for importer in IMPORTERS:
        if importer.recognises(raw, ending):
            return importer
    raise EditError(
        f"cannot read {name}: its bytes are no text, and no kind of file that is known here. {_HOW_TO_CONVERT}"
    )


def _convert(importer: Importer, raw: bytes, name: str, encoding: str) -> Converted:
    if importer.module == "plain":
        from generator.edit.articles import plain  # noqa: PLC0415 - as in Importer.convert

        return plain.convert(raw, name, encoding)
    if not encoding:
        return importer.convert(raw, name)
    if importer.module == "html":
        page = decoded_as(raw, name, encoding).removeprefix("\ufeff")
        return replace(importer.convert(page.encode("utf-8-sig"), name), encoding=encoding)
    raise EditError(
        f"cannot use an encoding for {name}: it is {importer.kind}, which says its own. Leave out --encoding."
    )
