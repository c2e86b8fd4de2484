"""What a plain text says about itself at its head: front matter, lines such as “Title: …”, and a line “By …”."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from generator.edit.articles.converted import Doubt, Found, Line

_KEYS = {
    "title": "title", "headline": "title", "author": "byline", "authors": "byline", "by": "byline", "byline": "byline",
    "publisher": "publisher", "publication": "publisher", "date": "published", "published": "published",
    "url": "url", "link": "url", "language": "language", "lang": "language",
}  # fmt: skip
_PAIR = re.compile(r"\s*(?P<key>[A-Za-z]{2,12})\s*:\s+(?P<value>\S.*?)\s*")
_FENCE = re.compile(r"---\s*")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?=$|[T ])")
_URL = re.compile(r"https?://\S+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_MARKDOWN_TITLE = re.compile(r"#\s+(?P<title>\S.*?)\s*#*\s*")
_BYLINE = re.compile(
    r"(?:By|BY)\s+(?P<names>[A-Z][\w.'’-]+(?:\s(?:(?:and|&|de|van|von|der|al)\s)?[A-Z][\w.'’-]+){1,6})"
)
_LONGEST_HEAD, _FEWEST_PAIRS, _BYLINE_REACH = 40, 2, 4


@dataclass(frozen=True)
class Head:
    """The lines behind the head of a text, and what was in it."""

    lines: Sequence[str]
    details: Mapping[str, tuple[Found, ...]] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


def take_head(lines: Sequence[str], name: str) -> Head:
    """Return a text without its head, if it has front matter, or at least two lines such as “Title: …” before an empty line.

    The title of a Markdown file is also found, and stays in the text.
    """
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    end = _end_of_front_matter(lines, first) or _end_of_pairs(lines, first)
    details: dict[str, tuple[Found, ...]] = {}
    for line in lines[first:end]:
        if (pair := _PAIR.fullmatch(line)) and (key := _KEYS.get(pair["key"].lower())):
            value = _value(key, pair["value"].strip("\"'"))
            if value and key not in details:
                details[key] = (Found(value, f"line “{pair['key']}:”"),)
    removed = tuple(line.strip() for line in lines[first:end] if line.strip())
    steps = (f"Lines at the head that describe the text removed: {len(removed)}.",) if removed else ()
    rest = lines[end:] if removed else lines
    if "title" not in details and name.lower().endswith((".md", ".markdown")):
        start = next((line for line in rest if line.strip()), "")
        if match := _MARKDOWN_TITLE.fullmatch(start):
            details["title"] = (Found(match["title"], "first heading"),)
    return Head(rest, details, removed, steps)


def byline_in(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], Mapping[str, tuple[Found, ...]]]:
    """Return lines, of which one near the start may be “By …” and names, marked as a credit, and its value."""
    for at, line in enumerate(lines[:_BYLINE_REACH]):
        if match := _BYLINE.fullmatch(line.text):
            marked = replace(line, doubts=(*line.doubts, Doubt.CREDIT))
            return (*lines[:at], marked, *lines[at + 1 :]), {
                "byline": (Found(match["names"], f"line {at + 1}"),)
            }
    return lines, {}


def _end_of_front_matter(lines: Sequence[str], first: int) -> int:
    """Return the index behind the front matter between two lines of dashes; 0 if there is none."""
    if first >= len(lines) or not _FENCE.fullmatch(lines[first]):
        return 0
    for at in range(first + 1, min(len(lines), first + _LONGEST_HEAD)):
        if _FENCE.fullmatch(lines[at]):
            pairs = sum(_PAIR.fullmatch(line) is not None for line in lines[first + 1 : at])
            return at + 1 if pairs else 0
    return 0


def _end_of_pairs(lines: Sequence[str], first: int) -> int:
    """Return the index behind the lines with known keys, up to an empty line; 0 if there are not two."""
    end = first
    while end < len(lines) and lines[end].strip():
        pair = _PAIR.fullmatch(lines[end])
        if pair is None or pair["key"].lower() not in _KEYS:
            return 0
        end += 1
    return end if end - first >= _FEWEST_PAIRS and end < len(lines) else 0


def _value(key: str, value: str) -> str:
    """Return a value in the form of a sidecar; an empty text if it is not certain."""
    if key == "published":
        return _iso_date(value)
    if key == "url":
        return value if _URL.fullmatch(value) else ""
    if key == "language":
        return value if _LANGUAGE.fullmatch(value) else ""
    return value


def _iso_date(value: str) -> str:
    match = _ISO_DATE.match(value)
    try:
        return date.fromisoformat(match[0]).isoformat() if match else ""
    except ValueError:
        return ""
