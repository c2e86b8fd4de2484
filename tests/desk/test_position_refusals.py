"""What the form of a position refuses is shown at its field; what was typed stays, and nothing is written."""

import re
from typing import Any

import pytest
from lxml import html

from tests.building import files
from tests.desk.desks import Visitor
from tests.desk.forms import changed, fields_of, form_of
from tests.desk.positions import COUNCIL_FILE, NIGHT, difference, opened, saved, text_of


def test_over_a_position_on_record_no_absence_is_offered_or_taken(unchanged: Visitor) -> None:
    address = f"{NIGHT}/harbour-council/noise-limit"
    for query in ("", "?new=1"):
        answers = form_of(unchanged.page(address + query)).xpath(".//input[@name='answer']/@value")
        assert not {"stance not-found", "stance not-stated"} & set(answers)
        assert "withdrawn" in answers
    before = unchanged.read(COUNCIL_FILE)
    fields = changed(opened(unchanged, address), answer="stance not-found")
    page = unchanged.post(address, {**fields.to_dict(flat=False), "save": "position"})
    assert page.status_code == 422
    assert "which an absence would hide" in text_of(page.text)
    assert unchanged.read(COUNCIL_FILE) == before


def test_an_error_is_shown_at_its_field_with_its_fix_and_what_was_typed_stays(unchanged: Visitor) -> None:
    address = f"{NIGHT}/harbour-council/closing?entry=0"
    before = unchanged.read(COUNCIL_FILE)
    typed = {
        "as_of": "2031-02-30",
        "reason": "As typed <b>",
        "conditions__0__evidence__0__time": "noon",
        "evidence__2__said_on": "soon",
    }
    fields = changed(opened(unchanged, address), **typed)
    answer = unchanged.post(address, {**fields.to_dict(flat=False), "save": "position"})
    assert answer.status_code == 422
    page = html.fromstring(answer.text)
    for name, words in (
        ("as_of", "the calendar has no such day"),
        ("conditions.0.evidence.0.time", "is not a time"),
        ("evidence.2.said_on", "is not a date"),
    ):
        (field,) = page.xpath(f"//*[@id='f-{name}']")
        assert words in page.xpath(f"string(//*[@id='{field.get('aria-describedby')}'])")
        assert page.xpath(f"//*[contains(@class, 'summary')]//a[@href='#f-{name}']")
    again = fields_of(form_of(answer.text))
    assert [pair for pair in again.items(multi=True) if pair not in [*fields.items(multi=True)]] == []
    assert unchanged.read(COUNCIL_FILE) == before


def test_an_error_of_a_new_entry_is_shown_at_its_field(unchanged: Visitor) -> None:
    address = f"{NIGHT}/harbour-council/noise-limit"
    fields = changed(
        opened(unchanged, f"{address}?new=1"),
        answer="stance opposes",
        as_of="May",
        statement="Ida Lund said “no”.",
    )
    page = html.fromstring(unchanged.post(address, {**fields.to_dict(flat=False), "save": "position"}).text)
    assert page.xpath("//*[@id='f-as_of'][@aria-invalid='true']")
    assert page.xpath("//input[@name='answer'][@checked]/@value") == ["stance opposes"]


def test_quoted_words_of_a_statement_are_checked_and_offers_settle_them(unchanged: Visitor) -> None:
    address = f"{NIGHT}/harbour-council/closing"
    fields = changed(opened(unchanged, address), statement="Ida Lund said “We will measure and then decide”.")
    page = html.fromstring(unchanged.post(address, {**fields.to_dict(flat=False), "do": "check"}).text)
    assert "is in no source" in page.xpath("string(//*[@data-swap='verdicts'])")
    offers = {item.text_content(): item.get("value") for item in page.xpath("//button[@name='take']")}
    assert offers["Take the marks away"] == "Ida Lund said We will measure and then decide."
    assert page.xpath("//*[@data-swap='preview']//q[@class='bad']/text()") == [
        "We will measure and then decide"
    ]


def test_a_file_that_changed_meanwhile_is_not_overwritten_and_the_form_can_be_put_into_it(
    harbour: Visitor,
) -> None:
    address = f"{NIGHT}/harbour-council/noise-limit"
    fields = changed(opened(harbour, address), answer="stance accepts")
    first = f"{NIGHT}/harbour-council/closing?entry=0"
    answer = harbour.post(first, {**opened(harbour, first).to_dict(flat=False), "do": "delete"})
    assert answer.status_code == 303  # another tab removes the first entry: the numbers of all others change
    theirs = harbour.read(COUNCIL_FILE)
    answer = harbour.post(address, {**fields.to_dict(flat=False), "save": "position"})
    assert answer.status_code == 409
    assert harbour.read(COUNCIL_FILE) == theirs
    saved(harbour, address, fields_of(form_of(answer.text)))
    assert difference(theirs, harbour.read(COUNCIL_FILE)) == [
        "-     stance: supports",
        "+     stance: accepts",
    ]


def test_evidence_that_others_changed_meanwhile_is_left_to_a_person(harbour: Visitor) -> None:
    address = f"{NIGHT}/harbour-council/closing"
    fields = changed(opened(harbour, address), evidence=["1"])
    path = harbour.root / COUNCIL_FILE
    path.write_bytes(path.read_bytes().replace(b"why: She leaves the", b"why: She left the"))
    theirs = harbour.read(COUNCIL_FILE)
    answer = harbour.post(address, {**fields.to_dict(flat=False), "save": "position"})
    assert answer.status_code == 409
    assert "Put my change into" not in answer.text
    assert harbour.read(COUNCIL_FILE) == theirs


HOSTILE = "</textarea><script>alert(1)</script>\"'><b>&lt; {{ 1 }} \u202e"


def test_hostile_texts_are_shown_as_text_in_every_field(unchanged: Visitor) -> None:
    address = f"{NIGHT}/night-line/noise-limit"
    fields = opened(unchanged, address)
    skipped = re.compile(r"token|seen|made|entry|evidence|conditions|offers|.*\.evidence")
    sent = {name: [HOSTILE] if not skipped.fullmatch(name) else fields.getlist(name) for name in fields}
    for button in ({"do": "check"}, {"save": "position"}, {"look": "1"}):
        page = unchanged.post(address, {**sent, **button}).text
        assert "<script>alert" not in page
        assert "'><b>" not in page
        assert "{{ 1 }}" in page
    again = fields_of(form_of(unchanged.post(address, {**sent, "do": "check"}).text))
    chosen = {
        name for name in sent if name == "text" or name.endswith((".kind", ".relation", "answer", "copy"))
    }
    assert {name for name in sent if sent[name] == [HOSTILE] and again.get(name) != HOSTILE} <= chosen


@pytest.mark.parametrize(
    ("name", "value"),
    [("evidence", ["7", "x", "-1", "c9", "n1", "0"]), ("entry", "99"), ("entry", "-1"), ("seen", " ../../secret"), ("seen", ""), ("offers", ["n1"])],
)  # fmt: skip
def test_names_that_the_form_does_not_have_write_nothing_else(
    name: str, value: Any, unchanged: Visitor
) -> None:
    address = f"{NIGHT}/night-line/noise-limit"
    before = files(unchanged.root)
    fields = changed(opened(unchanged, address), **{name: value})
    answer = unchanged.post(address, {**fields.to_dict(flat=False), "look": "1"})
    assert answer.status_code in {200, 404, 422}
    assert files(unchanged.root) == before


def test_a_cell_that_is_not_there_is_not_found(unchanged: Visitor) -> None:
    for cell in (
        "night-closing/positions/nobody/closing",
        "night-closing/positions/crews/no",
        "no/positions/crews/closing",
    ):
        assert unchanged.get(f"/briefings/{cell}").status_code == 404
