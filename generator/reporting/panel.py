"""Diagnostics on a page of the live preview: over the last content that had no fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic
from generator.escape import html_lines, html_text
from generator.reporting.text import lines, summary
from generator.site.pages import Page
from generator.site.repository import Repository


def fault_panel(diagnostics: Iterable[Diagnostic], editor: Repository) -> str:
    """Put faults into a panel of HTML that lies over the page and can be folded; their places open in an editor."""
    told = list(diagnostics)
    return (
        '<section class="bb-faults" role="alert" aria-label="Faults in the content" data-search-exclude="1">\n'
        f"<details open><summary>{html_text(summary(told))} The page below is the last version without errors.</summary>\n"
        f"<pre>{''.join(_told(told, editor))}</pre>\n</details>\n</section>\n"
    )


def _told(diagnostics: Iterable[Diagnostic], editor: Repository) -> Iterator[str]:
    for one in diagnostics:
        first, *rest = lines(one)
        place = len(str(one.location))  # with which the first line begins
        yield f'<a href="{html_text(editor.file_url(one.location))}">{html_lines(first[:place])}</a>'
        yield html_lines("\n".join([first[place:], *rest, " "])) + "\n"


def fault_page() -> Page:
    """Make the page that stands for the whole site while it has never been without a fault."""
    return Page(
        "index.md",
        '---\ntitle: "Faults in the content"\n---\n\n# Nothing to show yet\n\nMend the faults and save: this page reloads by itself.\n',
    )


def stopped_page(message: str) -> str:
    """Make the page that stands for all while MkDocs itself cannot build: it asks again until there is another."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="1">'
        "<title>Nothing to show</title></head><body><h1>The site cannot be built</h1>\n"
        f"<pre>{html_lines(message)}</pre>\n"
        "<p>The terminal tells more. Mend it and save: this page reloads by itself.</p></body></html>\n"
    )
