"""Tracked changes and comments of a Word file, as notices for the editor."""

from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from generator.edit.articles.counts import counted
from generator.edit.articles.word.package import Package, attribute, local_name

_LONGEST_SAMPLE = 80
_MOST_SAMPLES = 5
_KINDS = {
    "ins": ("insertion", "The text has them"),
    "del": ("deletion", "The text does not have them"),
    "moveTo": ("moved passage", "They are where they were moved to"),
}


def change_notices(package: Package) -> tuple[str, ...]:
    """Return a notice for each kind of tracked change, with how many there are, by whom, and what; and one for comments."""
    notices = []
    for kind, (noun, where) in _KINDS.items():
        changes = list(_changes(package.document, kind))
        if changes:
            notices.append(
                f"Tracked changes: {counted(len(changes), noun)} by {_authors(changes)}: {_samples(map(_text, changes))}. "
                f"{where}. Ask whether they were accepted."
            )
    comments = _comments(package)
    if comments:
        notices.append(
            f"{counted(len(comments), 'comment')} by {_authors(comments)} left out: {_samples(map(_text, comments))}."
        )
    return tuple(notices)


def _changes(document: etree._Element, kind: str) -> Iterator[etree._Element]:
    """Yield the tracked changes of a kind that have text."""
    for element in document.iter():
        if local_name(element) == kind and _text(element):
            yield element


def _comments(package: Package) -> list[etree._Element]:
    part = package.of_main("comments")
    return (
        [item for item in package.root(part) if local_name(item) == "comment" and _text(item)] if part else []
    )


def _text(element: etree._Element) -> str:
    pieces = [item.text or "" for item in element.iter() if local_name(item) in {"t", "delText"}]
    return " ".join("".join(pieces).split())


def _authors(elements: Iterable[etree._Element]) -> str:
    """Return the names of authors with the days of their changes, those with most first."""
    counts = Counter(
        (attribute(element, "author") or "somebody without a name", attribute(element, "date")[:10])
        for element in elements
    )
    days: dict[str, set[str]] = {}
    for author, day in dict(counts.most_common()):
        days.setdefault(author, set()).add(day)
    return ", ".join(f"{author}{_period(sorted(filter(None, found)))}" for author, found in days.items())


def _period(days: list[str]) -> str:
    if not days:
        return ""
    return f" ({days[0]})" if days[0] == days[-1] else f" ({days[0]} to {days[-1]})"


def _samples(texts: Iterable[str]) -> str:
    different = list(dict.fromkeys(texts))
    shown = [f"“{text[:_LONGEST_SAMPLE]}{'…' if len(text) > _LONGEST_SAMPLE else ''}”" for text in different]
    more = len(shown) - _MOST_SAMPLES
    return ", ".join(shown[:_MOST_SAMPLES]) + (f" and {more} more" if more > 0 else "")
