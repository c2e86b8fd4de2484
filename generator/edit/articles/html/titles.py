"""Titles without the name of their site, which browsers and search engines show with them."""

import re
from collections.abc import Iterable

_SEPARATOR = re.compile(r"\s+[|–—·•»:-]+\s+|\s*\|\s*|:\s+")


def without_site(title: str, publishers: Iterable[str]) -> str:
    """Return a title without the name of its site at an end."""
    sites = {key(name) for name in publishers}
    parts = list(_SEPARATOR.finditer(title))
    for part in parts:
        if key(title[part.end() :]) in sites:
            return title[: part.start()].strip()
    if parts and key(title[: parts[0].start()]) in sites:
        return title[parts[0].end() :].strip()
    return title


def key(text: str) -> str:
    """Return the letters of a name, by which two ways to write it are the same."""
    return "".join(filter(str.isalnum, text.casefold())).removeprefix("the")


def first_part(title: str) -> str:
    """Return a title before a bar, behind which the name of a site stands."""
    return re.split(r"\s+[|]\s+|\s+[—–]\s+(?=[^—–]{2,40}$)|\s+-\s+(?=[^-]{2,40}$)", title)[0].strip()
