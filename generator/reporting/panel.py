"""Diagnostics on the pages of the live preview, above the last version without errors."""

from collections.abc import Iterable

from generator.diagnostics import Diagnostic
from generator.escape import html_lines, html_text
from generator.reporting.text import lines, summary
from generator.site.pages import Page
from generator.site.repository import Repository


def error_panel(diagnostics: Iterable[Diagnostic], editor: Repository) -> str:
    """Return HTML for a panel over the page that can be folded; locations are links that open an editor."""
    diagnostics = list(diagnostics)
    return (
        '<section class="bb-errors" role="alert" aria-label="Errors in the content" data-search-exclude="1">\n'
        f"<details open><summary>{html_text(summary(diagnostics))} The page below is the last version without errors.</summary>\n"
        f"<pre>{''.join(_block(diagnostic, editor) for diagnostic in diagnostics)}</pre>\n</details>\n</section>\n"
    )


def _block(diagnostic: Diagnostic, editor: Repository) -> str:
    first, *rest = lines(diagnostic)
    end = len(str(diagnostic.location))  # the first line begins with the location
    link = f'<a href="{html_text(editor.file_url(diagnostic.location))}">{html_lines(first[:end])}</a>'
    return link + html_lines("\n".join([first[end:], *rest, " "])) + "\n"


def placeholder_page() -> Page:
    """Return the page that the preview shows while the content has had errors from the start."""
    return Page(
        "index.md",
        'title: "Errors in the content"',
        "# Nothing to show yet\n\nFix the errors and save: this page reloads by itself.\n",
    )


def build_error_page(message: str) -> str:
    """Return the HTML page that the preview shows while MkDocs cannot build; it reloads until there is a site."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="1">'
        "<title>Nothing to show</title></head><body><h1>The site cannot be built</h1>\n"
        f"<pre>{html_lines(message)}</pre>\n"
        "<p>The terminal shows more. Fix the error and save: this page reloads by itself.</p></body></html>\n"
    )
