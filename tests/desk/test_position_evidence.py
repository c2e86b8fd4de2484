"""Words that are selected in a text become evidence of a position."""

from pathlib import Path
from urllib.parse import parse_qsl

from lxml import html

from generator.content.model import Kind
from tests.building import files
from tests.desk.desks import TOWN, Visitor, write_project
from tests.desk.forms import changed, fields_of, form_of
from tests.desk.positions import ISLANDERS_FILE, NIGHT, opened, saved, selection


def test_selected_words_become_a_new_entry_after_the_older_ones_with_the_day_of_their_source(
    harbour: Visitor,
) -> None:
    address = f"{NIGHT}/islanders/paid-rest"
    words = selection(harbour, "tide-2031-03-05", "the council backs a night closing", kind=Kind.REPORTED)
    fields = fields_of(form_of(harbour.get(address, query_string=words).text))
    assert fields["as_of"] == "2031-03-05"
    before = harbour.read(ISLANDERS_FILE)
    values = {
        "answer": "stance supports",
        "statement": "The Tide reports that the council “backs a night closing”.",
        "evidence__n1__why": "It names it.",
    }
    saved(harbour, address, changed(fields, **values))
    assert (
        harbour.read(ISLANDERS_FILE)
        == before
        + """\
  - issue: paid-rest
    stance: supports
    as_of: 2031-03-05
    statement: The Tide reports that the council “backs a night closing”.
    evidence:
      - source: tide-2031-03-05
        reported: "the council backs a night closing"
        why: It names it.
""".encode()
    )


def test_words_that_the_text_does_not_have_there_are_refused_and_nothing_is_shown(harbour: Visitor) -> None:
    values = selection(harbour, "tide-2031-03-05", "the council backs a night closing")
    answer = harbour.get(
        f"{NIGHT}/islanders/paid-rest", query_string={**values, "words": ["the council rejects it"]}
    )
    assert answer.status_code == 422
    assert "other words at this place" in answer.text


def test_a_first_entry_makes_the_file_of_its_party(tmp_path: Path) -> None:
    visitor = Visitor(write_project(tmp_path, {TOWN: None}))
    address = "/briefings/bridge/positions/town/width"
    values = {"answer": "stance not-found", "searched_until": "2031-05-02"}
    saved(visitor, address, changed(opened(visitor, address), **values))
    assert (
        visitor.read(TOWN).decode().partition("\n")[2]
        == """\
party: town
positions:
  - issue: width
    stance: not-found
    searched_until: 2031-05-02
"""
    )


def test_words_of_somebody_else_are_told_before_they_are_saved(unchanged: Visitor) -> None:
    words = selection(
        unchanged, "gull-2031-02-10", "We ask for one thing", kind=Kind.QUOTE, speaker="ida-lund"
    )
    page = unchanged.get(f"{NIGHT}/harbour-council/paid-rest", query_string=words).text
    (card,) = html.fromstring(page).xpath("//article[contains(@class, 'card')]")
    assert "The text names another speaker: Runa Aske, not Ida Lund." in card.text_content()


def test_a_form_that_is_left_for_a_text_comes_back_as_typed_with_the_selected_words(harbour: Visitor) -> None:
    address = f"{NIGHT}/harbour-council/noise-limit"
    before = files(harbour.root)
    typed = {"statement": "As typed, and not saved.", "offers": "n1", "offers__n1__text": "Rest, she said."}
    fields = changed(opened(harbour, address), **typed, text="tide-2031-03-05")
    answer = harbour.post(address, {**fields.to_dict(flat=False), "do": "read offers.n1.evidence"})
    words = selection(harbour, "tide-2031-03-05", "the council backs a night closing", kind=Kind.REPORTED)
    place, _, query = answer.headers["Location"].partition("?")
    panel = harbour.get(place, query_string={**words, **dict(parse_qsl(query))}).text
    (link,) = html.fromstring(panel).xpath(
        "//a[starts-with(text(), 'Add to “Council on Noise limit”')]/@href"
    )
    again = opened(harbour, link)
    assert again["statement"] == typed["statement"]
    assert again.getlist("offers.n1.evidence") == ["n1"]
    assert again["offers.n1.evidence.n1.words"] == "the council backs a night closing"
    assert files(harbour.root) == before
    values = {"statement": "The Lantern reports a limit of 55 dB(A)."}
    saved(harbour, address, changed(again, **values))
    assert "Add to “" not in harbour.get(place, query_string=words).text


def test_a_form_that_is_not_kept_any_more_says_what_to_do(unchanged: Visitor) -> None:
    answer = unchanged.get(f"{NIGHT}/harbour-council/noise-limit?form=unknown")
    assert answer.status_code == 422
    assert "Open the position from the table" in answer.text


def test_a_form_of_another_position_does_not_come_back_here(harbour: Visitor) -> None:
    address = f"{NIGHT}/harbour-council/noise-limit"
    fields = changed(opened(harbour, address), text="tide-2031-03-05")
    harbour.post(address, {**fields.to_dict(flat=False), "do": "read evidence"})
    (kept,) = harbour.desk.workspace.forms.newest(1)
    assert harbour.get(f"{address}?form={kept.name}").status_code == 200
    assert harbour.get(f"{NIGHT}/harbour-council/closing?form={kept.name}").status_code == 422
