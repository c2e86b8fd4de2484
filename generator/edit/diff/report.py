"""A comparison told: as text for a terminal, and in Markdown for the summary of a pull request."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from generator.edit.diff.compare import Change, Place, Section
from generator.edit.diff.facts import Heading, number
from generator.edit.diff.project import Comparison, Pages
from generator.escape import html_text
from generator.reporting.text import harmless
from generator.site.pages.differences import Run

_MOST_TEXTS = 20  # of one thing that changed; a stored text may have changed from end to end
_MOST_BYTES = 900_000  # GitHub refuses a summary of more than a mebibyte as a whole
_COUNTED = {
    Heading.WHOLE: ("whole briefing", "whole briefings"),
    Heading.POSITIONS: ("position", "positions"),
    Heading.EVIDENCE: ("place with other evidence", "places with other evidence"),
    Heading.SOURCES: ("source", "sources"),
    Heading.PARTIES: ("party or speaker", "parties and speakers"),
}
# The headings of groups of pages, and how they are counted.
_GROUPS = {
    "New pages": "new",
    "Pages that are gone": "gone",
    "Pages that lead on to a new address": "moved",
    "Pages that read otherwise": "changed",
}


def as_text(comparison: Comparison) -> str:
    """Tell a comparison in lines: [-words that went-], {+words that came+}."""
    return "\n".join(_text(comparison))


def _text(comparison: Comparison) -> Iterator[str]:
    yield from _introduced(comparison)
    for briefing, sections in _by_briefing(comparison.sections):
        yield ""
        yield harmless(briefing)
        for section in sections:
            yield f"  {section.heading}"
            for place in section.places:
                yield from (f"    {line}" for line in _place(place))
    for group, pages in _pages(comparison):
        yield ""
        yield group
        yield from (harmless(f"  {page}") for page in pages)


def _place(place: Place) -> Iterator[str]:
    indent = ""
    if place.name:
        yield harmless(f"{place.name}{_state(place)}")
        indent = "  "
    for what, runs in _lines(place.changes):
        yield harmless(
            f"{indent}{what}: {''.join(_run(run) for run in runs).strip()}" if runs else f"{indent}{what}"
        )


def _run(run: Run) -> str:
    marked = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}[run.change].format(run.text)
    return f"{marked}{' ' if run.space else ''}"


def as_markdown(comparison: Comparison) -> str:
    """Tell a comparison in Markdown. What editors and articles wrote stands in HTML, in which none of it is markup."""
    told, size = [], 0
    for part in _markdown(comparison):
        size += len(part.encode()) + 2
        if size > _MOST_BYTES:
            told.append("_There is more than can be shown here._")
            break
        told.append(part)
    return "\n\n".join(told)


def _markdown(comparison: Comparison) -> Iterator[str]:
    yield "## What changes for readers"
    yield from (f"<p>{html_text(line)}</p>" for line in _introduced(comparison))
    for briefing, sections in _by_briefing(comparison.sections):
        yield f"<h3>{html_text(briefing)}</h3>"
        for section in sections:
            yield f"#### {section.heading}"
            items = "\n".join(item for place in section.places for item in _items(place))
            yield f"<ul>\n{items}\n</ul>"
    for group, pages in _pages(comparison):
        listed = "\n".join(f"<li><code>{html_text(page)}</code></li>" for page in pages)
        yield f"<details><summary>{group}: {len(pages):,}</summary>\n<ul>\n{listed}\n</ul>\n</details>"


def _items(place: Place) -> Iterator[str]:
    lines = [
        f"<li>{html_text(what)}{': ' if runs else ''}{''.join(_marked(run) for run in runs).strip()}</li>"
        for what, runs in _lines(place.changes)
    ]
    if not place.name:
        yield from lines
        return
    yield f"<li><b>{html_text(place.name)}</b>{_state(place)}<ul>"
    yield from lines
    yield "</ul></li>"


def _marked(run: Run) -> str:
    text = html_text(run.text)
    tag = {"same": "", "removed": "del", "added": "ins"}[run.change]
    return (f"<{tag}>{text}</{tag}>" if tag else text) + (" " if run.space else "")


def _lines(changes: Iterable[Change]) -> Iterator[tuple[str, tuple[Run, ...]]]:
    for change in changes:
        yield from ((change.what, runs) for runs in change.texts[:_MOST_TEXTS])
        if (more := len(change.texts) - _MOST_TEXTS) > 0:
            yield f"{change.what}: … and {more:,} more", ()


def _state(place: Place) -> str:
    return "" if place.state == "changed" else f" ({place.state})"


def _introduced(comparison: Comparison) -> Iterator[str]:
    yield _counts(comparison)
    if comparison.unread:
        yield (
            f"At {comparison.revision} the content had {number(comparison.unread, 'error', 'errors')}: what could "
            "not be read then is told as new, and its pages are not compared."
        )


def _counts(comparison: Comparison) -> str:
    counts = {
        heading: sum(len(one.places) for one in comparison.sections if one.heading is heading)
        for heading in _COUNTED
    }
    parts = [number(count, *_COUNTED[heading]) for heading, count in counts.items() if count]
    parts += [
        f"{number(len(pages), 'page', 'pages')} {_GROUPS[group]}" for group, pages in _pages(comparison)
    ]
    if not parts:
        changed = "This" if comparison.sections else "Nothing that a reader sees"
        return f"{changed} changed since {comparison.revision}."
    return f"Since {comparison.revision}: {', '.join(parts)}."


def _by_briefing(sections: Iterable[Section]) -> Iterator[tuple[str, Iterator[Section]]]:
    for briefing, group in groupby(sections, key=lambda section: section.briefing):
        yield briefing or "For all briefings", group


def _pages(comparison: Comparison) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the groups of pages that are not empty, each with its heading."""
    pages = comparison.pages or Pages()
    for group, some in zip(_GROUPS, (pages.new, pages.gone, pages.moved, pages.changed), strict=True):
        if some:
            yield group, some


FORMS: dict[str, Callable[[Comparison], str]] = {"text": as_text, "markdown": as_markdown}
