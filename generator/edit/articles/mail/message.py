"""The parts of a mail: its headers, its plain text, its HTML, and the names of its attachments."""

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message as EmailMessage

from generator.edit.articles.cleaning import clean
from generator.edit.articles.mail.header_text import header_text
from generator.edit.articles.text_encoding import decoded, decodes
from generator.edit.error import EditError

_LENGTH_LINE = re.compile(rb"\s*(\d+)\s*\n")
_MBOX_LINE = re.compile(rb"(?:\A|\n\r?\n)From \S+.*\d{4}.*\r?\n(?=[!-9;-~]+:)")
_LETTERS = re.compile(r"\w")
_HIDDEN = re.compile(r"<(style|script|title)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)
_URL = re.compile(r"https?://\S+")
_COMPLETE = 0.6  # of the letters of the HTML
_MOST_URLS = 0.5  # of the characters of a text that HTML was turned into


@dataclass
class Message:
    """A mail as it is read. `html` is its HTML in UTF-8 with a mark, or bytes that name their own encoding.

    `is_page` if it is a web page that a browser has saved; `location` is its address. `flowed` is the form of the plain text.
    """

    root: EmailMessage
    text: str = ""
    html: bytes = b""
    is_flowed: bool = False
    drops_spaces: bool = False
    attachments: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    @property
    def is_page(self) -> bool:
        """Whether a browser has saved a web page in this form."""
        if not self.html or "received" in self.root or "message-id" in self.root:
            return False
        if "@" in str(self.root.get("from", "")):  # browsers write “<Saved by Blink>”
            return False
        is_related = self.root.get_content_type() in {"multipart/related", "text/html"}
        return "snapshot-content-location" in self.root or (is_related and "to" not in self.root)

    @property
    def location(self) -> str:
        """The address of the web page, or an empty text."""
        places = (header_text(self.root, name) for name in ("Snapshot-Content-Location", "Content-Location"))
        return next((place for place in places if place.startswith(("http://", "https://"))), "")

    @property
    def has_complete_text(self) -> bool:
        """Whether the plain text has about all that the HTML has, and is not mostly addresses of links."""
        if not self.text.strip() or not self.html:
            return bool(self.text.strip())
        plain = _URL.sub("", self.text)
        shown = _HIDDEN.sub(" ", self.html.decode("utf-8", "replace"))
        links = len(self.text) - len(plain)
        return links < len(self.text) * _MOST_URLS and len(_LETTERS.findall(plain)) >= _COMPLETE * len(
            _LETTERS.findall(shown)
        )


def read_message(raw: bytes, name: str) -> Message:
    """Return the parts of a mail. Raise EditError for several mails in one file, and for parts nested too deeply."""
    raw = _without_frame(raw, name)
    try:
        root = email.message_from_bytes(raw, policy=email.policy.compat32)
    except RecursionError:
        raise EditError(
            f"cannot read {name}: its parts are nested too deeply. Save the text of the mail as plain text, and import that."
        ) from None
    message = Message(root)
    for part in _parts(root):
        _take(part, message, name)
    return message


def _without_frame(raw: bytes, name: str) -> bytes:
    """Return a mail without the length that Apple Mail writes before it and the list behind it, or the line of a mailbox."""
    if length := _LENGTH_LINE.match(raw):
        return raw[length.end() : length.end() + int(length[1])]
    if raw.startswith(b"From "):
        mails = len(_MBOX_LINE.findall(raw))
        if mails > 1:
            raise EditError(
                f"cannot read {name}: it is a mailbox with {mails:,} mails. Save the mail that you need on its own, and import that."
            )
        return raw.partition(b"\n")[2]
    return raw


def _parts(root: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts that are no containers, and attached mails as a whole."""
    stack = [root]
    while stack:
        part = stack.pop()
        inner = part.get_payload()
        if isinstance(inner, list) and part.get_content_maintype() == "multipart":
            stack.extend(item for item in reversed(inner) if isinstance(item, EmailMessage))
        else:
            yield part


def _take(part: EmailMessage, message: Message, name: str) -> None:
    """Add a part to the text, to the HTML, or to the attachments."""
    kind = part.get_content_type()
    if part.get_content_disposition() == "attachment" or kind not in {"text/plain", "text/html"}:
        # A picture that the HTML shows is no attachment.
        if part.get_content_maintype() != "image" or part.get_content_disposition() == "attachment":
            message.attachments += _attachment(part)
        return
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.strip():
        return
    charset = _charset(part)
    if kind == "text/html":
        if not message.html:
            message.html = (
                content.decode(charset).encode("utf-8-sig") if decodes(content, charset) else content
            )
        return
    if decodes(content, charset):
        text = content.decode(charset)
    else:
        found = decoded(content, name)
        text = found.text
        message.notices += found.notices
    message.is_flowed = str(part.get_param("format", "")).lower() == "flowed"
    message.drops_spaces = str(part.get_param("delsp", "")).lower() == "yes"
    message.text += ("\n\n" if message.text else "") + text.replace("\r\n", "\n").replace("\r", "\n")


def _charset(part: EmailMessage) -> str:
    """Return the encoding that a part states, as programs mean it: Windows-1252 for ISO-8859-1 and ASCII."""
    try:
        charset = (part.get_content_charset() or "").lower()
    except (LookupError, UnicodeError):
        return ""
    return "cp1252" if charset in {"iso-8859-1", "latin1"} else charset


def _attachment(part: EmailMessage) -> list[str]:
    """Return the name of an attachment, or what it is; nothing for containers without a name, such as a signature’s."""
    name = part.get_filename()
    if name:
        return [clean(header_text(part, "", name))]
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else None
        subject = header_text(first, "Subject") if isinstance(first, EmailMessage) else ""
        return [f"mail: {subject}" if subject else "a mail"]
    return [part.get_content_type()] if part.get_content_disposition() == "attachment" else []
