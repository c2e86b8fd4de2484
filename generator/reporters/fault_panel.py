"""Diagnostics on a page of the live preview: over the last content that had no fault."""

from __future__ import annotations

from generator.escape import html_lines
from generator.pages import Page


def fault_panel(text: str) -> str:
    """Put a report of faults (plain text) into a panel of HTML."""
    return (
        '<section class="bb-faults" role="alert" aria-label="Faults in the content" data-search-exclude>\n'
        "<p><b>The content has faults.</b> Below is the last version that had none.</p>\n"
        f"<pre>{html_lines(text)}</pre>\n</section>\n"
    )


def fault_page() -> Page:
    """Make the page that stands for the whole site while it has never been without a fault."""
    return Page(
        "index.md",
        '---\ntitle: "Faults in the content"\n---\n\n# Nothing to show yet\n\nMend the faults above and save: this page reloads by itself.\n',
    )
