"""What was probably meant by a date or a language that is written in another form."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale
from babel.localedata import locale_identifiers

_NUMBERS = re.compile(r"\s*(\d{1,4})\s*[./\-\s]\s*(\d{1,2})(?:\s*[./\-\s]\s*(\d{1,4}))?\s*", re.ASCII)
_DASHES = re.compile("[\u2010-\u2015\u2212]")  # what word processors make of hyphens
_YEAR_LAST = re.compile(r"\s*(\d{1,2})\s*[./\-\s]\s*(\d{4})\s*", re.ASCII)
_WORD = re.compile(r"[^\W\d_]+")
_LANGUAGES_OF_DATES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "uk", "ru")
_SHORTEST = 3  # letters of a month's name that is cut short


def dates_meant(text: str) -> tuple[str, ...]:
    """Give the dates, as ISO 8601 has them, that `text` may mean: several where nobody can know whether its day or its month comes first."""
    found = tuple(_in_numbers(_DASHES.sub("-", text))) or tuple(_in_words(text))
    return tuple(dict.fromkeys(found))


def _in_numbers(text: str) -> Iterator[str]:
    if match := _YEAR_LAST.fullmatch(text):
        yield from _date(match[2], match[1])
    elif match := _NUMBERS.fullmatch(text):
        first, second, third = match.groups()
        if len(first) == len("2031"):
            yield from _date(first, second, third)
        elif third and len(third) == len("2031"):
            yield from _date(third, second, first)
            yield from _date(third, first, second)


def _in_words(text: str) -> Iterator[str]:
    """Read a month's name with a year of four digits and at most one other number: the day."""
    months = {month for word in _WORD.findall(text.casefold()) for month in _months().get(word, ())}
    numbers = re.findall(r"\d+", text, re.ASCII)
    years = [number for number in numbers if len(number) == len("2031")]
    days = [number for number in numbers if len(number) < len("203")]
    if len(months) == len(years) == 1 and len(days) <= 1 and len(numbers) == len(days) + 1:
        yield from _date(years[0], str(months.pop()), *days)


def _date(year: str, month: str, day: str | None = None) -> Iterator[str]:
    try:
        found = dt.date(int(year), int(month), int(day or 1)).isoformat()
    except ValueError:  # the calendar has no such day
        return
    yield found if day else found[: len("2031-05")]


@lru_cache
def _months() -> dict[str, set[int]]:
    """Give the number of each month by its names, whole or cut short, in the languages of many editors."""
    found: dict[str, set[int]] = {}
    for code in _LANGUAGES_OF_DATES:
        for forms in Locale(code).months.values():
            for width in ("wide", "abbreviated"):
                for number, name in forms[width].items():
                    found.setdefault(name.casefold().rstrip("."), set()).add(number)
    return {name: numbers for name, numbers in found.items() if len(name) >= _SHORTEST}


@lru_cache
def language_meant(text: str) -> str:
    """Give the tag of the language whose name `text` is, in English, in itself or in another language; may be empty."""
    name = text.strip().casefold()
    tag = text.strip().replace("_", "-")
    if tag != text and re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", tag):
        return tag
    elsewhere: set[str] = set()
    for code in ("en", *(one for one in locale_identifiers() if len(one) == len("en"))):
        for language, called in Locale(code).languages.items():
            if called.casefold() == name and "_" not in language:
                if code in {"en", language}:
                    return str(language)
                elsewhere.add(str(language))
    return elsewhere.pop() if len(elsewhere) == 1 else ""
