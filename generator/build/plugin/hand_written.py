"""Check that the pages which people wrote in docs/ have all their words."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import html
from mkdocs.structure.files import File, Files
from mkdocs.utils.meta import get_data

from generator.build.settings import ABOUT
from generator.build.verify import lost_lines
from generator.content import rules
from generator.diagnostics import Diagnostic
from generator.location import Location
from generator.site.pages.links import site_path

_HINT = (
    "Begin the page with a heading, not with “Word: text”, which is a setting; between two lines --- there may only be settings that the theme "
    "has, such as title. Elsewhere, put a backslash before the sign that Markdown takes for its own, or give a table as many columns as the "
    "row has cells. Words for editors alone belong in a comment: <!-- words -->."
)
_HEADING = re.compile(r"^# .*", re.MULTILINE)  # the page About has its own


def lost_words(files: Files, site: Path) -> Iterator[Diagnostic]:
    """Yield an error for every line of the pages in docs/ that has words which their pages in the folder `site` do not have.

    Pages whose Markdown another plugin or a hook has changed are left out: their words may be others on purpose.
    """
    for file in files.documentation_pages():
        if (page := site / file.dest_uri).is_file() and not _is_changed(file):
            yield from _lost(f"docs/{file.src_uri}", file.content_string, page)


def lost_words_about(root: Path, site: Path) -> Iterator[Diagnostic]:
    """Yield an error for every line of docs/about.md that the page About does not have."""
    if (root / ABOUT).is_file():
        text = _HEADING.sub("", (root / ABOUT).read_text(encoding="utf-8"), count=1)
        yield from _lost(ABOUT, text, site / site_path(ABOUT.removeprefix("docs/")))


def _is_changed(file: File) -> bool:
    return file.page is not None and file.page.markdown != get_data(file.content_string)[0]


def _lost(path: str, markdown: str, page: Path) -> Iterator[Diagnostic]:
    for number, line in lost_lines(markdown, html.document_fromstring(page.read_bytes())):
        location = Location(path, number, len(line) - len(line.lstrip()) + 1, len(line.strip()), line)
        yield rules.LOST_WORDS.at(location, "words of this line are not on the page", _HINT)
