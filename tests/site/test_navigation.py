"""The navigation of each page."""

import pytest

from generator.content.files import read_files
from generator.pipeline import build_pages, examine, site_of
from generator.site.navigation import briefing_bar
from generator.site.pages.page import NavEntry
from generator.site.site import Site
from tests.building import HARBOUR, ROOT

REAL = "briefings/ukraine-settlement"


@pytest.fixture(scope="module", params=[ROOT, HARBOUR], ids=["real", "made up"])
def site(request: pytest.FixtureRequest) -> Site:
    """A site with one briefing, and one with several."""
    return site_of(examine(*read_files(request.param)))


def current(bar: tuple[NavEntry, ...]) -> dict[str, str]:
    """Return the entries that are marked as current, with their marks."""
    return {entry.title: entry.current for entry in bar if entry.current}


def test_a_bar_has_at_most_five_entries_and_every_one_is_a_page(site: Site) -> None:
    uris = {page.uri for page in build_pages(site)}
    bars = {uri: briefing_bar(site, uri, uris) for uri in uris}
    assert {len(bar) for bar in bars.values()} <= {0, 3, 4, 5}
    assert all(bars[uri] for uri in uris if uri.startswith("briefings/"))
    assert {f"{entry.url.rstrip('/')}.md" for bar in bars.values() for entry in bar} <= {
        *uris,
        *(f"briefings/{slug}.md" for slug in site.corpus.briefings),
    }


def test_a_bar_leaves_out_pages_that_the_site_does_not_have() -> None:
    site = site_of(examine(*read_files(ROOT)))
    bar = briefing_bar(site, f"{REAL}/index.md", {f"{REAL}/index.md", f"{REAL}/parties.md"})
    assert [entry.title for entry in bar] == ["Summary", "Parties"]


@pytest.mark.parametrize(
    ("uri", "marked"),
    [
        (f"{REAL}/index.md", {"Summary": "page"}),
        ("index.md", {"Summary": "page"}),
        (f"{REAL}/parties.md", {"Parties": "page"}),
        ("parties/russia.md", {"Parties": "true"}),
        ("sources/moscow-talks-2025-12-02.md", {"Sources": "true"}),
        (f"{REAL}/issues/us-proposal.md", {}),
    ],
)
def test_a_bar_marks_the_page_itself_or_the_list_that_it_is_in(uri: str, marked: dict[str, str]) -> None:
    site = site_of(examine(*read_files(ROOT)))
    assert current(briefing_bar(site, uri, {page.uri for page in build_pages(site)})) == marked


def test_pages_of_several_briefings_or_of_none_have_no_bar() -> None:
    site = site_of(examine(*read_files(HARBOUR)))
    uris = {page.uri for page in build_pages(site)}
    for uri in (
        "index.md",
        "about.md",
        "method.md",
        "parties/index.md",
        "parties/islanders.md",
        "editors/index.md",
    ):
        assert uri in uris
        assert briefing_bar(site, uri, uris) == ()
