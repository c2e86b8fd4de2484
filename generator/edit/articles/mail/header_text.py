"""The text of a header of a mail: encoded words (RFC 2047), and bytes that should have been encoded."""

from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message

from generator.edit.articles.cleaning import clean
from generator.edit.articles.text_encoding import decodes


def header_text(message: Message, name: str, value: str = "") -> str:
    """Return the text of the header `name`, or of a value; an empty text if there is none."""
    raw = value or next((str(item) for key, item in message.raw_items() if key.lower() == name.lower()), "")
    try:
        pieces = decode_header(_without_bytes(raw))
    except (HeaderParseError, ValueError):
        return clean(raw)
    return clean("".join(_piece(content, charset) for content, charset in pieces))


def _piece(content: bytes | str, charset: str | None) -> str:
    if isinstance(content, str):
        return content
    for encoding in (charset or "ascii", "utf-8", "cp1252"):
        if decodes(content, encoding):
            return content.decode(encoding)
    return content.decode("latin-1")


def _without_bytes(raw: str) -> str:
    """Return a header in which bytes that are no ASCII are characters: UTF-8, or else Windows-1252."""
    content = raw.encode("utf-8", "surrogateescape")
    return content.decode("utf-8") if decodes(content, "utf-8") else content.decode("cp1252", "replace")
