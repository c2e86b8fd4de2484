"""The page of a party: its row of each issue, and the other parties in one line."""

import gc
from pathlib import Path

import pytest
from lxml import html

from generator.content.files import read_files
from generator.pipeline import build_pages, examine, page_maker, plan_pages, site_of
from generator.site.pages.entries import ShownWords
from tests.browser.sizes import write_sizes
from tests.test_cases import project

TOWN = "briefings/bridge/positions/town.yml"
BRIEFING = "briefings/bridge/briefing.yml"


def others(files: dict[str, bytes], party: str) -> list[str]:
    """Return the lines about the other parties on the page of a party."""
    pages = {page.uri: page.markdown for page in build_pages(site_of(examine(files)))}
    tree = html.fragment_fromstring(pages[f"parties/{party}.md"], create_parent="div")
    return [" ".join(line.text_content().split()) for line in tree.xpath("//p[@class='bb-others']")]


@pytest.mark.parametrize(
    ("stance", "line"),
    [("not-found", "Others: no position found."), ("declined", "Others: declined to say.")],
)
def test_the_line_about_the_others_says_why_they_have_no_position(stance: str, line: str) -> None:
    files = project()
    files[TOWN] = files[TOWN].replace(b"not-found", stance.encode())
    assert others(files, "drivers") == [line]


def test_an_only_party_has_no_line_about_others() -> None:
    files = project()
    del files[TOWN]
    files[BRIEFING] = files[BRIEFING].replace(b"[town, drivers]", b"[drivers]")
    assert others(files, "drivers") == []


def test_where_others_are_many_the_line_counts_all_parties(tmp_path: Path) -> None:
    files, _ = read_files(write_sizes(tmp_path, "twenty"))
    pages = {page.uri: page.markdown for page in build_pages(site_of(examine(files)))}
    block = html.fragment_fromstring(pages["briefings/twenty/issues/issue-1.md"], create_parent="div")
    counts = block.xpath("//p[@class='bb-res']//span[@class='bb-n']")
    line = others(dict(files), "party-1")[0]
    assert line == f"All parties: {', '.join(count.text_content() for count in counts)}."


@pytest.mark.parametrize(
    ("size", "addresses"),
    [
        ("nine", [f"parties=party-1,party-{number}" for number in range(2, 10)]),
        ("twenty", ["parties=party-1"]),
    ],
)
def test_a_party_is_compared_with_each_of_the_others_or_if_they_are_many_with_one_chosen_there(
    tmp_path: Path, size: str, addresses: list[str]
) -> None:
    files, _ = read_files(write_sizes(tmp_path, size))
    pages = {page.uri: page.markdown for page in build_pages(site_of(examine(files)))}
    tree = html.fragment_fromstring(pages["parties/party-1.md"], create_parent="div")
    found = tree.xpath("//p[@class='bb-sm bb-with']/a/@href")
    assert [address.partition("?")[2] for address in found] == addresses


def test_what_the_page_of_a_party_has_computed_goes_with_the_page() -> None:
    site = site_of(examine(project()))
    planned = plan_pages(site)
    make = page_maker(site, planned)
    before = _shown_words()
    for page in planned:
        if page.uri.startswith("parties/"):
            make(page)
    assert _shown_words() == before


def _shown_words() -> int:
    """Return how many words of rows are in memory."""
    gc.collect()
    return sum(isinstance(value, ShownWords) for value in gc.get_objects())
