"""A source that is not usable shows its status on its page, in lists, and wherever it is cited."""

import re
from collections.abc import Mapping

import pytest

from tests.site.pages.changed import pages_with

SOURCE = "tide-2031-03-05"
REASON = "The paper said so on 9 March."
BRIEFING = "briefings/night-closing"


@pytest.fixture(scope="module", params=["corrected", "cancelled"])
def status(request: pytest.FixtureRequest) -> str:
    """A status of a source."""
    return str(request.param)


@pytest.fixture(scope="module")
def pages(status: str) -> Mapping[str, str]:
    """The pages of the harbour example when one more source has that status."""
    noted = f"status: {status}\nstatus_note: {REASON}\npublish: excerpt"
    return pages_with((f"seeds/{SOURCE}.yml", "publish: excerpt", noted))


def test_the_page_of_the_source_begins_with_its_status(pages: Mapping[str, str], status: str) -> None:
    banner = f'<p class="bb-banner" role="note">This source is {status}: {REASON}'
    page = pages[f"sources/{SOURCE}.md"]
    assert banner in page
    assert page.index(banner) < page.index("<dl") < page.index("#bb-text")
    assert "bb-banner" not in pages["sources/gull-2031-02-10.md"]


@pytest.mark.parametrize("uri", ["sources/index.md", f"{BRIEFING}/index.md"])
def test_lists_of_sources_show_the_status(pages: Mapping[str, str], status: str, uri: str) -> None:
    (row,) = re.findall(
        r"<tr>((?:(?!</tr>).)*Night closing: council in favour.*?)</tr>", pages[uri], re.DOTALL
    )
    assert f'<span class="bb-flag">{status}</span>' in row
    assert "<span>usable</span>" in pages[uri]


def test_every_marker_of_its_passages_shows_the_status(pages: Mapping[str, str], status: str) -> None:
    in_markdown = re.compile(rf"\[([^\]]*)\]\([^)]*{SOURCE}\.md#[^)]*\)\{{ (\.bb-ev[^}}]*) \}}")
    in_html = re.compile(
        rf'<a class="(bb-ev[^"]*)" href="[^"]*{SOURCE}/#[^"]*" aria-label="([^"]*)">([^<]*)</a>'
    )
    found = 0
    for text in pages.values():
        for seen, dress in in_markdown.findall(text):
            assert seen.endswith(status)
            assert ".bb-unusable" in dress
            assert f"this source is {status}" in dress
            found += 1
        for dress, label, seen in in_html.findall(text):
            assert seen.endswith(status)
            assert "bb-unusable" in dress
            assert f"this source is {status}" in label
            found += 1
    assert found > 5


def test_every_card_of_its_passages_gives_the_reason(pages: Mapping[str, str], status: str) -> None:
    cards = [card for text in pages.values() for card in re.findall(r"<figure.*?</figure>", text, re.DOTALL)]
    from_it = [card for card in cards if f"{SOURCE}/#" in card]
    assert from_it
    for card in cards:
        warned = f'<p class="bb-warn">This source is {status}: {REASON}</p>' in card
        assert warned == (card in from_it)


def test_the_coverage_shows_the_status(pages: Mapping[str, str], status: str) -> None:
    row = next(
        part
        for part in pages[f"{BRIEFING}/coverage.md"].split('<th scope="row"')
        if ">Noise limit</a>" in part
    )
    assert f">source {status}</span>" in row.split('data-l="Night Line"')[1].split("</td>")[0]


def test_the_row_of_a_position_shows_the_status(pages: Mapping[str, str], status: str) -> None:
    page = pages[f"{BRIEFING}/index.md"]
    row = next(part for part in page.split("<li") if ">Night Line</a>" in part and f"{SOURCE}/#" in part)
    assert re.search(rf'<span class="bb-ev bb-reported bb-unusable">.*? {status}', row)


def test_every_claim_that_cites_it_shows_the_status(pages: Mapping[str, str], status: str) -> None:
    claim = "The Tide reports that the company could live with a limit"
    stands = {uri for uri, text in pages.items() if claim in text}
    assert f"{BRIEFING}/issues/noise-limit.md" in stands
    for uri in stands:
        for after in pages[uri].split(claim)[1:]:
            assert status in after[:900], uri
