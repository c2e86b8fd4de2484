"""A comparison as text for a terminal, and as Markdown for the summary of a pull request."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from generator.edit.diff.compare import Change, Heading, Section
from generator.edit.diff.states import Comparison
from generator.escape import html_text
from generator.reporting.text import sanitise
from generator.site.pages.differences import Run

_MOST_BYTES = 900_000  # GitHub rejects a summary of more than one mebibyte
_COUNTED = {
    Heading.WHOLE: "whole briefing",
    Heading.POSITIONS: "position",
    Heading.SOURCES: "source",
}


def as_text(comparison: Comparison) -> str:
    """Return the report as lines, with [-removed words-] and {+added words+}."""
    lines = [_introduction(comparison)]
    for briefing, sections in _by_briefing(comparison.sections):
        lines += ["", briefing]
        for section in sections:
            lines.append(f"  {section.heading}")
            for change in section.changes:
                lines += [f"    {_title(change)}"] if change.name else []
                indent = "      " if change.name else "    "
                lines += [f"{indent}{label}: {_text_runs(words)}" for label, words in change.fields]
    return "\n".join(map(sanitise, lines))


def as_markdown(comparison: Comparison) -> str:
    """Return the report as Markdown, cut where GitHub would reject it.

    Texts of editors and articles are inside HTML elements, so that none of them is read as markup.
    """
    parts, size = [], 0
    for part in _markdown(comparison):
        size += len(part.encode()) + 2
        if size > _MOST_BYTES:
            parts.append("_The report is cut here, because it is too long._")
            break
        parts.append(part)
    return "\n\n".join(parts)


def _markdown(comparison: Comparison) -> Iterator[str]:
    yield "## What changes for readers"
    yield f"<p>{html_text(_introduction(comparison))}</p>"
    for briefing, sections in _by_briefing(comparison.sections):
        yield f"<h3>{html_text(briefing)}</h3>"
        for section in sections:
            yield f"#### {section.heading}"
            items = "\n".join(item for change in section.changes for item in _list_items(change))
            yield f"<ul>\n{items}\n</ul>"


def _list_items(change: Change) -> Iterator[str]:
    fields = [f"<li>{html_text(label)}: {_html_runs(words)}</li>" for label, words in change.fields]
    if change.name:
        yield f"<li><b>{html_text(_title(change))}</b><ul>"
        yield from fields
        yield "</ul></li>"
    else:
        yield from fields


def _text_runs(runs: Iterable[Run]) -> str:
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(marks[run.change].format(run.text) + (" " if run.space else "") for run in runs).rstrip()


def _html_runs(runs: Iterable[Run]) -> str:
    elements = {"same": "{}", "removed": "<del>{}</del>", "added": "<ins>{}</ins>"}
    return "".join(
        elements[run.change].format(html_text(run.text)) + (" " if run.space else "") for run in runs
    ).rstrip()


def _title(change: Change) -> str:
    return change.name if change.state == "changed" else f"{change.name} ({change.state})"


def _introduction(comparison: Comparison) -> str:
    revision, errors = comparison.revision, comparison.errors
    if errors:
        return f"At {revision}, the content has {_count(errors, 'error')}, so it cannot be compared."
    if not comparison.sections:
        return f"Nothing that readers see has changed since {revision}."
    counts = {
        heading: sum(len(section.changes) for section in comparison.sections if section.heading is heading)
        for heading in _COUNTED
    }
    counted = [_count(number, _COUNTED[heading]) for heading, number in counts.items() if number]
    return f"Changed since {revision}: {', '.join(counted) or 'only what is listed here'}."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _by_briefing(sections: Iterable[Section]) -> Iterator[tuple[str, Iterator[Section]]]:
    for briefing, group in groupby(sections, key=lambda section: section.briefing):
        yield briefing or "All briefings", group


FORMS: dict[str, Callable[[Comparison], str]] = {"text": as_text, "markdown": as_markdown}
