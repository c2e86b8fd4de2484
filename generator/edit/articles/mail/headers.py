"""What the headers of a mail say about it: subject, sender, day, address in an archive."""

import re
from email.utils import parseaddr, parsedate_to_datetime

from generator.edit.articles.converted import Found
from generator.edit.articles.mail.header_text import header_text
from generator.edit.articles.mail.message import Message

_PREFIX = re.compile(
    r"(?:(?:re|fwd?|aw|wg|tr|rv|enc|i|sv|vs|antw|odp|ynt)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE
)
_ADDRESS = re.compile(r"<?(https?://[^\s<>]+)>?")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[A-Za-z0-9]{2,8})?")


def details_of(message: Message) -> dict[str, tuple[Found, ...]]:
    """Return the values for the details of a source that the headers give. The day is that of the sender’s own time zone."""
    values = {
        "title": (title_of(header_text(message.root, "Subject")), "mail header Subject"),
        "byline": (sender_of(header_text(message.root, "From")), "mail header From"),
        "published": (day_of(header_text(message.root, "Date")), "mail header Date"),
        "publisher": (header_text(message.root, "Organization"), "mail header Organization"),
        "url": (_address(header_text(message.root, "Archived-At")), "mail header Archived-At"),
        "language": (
            _language(header_text(message.root, "Content-Language")),
            "mail header Content-Language",
        ),
    }
    return {key: (Found(value, where),) for key, (value, where) in values.items() if value}


def title_of(subject: str) -> str:
    """Return a subject without “Re:” and “Fwd:” in any of the usual languages."""
    match = _PREFIX.match(subject)
    return subject[match.end() :] if match else subject


def sender_of(value: str) -> str:
    """Return the name of a sender, or an empty text if only the address is there."""
    name = parseaddr(value)[0].strip("\"' ")
    return "" if "@" in name else name


def day_of(value: str) -> str:
    """Return the day of a date in a header, as 2026-03-02, or an empty text."""
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _address(value: str) -> str:
    match = _ADDRESS.fullmatch(value)
    return match[1] if match else ""


def _language(value: str) -> str:
    return value.partition("-")[0].lower() if _LANGUAGE.fullmatch(value) else ""
