"""The page of a source says how much of the text it shows, what each passage is evidence for, and whether that is out of date."""

import datetime as dt
import re

import pytest

from tests.site.pages.changed import pages_with

TIDE, LANTERN, HEARING = "tide-2031-03-05", "lantern-2031-03-04", "council-2031-05-20"


def page(source: str, *changes: tuple[str, str, str], today: dt.date = dt.date(2031, 6, 20)) -> str:
    """Return the page of a source of the harbour example."""
    return pages_with(*changes, today=today)[f"sources/{source}.md"]


def fact(text: str, label: str) -> str:
    """Return a value at the top of a page, without its elements."""
    return re.sub("<[^>]+>", "", re.split(f"<dt[^>]*>{label}</dt>", text)[1].split("</dd>", maxsplit=1)[0])


def claims(text: str) -> list[str]:
    """Return what the passages of a page are evidence for, without elements."""
    return [re.sub("<[^>]+>", "", item) for item in re.findall("<li>(.*?)</li>", text)]


@pytest.mark.parametrize(
    ("source", "changes", "shown"),
    [
        (LANTERN, (), "11 of 11 sentences, the whole text"),
        (TIDE, (), "5 of 6 sentences, only those with cited words"),
        (HEARING, (), "1 of 11 sentences, only those with cited words"),
        (
            TIDE,
            ((f"seeds/{TIDE}.yml", "publish: excerpt", "publish: none"),),
            "Only the cited words",
        ),
        (
            TIDE,
            ((f"seeds/{TIDE}.yml", "publish: excerpt", "status: withheld\nstatus_note: Asked for."),),
            "Nothing: the source is withheld",
        ),
    ],
)
def test_the_page_counts_the_sentences_that_it_shows(
    source: str, changes: tuple[tuple[str, str, str], ...], shown: str
) -> None:
    assert fact(page(source, *changes), "Shown here") == shown


def test_a_stance_stands_with_every_proposition_that_it_answers() -> None:
    (claim,) = claims(page(HEARING))
    assert claim.startswith("Crews: accepts “All boats sail by day during the trial.” The party’s own words;")


def test_no_stance_is_printed_without_what_it_answers() -> None:
    pages = pages_with()
    leads = [
        re.sub("</?b>", "", claim)
        for uri, text in pages.items()
        if uri.startswith("sources/")
        for claim in re.findall("<li>(.*?)<span>", text)
        if "<b>" in claim.split(":</b>", 1)[1]
    ]
    assert len(leads) > 20
    assert all(re.fullmatch(r"[^:]+: .+ “.+” ", lead) for lead in leads)


def test_the_way_back_leads_to_the_card_of_the_position() -> None:
    target = "../../briefings/trial-boats/issues/day-boats/#bb-entry-crews--2031-05-20--e1"
    assert f'href="{target}">Back to Boats by day</a>' in page(HEARING)
    assert f'id="{target.rsplit("#", 1)[1]}"' in pages_with()["briefings/trial-boats/issues/day-boats.md"]


def test_a_briefing_that_is_out_of_date_has_a_tag() -> None:
    days = ("briefings/trial-boats/briefing.yml", "reviewed_on:", "review_every: 30\nreviewed_on:")
    early, late = (page(HEARING, days, today=day) for day in (dt.date(2031, 6, 13), dt.date(2032, 6, 20)))
    assert re.search(r'<span data-bb-due="[0-9-]+" hidden><span class="bb-tag">Out of date', early)
    assert '<span><span class="bb-tag">Out of date</span> last reviewed ' in late
