"""The coverage page: what each cell rests on, lists of gaps, and counts of each party."""

import datetime as dt
import re
from collections.abc import Mapping

import html5lib
import pytest

from generator.site.pages.coverage import MOST_ISSUES
from tests.site.pages.changed import pages_with

COVERAGE = "briefings/night-closing/coverage.md"
BRIEFING = "briefings/night-closing/briefing.yml"
CREWS = "briefings/night-closing/positions/crews.yml"
TIDE = "seeds/tide-2031-03-05.yml"


def words(html: str) -> str:
    """Return the text of a piece of HTML."""
    return " ".join("".join(html5lib.parseFragment(html, namespaceHTMLElements=False).itertext()).split())


def cells(page: str) -> Mapping[tuple[str, str], str]:
    """Return the words of every cell of the first table by (issue, party)."""
    table = page.split("</table>", maxsplit=1)[0]
    return {
        (words(head), party): words(cell)
        for head, row in re.findall(r'<th scope="row"[^>]*>(.*?)</th>(.*?)</tr>', table, re.DOTALL)
        for party, cell in re.findall(r'<td role="cell" data-l="([^"]*)">(.*?)</td>', row, re.DOTALL)
    }


def gaps(page: str) -> Mapping[str, tuple[str, list[str]]]:
    """Return every line of the list of gaps by name: how many cells, and their links."""
    text = page.split('<dl class="bb-gaps">')[1].split("</dl>", maxsplit=1)[0]
    return {
        words(name): (words(number), re.findall(r'href="([^"]*)"', rest))
        for name, number, rest in re.findall(
            r"<dt><b>(.*?)</b> <span[^>]*>(.*?)</span></dt>(.*?)</dd>", text, re.DOTALL
        )
    }


def test_every_cell_says_what_its_position_rests_on() -> None:
    found = cells(pages_with()[COVERAGE])
    assert len(found) == 12
    assert found["Closing at night", "Council"] == "1 source source corrected"
    assert found["Closing at night", "Crews"] == "not stated"
    assert found["Noise limit", "Islanders"] == "declined to say"
    assert found["Noise limit", "Crews"] == "no position found"
    assert found["Paid rest", "Crews"] == "withdrawn"


@pytest.mark.parametrize(
    ("added", "said", "marks"),
    [
        ("{source: gull-2031-02-10, reported: The last ferry docks at ten past two}", "2 independent sources", (2, 0)),
        ("{source: lantern-2031-03-04, reported: The Night Line rejected it}", "2 sources, 1 origin", (1, 1)),
    ],
)  # fmt: skip
def test_a_cell_counts_sources_and_origins_in_words_and_marks(
    added: str, said: str, marks: tuple[int, int]
) -> None:
    last = "reported: the company could live with a limit on noise if the town paid for quieter ramps\n        speaker: olav-brandt\n"
    page = pages_with(("briefings/night-closing/positions/night-line.yml", last, f"{last}      - {added}\n"))[
        COVERAGE
    ]
    assert cells(page)["Noise limit", "Night Line"] == said
    tally = page.split('data-l="Night Line"')[2].split("</td>")[0]
    assert (tally.count('<i class="bb-full">'), tally.count("<i></i>")) == marks


def test_every_gap_is_listed_with_links_to_its_cells() -> None:
    pages = pages_with()
    found = gaps(pages[COVERAGE])
    assert {name: number for name, (number, _) in found.items()} == {
        "No position recorded": "7 of 12",
        "Source corrected, withheld or cancelled": "3 of 12",
        "Inferred, not stated": "0 of 12",
        "One source": "5 of 12",
        "Several sources, one origin": "0 of 12",
        "Review overdue": "0 of 12",
        "Several independent sources": "0 of 12",
    }
    places = [place for _, places in found.values() for place in places]
    assert len(places) == 3 + 1 + 3 + 5  # on paid rest, no party has a position: one place stands for all
    for place in places:
        path, anchor = re.fullmatch(r"\.\./(issues/[a-z-]+)/(?:#(.*))?", place).groups()  # type: ignore[union-attr]
        page = pages[f"briefings/night-closing/{path}.md"]
        assert re.search(rf'(?:{{: #|id="){anchor or "bb-title"}[ "]', page), place
    assert '<a href="../issues/paid-rest/">all parties</a>' in pages[COVERAGE]


def test_overdue_reviews_are_counted_if_the_briefing_sets_a_period() -> None:
    overdue = pages_with(today=dt.date(2031, 9, 1))[COVERAGE]
    assert gaps(overdue)["Review overdue"][0] == "12 of 12"
    assert "more than 60 days before 1 September 2031" in overdue
    assert "sets no review period" in pages_with((BRIEFING, "review_every: 60\n", ""))[COVERAGE]


def test_overdue_reviews_are_marked_only_if_others_are_not_overdue() -> None:
    late = dt.date(2031, 9, 1)
    everything = pages_with(today=late)[COVERAGE]
    assert cells(everything)["Closing at night", "Crews"] == "not stated"
    assert gaps(everything)["Review overdue"][1] == []
    entry = "issue: noise-limit, stance: not-found,"
    mixed = pages_with((CREWS, entry, f"{entry} reviewed_on: 2031-08-30,"), today=late)[COVERAGE]
    assert "review overdue" in cells(mixed)["Closing at night", "Crews"]
    assert "review overdue" not in cells(mixed)["Noise limit", "Crews"]


def test_the_overview_links_to_the_coverage() -> None:
    assert 'href="coverage/"' in pages_with()["briefings/night-closing/index.md"]


def test_every_party_is_counted_in_declared_order() -> None:
    page = pages_with(without=(CREWS,))[COVERAGE]
    table = page.split('id="bb-treatment"')[-1].split("bb-heard")[1]
    assert re.findall(r"parties/([a-z-]+)/", table) == ["harbour-council", "islanders", "night-line", "crews"]
    crews = [words(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", table.split("parties/crews/")[1])]
    assert crews == ["0 of 3", "0", "0", "0", "0", "0", "0", "none", "none"]
    voices = page.split("bb-heard")[2]
    assert "no quotes or reports" in voices
    assert "<th" in voices
    assert "Olav Brandt" in voices
    assert "Director" in voices


def test_a_party_whose_sources_have_no_date_shows_not_recorded() -> None:
    page = pages_with(("seeds/hafenbote-2031-05-20.yml", "published: 2031-05-20\n", ""), ("seeds/lantern-2031-03-04.yml", "published: 2031-03-04\n", ""))[COVERAGE]  # fmt: skip
    crews = page.split("bb-heard")[1].split("parties/crews/")[1]
    assert crews.count("not recorded") == 2


def test_a_gap_with_many_issues_is_folded() -> None:
    more = "".join(
        f"  more-{n}:\n    title: More {n}\n    question: More?\n    propositions:\n      more: {{text: More.}}\n"
        for n in range(MOST_ISSUES)
    )
    page = pages_with((BRIEFING, "timeline:\n", f"{more}timeline:\n"))[COVERAGE]
    assert page.count("<details>") == 1
    assert f"<summary>{MOST_ISSUES + 3} issues</summary>" in page
    assert "<details>" not in pages_with()[COVERAGE]
