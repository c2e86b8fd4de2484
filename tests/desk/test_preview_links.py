"""Beside the desk, every page, card and cell of the preview links to it; a built site has nothing of it."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.content.files import read_files
from generator.pipeline import build_pages, examine, site_of
from generator.site.repository import DESK, desk_links
from generator.site.site import publication
from tests.building import HARBOUR, build, copy_project, files, small_project
from tests.desk.desks import ORIGIN, Visitor

_LINK = re.compile(rf'href="({ORIGIN}/at\?[^"]+)"')


def pages() -> dict[str, str]:
    """Return every page of the harbour example, beside a desk."""
    site = site_of(examine(*read_files(HARBOUR)), publication=publication("A", "", desk_links(ORIGIN)))
    return {page.uri: page.markdown for page in build_pages(site)}


def test_every_page_of_content_every_card_and_every_cell_says_edit_here() -> None:
    for uri, text in pages().items():
        assert len(re.findall(r"<a data-edit data-search-exclude[^>]*>Edit here</a>", text)) == text.count(
            '<figure class="bb-card'
        ), uri
        for table in re.findall(r'<table class="bb-gl.*?</table>', text, re.DOTALL):
            cells = re.findall(r'<td role="cell"(?! class)[^>]*>(.{9})', table, re.DOTALL)
            assert cells
            assert set(cells) == {"<a data-e"}, uri
    with_foot = [uri for uri, text in pages().items() if re.search(r'class="bb-foot.*">Edit here</a>', text)]
    assert "briefings/boats/index.md" in with_foot
    assert sum(uri.startswith(("briefings/", "parties/", "sources/")) for uri in with_foot) > 10


def test_each_link_leads_to_a_place_of_the_desk(tmp_path: Path) -> None:
    visitor = Visitor(copy_project(HARBOUR, tmp_path))
    found = {link.replace("&amp;", "&") for text in pages().values() for link in _LINK.findall(text)}
    assert len(found) > 30
    for link in found:
        parts = urlsplit(link)
        assert set(parse_qs(parts.query)) == {"file", "line"}
        assert visitor.get(f"/at?{parts.query}").status_code == 303, link


@pytest.mark.slow
def test_a_built_site_has_nothing_of_the_desk(tmp_path: Path) -> None:
    site = build(small_project(tmp_path / "site"), env={DESK: ORIGIN})
    pages = {path: content for path, content in files(site).items() if not path.startswith("editors/guides/")}
    own = {ORIGIN.encode(), b"Edit here", b"data-editor", b"briefing-desk", b"X-Desk-Token"}
    assert [path for path, content in pages.items() if any(word in content for word in own)] == []
