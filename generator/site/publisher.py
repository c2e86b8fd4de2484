"""Who publishes a site, from its settings: a name, where readers report mistakes, and the licence of the editors' texts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from generator.site.repository import SettingsError, split_url

KEYS = ("publisher", "contact", "licence")
_MAIL = re.compile(r"[^\s@<>?&,;:\"]+@[^\s@<>?&,;:\"]+\.[^\s@<>?&,;:\"]+")
_LONGEST = 200  # characters of a value


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes a site. Each value is empty if the settings do not have it.

    `contact` is a mail address or a web address, `licence` a text or a web address.
    """

    name: str = ""
    contact: str = ""
    licence: str = ""

    @property
    def contact_url(self) -> str:
        """Return the URL at which readers reach the publisher."""
        is_mail = self.contact and not _is_url(self.contact)
        return f"mailto:{quote(self.contact, safe='@')}" if is_mail else self.contact

    @property
    def licence_url(self) -> str:
        """Return the URL of the licence; empty if the settings have its name only."""
        return self.licence if _is_url(self.licence) else ""


NOBODY = Publisher()


def publisher(options: Mapping[str, Any]) -> Publisher:
    """Return the publisher that the `options` of the plugin name. Raises SettingsError."""
    name, contact, licence = (_text(key, options.get(key)) for key in KEYS)
    return Publisher(name, parse_contact(contact), parse_licence(licence))


def parse_contact(text: str) -> str:
    """Return a mail address or a web address. Raises SettingsError for anything else."""
    address = text.strip().removeprefix("mailto:")
    if address and not _is_url(address) and not _MAIL.fullmatch(address):
        raise SettingsError(
            f"contact: “{text}” is not a mail or web address: write one such as desk@example.org or "
            "https://example.org/contact",
            key="contact",
        )
    return address


def parse_licence(text: str) -> str:
    """Return the name or the web address of a licence. Raises SettingsError for an address that is not complete."""
    licence = text.strip()
    if "://" in licence and not _is_url(licence):
        raise SettingsError(
            f"licence: “{text}” is not a web address: write a name such as CC BY 4.0, or an address such as "
            "https://creativecommons.org/licenses/by/4.0/",
            key="licence",
        )
    return licence


def _text(key: str, value: object) -> str:
    """Return a value of the settings as one line. Raises SettingsError if it is a list or mapping, or too long."""
    if isinstance(value, list | dict):
        raise SettingsError(
            f"{key}: a text is needed here, not a list or mapping: write it on one line", key=key
        )
    text = "" if value is None else " ".join(str(value).split())
    if len(text) > _LONGEST:
        raise SettingsError(f"{key}: this text has {len(text)} characters: write at most {_LONGEST}", key=key)
    return text


def _is_url(text: str) -> bool:
    parts = split_url(text)
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and " " not in text
