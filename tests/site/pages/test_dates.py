"""The date of a position on pages comes from its own entry, never from the briefing."""

import json
import re

from generator.content.files import read_files
from generator.pipeline import examine, plan_exports, site_of
from tests.building import HARBOUR
from tests.site.pages.changed import pages_with

COUNCIL = "briefings/night-closing/positions/harbour-council.yml"
CREWS = "briefings/night-closing/positions/crews.yml"
NOISE = "briefings/night-closing/issues/noise-limit.md"
DATED = "  - issue: noise-limit\n    stance: supports\n    as_of: 2031-03-04\n"
UNDATED = (COUNCIL, DATED, DATED.replace("    as_of: 2031-03-04\n", ""))
SEARCHED = (
    COUNCIL,
    DATED,
    f"  - {{issue: noise-limit, stance: not-found, searched_until: 2031-06-12}}\n{DATED}",
)
CHECKED = "sources checked up to 12 June 2031"


def exported(*changes: tuple[str, str, str]) -> dict[str, bytes]:
    """Return the exports of the night closing, by name, after changes as for pages."""
    files = dict(read_files(HARBOUR)[0])
    for path, old, new in changes:
        files[path] = files[path].replace(old.encode(), new.encode())
    exports = plan_exports(site_of(examine(files)))
    return {
        export.uri.rpartition("/")[2]: export.content for export in exports if "night-closing" in export.uri
    }


def cell(page: str, party: str) -> str:
    """Return how sure the position of a party is and since when, or why it has none, on the page of an issue."""
    found = re.search(
        rf"{party}: .*\n\n<div class=\"bb-held\">\n<p.*|.*<span[^>]*>{party}(?:</span>|: ).*", page
    )
    assert found
    return found[0]


def test_a_position_without_a_date_says_so_on_every_page() -> None:
    pages = pages_with(UNDATED)
    assert "not dated" in cell(pages[NOISE], "Council")
    assert "Mar" not in cell(pages[NOISE], "Council")
    for uri in ("briefings/night-closing/index.md", "parties/harbour-council.md"):
        assert pages[uri].count("not dated") == 1, uri


def test_a_position_without_a_date_has_none_in_exports() -> None:
    exports = exported(UNDATED)
    positions = json.loads(exports["briefing.json"])["positions"]
    (own,) = (
        item for item in positions if (item["party"], item["issue"]) == ("harbour-council", "noise-limit")
    )
    assert "as_of" not in own
    (row,) = (
        line
        for line in exports["matrix.csv"].decode().splitlines()
        if ",harbour-council," in line and "noise" in line[:12]
    )
    assert "2031-03-04" not in row


def test_a_later_search_without_result_keeps_the_position_and_says_its_date() -> None:
    pages = pages_with(SEARCHED)
    assert "4 Mar 2031" in cell(pages[NOISE], "Council")
    assert CHECKED in cell(pages[NOISE], "Council")
    assert pages["briefings/night-closing/changes.md"] == pages_with()["briefings/night-closing/changes.md"]


def test_a_cell_without_an_entry_does_not_say_that_sources_were_checked() -> None:
    entry = "  - {issue: noise-limit, stance: not-found, searched_until: 2031-06-11}\n"
    page = pages_with((CREWS, entry, ""))[NOISE]
    assert "2031" not in cell(page, "Crews")


def test_the_basis_of_a_position_is_that_of_its_evidence() -> None:
    written = (COUNCIL, DATED, f"{DATED}    basis: reported\n")
    assert pages_with(written) == pages_with()
    stated = pages_with((COUNCIL, DATED, f"{DATED}    basis: stated\n"))[NOISE]
    assert "Quoted in part" in cell(stated, "Council")
