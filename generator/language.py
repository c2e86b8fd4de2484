"""The texts of the site in a reader's language: a catalogue for each language in `languages/`; English is in the code.

Texts are marked for translation where they are used: `_("…")` in templates, `language.say("…")` in Python, `N_("…")`
for a text that is translated later. `%(name)s` stands for a value. `python -m scripts.words` updates the catalogues.
"""

import datetime as dt
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from generator.partial_date import PartialDate

_ENDED = re.compile(r"[.?!…][”’»)\"']*$")
CATALOGUES = Path(__file__).parent / "languages"


def N_(text: str) -> str:  # noqa: N802 - the name that gettext's tools know
    """Mark `text` for the catalogues, to be translated later."""
    return text


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its code (BCP 47). A language without a catalogue uses English texts and dates."""

    code: str = "en"

    @property
    def known(self) -> bool:
        """Return whether the site has texts in this language."""
        return _has_texts(self.code)

    @property
    def direction(self) -> str:
        """Return the direction of writing: `ltr` or `rtl`."""
        locale = _locale(self.code)
        return locale.text_direction if locale else "ltr"

    @property
    def locale(self) -> str:
        """Return language and territory, such as `en_GB`. Without a territory, use the most likely one; "" if unknown."""
        locale = _locale(self.code)
        if locale is None or locale.territory is None:
            locale = _locale(get_global("likely_subtags").get(base_language(self.code), ""))
        return f"{locale.language}_{locale.territory}" if locale and locale.territory else ""

    def say(self, text: str, **values: object) -> str:
        """Return `text` in this language, with `values` filled in."""
        translated = _words(self.code).gettext(text)
        return translated % values if values else translated

    def count(self, singular: str, plural: str, num: int, **values: object) -> str:
        """Return the form for `num`: `singular`, `plural` or another form of the language; `%(num)s` stands for `num`."""
        return self.plural_form(singular, plural, num) % ({"num": self.number(num)} | values)

    def plural_form(self, singular: str, plural: str, num: int) -> str:
        """Return the form for `num` with its placeholders, such as `%(num)s`, as they are."""
        return _words(self.code).ngettext(singular, plural, num)

    def number(self, num: int) -> str:
        """Return a number as text: `12,345` in English."""
        return _number(self.code if self.known else "en", num)

    def date(self, date: PartialDate | dt.date) -> str:
        """Return a date in words: `2 December 2025`, `December 2025` or `2025`."""
        return _date(self.code if self.known else "en", date)

    def short_date(self, date: PartialDate | dt.date) -> str:
        """Return a date in short words: `2 Dec 2025`, `Dec 2025` or `2025`."""
        return _date(self.code if self.known else "en", date, "yMMM", "medium")

    def name_of(self, code: str) -> str:
        """Return the name of the language `code`, such as `Ukrainian`, or the code if it has no name."""
        locale = _locale(code)
        name = locale.get_display_name(base_language(self.code) if self.known else "en") if locale else None
        return capital(name) if name else code


def shortened(text: str, most: int) -> str:
    """Return `text`; if it has more than `most` characters, its first words with “…”."""
    if len(text) <= most:
        return text
    start = text[: most - 2]
    words = start if text[most - 2].isspace() else start.rpartition(" ")[0]
    return f"{words.rstrip(' ,;:')} …" if words else f"{start}…"  # a script without spaces


def sentences(texts: Iterable[str]) -> str:
    """Return texts one after the other, each with a full stop if nothing ends it. Empty texts are left out."""
    return " ".join(f"{text}{'' if _ENDED.search(text) else '.'}" for text in texts if text)


def capital(text: str) -> str:
    """Return `text` with a capital first letter, except for letters without a single capital (ﬁ)."""
    first = text[:1].upper()
    return first + text[1:] if len(first) == 1 else text


def small(text: str) -> str:
    """Return `text` with a small first letter; the rest is unchanged."""
    first = text[:1].lower()
    return first + text[1:] if len(first) == 1 else text


ENGLISH = Language()


@lru_cache(maxsize=4096)  # pages count up to small numbers, each many times
def _number(code: str, num: int) -> str:
    return format_decimal(num, locale=_locale(code))


@lru_cache(maxsize=4096)  # a site uses few different dates, each many times
def _date(code: str, date: PartialDate | dt.date, month: str = "yMMMM", day_format: str = "long") -> str:
    locale = _locale("en-GB" if code == "en" else code)
    if isinstance(date, PartialDate) and not date.day:
        return format_skeleton(month if date.month else "y", date.first_day, locale=locale)
    day = date.first_day if isinstance(date, PartialDate) else date
    return format_date(day, day_format, locale=locale)


def base_language(code: str) -> str:
    """Return the first part of a language tag in lower case: “en” for “en-GB”."""
    return code.replace("_", "-").split("-", 1)[0].lower()


def _path(code: str) -> Path:
    return CATALOGUES / f"{base_language(code)}.po"


@lru_cache
def _has_texts(code: str) -> bool:
    return base_language(code) == "en" or _path(code).is_file()


@lru_cache
def _locale(code: str) -> Locale | None:
    try:
        return Locale.parse(code.replace("_", "-"), sep="-")
    except (UnknownLocaleError, ValueError):
        return None


@lru_cache
def _words(code: str) -> NullTranslations:
    """Read a catalogue. It is compiled here, so that no compiled file can be out of date."""
    path = _path(code)
    if not path.is_file():
        return NullTranslations()
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=base_language(code), abort_invalid=True))
    compiled.seek(0)
    return GNUTranslations(compiled)
