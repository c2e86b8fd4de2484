"""With a repository in the settings, pages and cards link to the file and line that they come from."""

import re
from pathlib import Path

import pytest

from generator.content.files import read_files
from generator.pipeline import build_pages, examine, site_of
from generator.site.repository import repository
from generator.site.site import publication
from tests.building import HARBOUR, ROOT

ADDRESS = "https://codeberg.org/o/r"
_EDIT = re.compile(rf'data-edit data-search-exclude="1" href="{ADDRESS}/src/branch/main/([^"#]+)#L(\d+)"')
_PAGE = re.compile(rf'<a href="{ADDRESS}/src/branch/main/([^"#]+)#L(\d+)">Edit this page')


def pages(root: Path, address: str) -> dict[str, str]:
    """Return the Markdown of every page of the project at `root`."""
    site = site_of(
        examine(*read_files(root)), publication=publication("A", "https://a.example/b/", repository(address))
    )
    return {page.uri: page.markdown for page in build_pages(site)}


@pytest.mark.parametrize("root", [ROOT, HARBOUR], ids=["real", "made up"])
def test_every_card_links_to_its_evidence(root: Path) -> None:
    cards = 0
    for uri, text in pages(root, ADDRESS).items():
        found = _EDIT.findall(text)
        assert len(found) == text.count('<figure class="bb-card'), uri
        for path, line in found:
            there = (root / path).read_text(encoding="utf-8").splitlines()[int(line) - 1]
            assert "source:" in there, (uri, path, line)
            cards += 1
    assert cards > 30


@pytest.mark.parametrize(
    ("uri", "path", "words"),
    [
        ("briefings/ukraine-settlement/index.md", "briefings/ukraine-settlement/briefing.yml", "title:"),
        (
            "briefings/ukraine-settlement/issues/us-proposal.md",
            "briefings/ukraine-settlement/briefing.yml",
            "us-proposal:",
        ),
        ("parties/russia.md", "briefings/parties.yml", "name: Russian Federation"),
        ("sources/moscow-talks-2025-12-02.md", "seeds/moscow-talks-2025-12-02.yml", "title:"),
    ],
)
def test_a_page_links_to_its_place_in_the_file(uri: str, path: str, words: str) -> None:
    ((found, line),) = _PAGE.findall(pages(ROOT, ADDRESS)[uri])
    assert found == path
    assert words in (ROOT / path).read_text(encoding="utf-8").splitlines()[int(line) - 1]


def test_without_a_repository_no_page_has_these_links() -> None:
    assert not any("Edit this page" in text or "data-edit" in text for text in pages(ROOT, "").values())
