"""Mails (EML), and web pages that browsers save as one (MHTML)."""

import re
from dataclasses import replace

from generator.edit.articles import html
from generator.edit.articles.converted import Converted, Doubt, Found, Line
from generator.edit.articles.mail.headers import details_of
from generator.edit.articles.mail.html_body import from_html
from generator.edit.articles.mail.message import Message, read_message
from generator.edit.articles.mail.text_body import from_text
from generator.edit.error import EditError

_MOST_NAMES = 10
_LONGEST_NOTE = 250  # characters
_SUBSCRIPTION = re.compile(
    r"\bunsubscribe\b|\bin (?:your|a) browser\b|\b(?:update|manage|change) your (?:\w+ )?preferences\b|"
    r"\breceiv(?:e|ed|ing) this (?:e-?mail|message|newsletter) because\b|\babbestellen\b|\bNewsletter abmelden\b|\bim Browser (?:ansehen|anzeigen|lesen)\b|"
    r"\bdésabonner\b|\bdésinscri(?:re|ption)\b|\bdans (?:votre|un) navigateur\b|\bdarse de baja\b|\ben (?:su|tu) navegador\b",
    re.IGNORECASE,
)

_CONFIDENTIAL = re.compile(
    r"(?:confidentiality notice\b|(?:this|the (?:information|contents?) (?:contained )?(?:in|of) this) (?:e-?mail|message)\b.{0,200}\b(?:confidential|intended (?:solely|only))\b"
    r"|diese (?:e-?mail|nachricht)\b.{0,200}\bvertraulich|ce (?:message|courriel|mail)\b.{0,200}\bconfidentiel|este (?:mensaje|correo)\b.{0,200}\bconfidencial)",
    re.IGNORECASE,
)


def convert(raw: bytes, name: str) -> Converted:
    """Return a mail as paragraphs: its plain text if it has one that is complete, else its HTML. Quoted mails are marked.

    Raise EditError for a file with several mails, one that is nested too deeply, and one without text.
    """
    message = read_message(raw, name)
    if message.is_page:
        return _page(message, name)
    if not message.html and not message.text.strip():
        attached = (
            f" Its attachments: {_names(message)}. Save the one that you need, and import that."
            if message.attachments
            else ""
        )
        raise EditError(f"cannot read {name}: this mail has no text.{attached}")
    body = from_text(message, name) if message.has_complete_text else from_html(message, name)
    details = details_of(message)
    for key, values in body.details.items():
        details.setdefault(key, values)
    return replace(
        body,
        format="eml",
        lines=tuple(map(_with_doubt_of_subscriptions, body.lines)),
        details=details,
        notices=(*message.notices, *body.notices, *_attachment_notices(message)),
    )


def _with_doubt_of_subscriptions(line: Line) -> Line:
    """Return a line, marked if it is a short one about a subscription or where to read the mail, or about its secrecy."""
    if not line.doubts and _CONFIDENTIAL.match(line.text):
        return replace(line, doubts=(Doubt.REPLY,))
    if line.doubts or len(line.text) > _LONGEST_NOTE or not _SUBSCRIPTION.search(line.text):
        return line
    return replace(line, doubts=(Doubt.COOKIES,))


def _page(message: Message, name: str) -> Converted:
    """Return the web page in an archive, with the address from which it was saved."""
    converted = html.convert(message.html, name)
    details = dict(converted.details)
    if message.location and "url" not in details:
        details["url"] = (Found(message.location, "Content-Location of the archive"),)
    return replace(converted, details=details, encoding="")


def _attachment_notices(message: Message) -> tuple[str, ...]:
    """Return a notice that names the attachments, which are not read."""
    if not message.attachments:
        return ()
    return (
        f"The mail has attachments, which were not read: {_names(message)}. Save those that you need, and import them.",
    )


def _names(message: Message) -> str:
    names = [f"“{attachment}”" for attachment in message.attachments]
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" and {more} more" if more > 0 else "")
