"""The form of a position writes exactly what was changed in it, and keeps what was typed if it cannot."""

from typing import Any

import pytest
from lxml import html

from generator.content.model import Kind, Position
from tests.building import files
from tests.desk.desks import Visitor
from tests.desk.forms import Fields, changed, fields_of, form_of
from tests.desk.positions import (
    BOATS_FILE,
    COUNCIL_FILE,
    CREWS_FILE,
    ISLANDERS_FILE,
    NIGHT,
    NIGHT_LINE_FILE,
    difference,
    opened,
    saved,
    selection,
)

CHANGES: list[tuple[str, str, dict[str, Any], list[str]]] = [
    (f"{NIGHT}/harbour-council/noise-limit", COUNCIL_FILE, {"answer": "stance accepts"},
     ["-     stance: supports", "+     stance: accepts"]),
    (f"{NIGHT}/harbour-council/noise-limit", COUNCIL_FILE, {"searched_until": "2031-06-12"},
     ["-     searched_until: 2031-06-11  # nothing newer was found",
      "+     searched_until: 2031-06-12  # nothing newer was found"]),
    (f"{NIGHT}/harbour-council/noise-limit", COUNCIL_FILE, {"reviewed_on": "2031-06-12"},
     ["+     reviewed_on: 2031-06-12"]),
    (f"{NIGHT}/harbour-council/noise-limit", COUNCIL_FILE, {"basis": "reported"}, ["+     basis: reported"]),
    (f"{NIGHT}/harbour-council/noise-limit", COUNCIL_FILE, {"row_text": "55 dB(A) on the quay"},
     ["+     row_text: 55 dB(A) on the quay"]),
    (f"{NIGHT}/harbour-council/noise-limit", COUNCIL_FILE, {"row_text": "The noise limit\r\n55 dB(A)"},
     ["+     row_text:", "+       - The noise limit", "+       - 55 dB(A)"]),
    (f"{NIGHT}/harbour-council/noise-limit", COUNCIL_FILE, {"reason": "It proposes the limit itself."},
     ["+     reason: It proposes the limit itself."]),
    (f"{NIGHT}/harbour-council/noise-limit", COUNCIL_FILE, {"evidence__1__relation": "qualifies"},
     ["-         relation: contradicts", "+         relation: qualifies"]),
    (f"{NIGHT}/harbour-council/noise-limit", COUNCIL_FILE, {"evidence__0__why": "It is the council’s own figure."},
     ["+         why: It is the council’s own figure."]),
    (f"{NIGHT}/harbour-council/noise-limit", COUNCIL_FILE, {"evidence__1__why": ""},
     ["-         why: The paper corrected this figure on the next day."]),
    (f"{NIGHT}/harbour-council/noise-limit", COUNCIL_FILE, {"evidence__0__page": "4: left", "evidence__0__clause": "2(1)"},
     ['+         page: "4: left"', "+         clause: 2(1)"]),
    (f"{NIGHT}/harbour-council/noise-limit", COUNCIL_FILE, {"evidence__0__time": "12:30", "evidence__0__said_on": "2031-03-03"},
     ["+         said_on: 2031-03-03", "+         time: 12:30"]),
    (f"{NIGHT}/harbour-council/noise-limit", COUNCIL_FILE, {"evidence__0__kind": "assessment", "evidence__1__relation": "supports"},
     ["-         reported: The noise limit that the council proposes, 55 dB(A) on the quay",
      "+         assessment: The noise limit that the council proposes, 55 dB(A) on the quay",
      "-         relation: contradicts"]),
    (f"{NIGHT}/harbour-council/closing", COUNCIL_FILE, {"stance__permanent": "conditional"},
     ["-     stance: {permanent: unclear, trial: supports}", "+     stance: {permanent: conditional, trial: supports}"]),
    (f"{NIGHT}/harbour-council/closing", COUNCIL_FILE, {"as_of": "2031-06"},
     ["-     as_of: 2031-06-11", "+     as_of: 2031-06"]),
    (f"{NIGHT}/harbour-council/closing", COUNCIL_FILE, {"statement": "Ida Lund said “We will measure”."},
     ["-     statement: After the vote for a trial, Ida Lund said “We will measure, and then we will decide”.",
      "+     statement: Ida Lund said “We will measure”."]),
    (f"{NIGHT}/harbour-council/closing", COUNCIL_FILE, {"evidence": ["1", "0"]},
     ["+         reported: The council has voted for a trial", "+       - source: lantern-2031-06-11",
      "-       - source: lantern-2031-06-11", "-         reported: The council has voted for a trial"]),
    (f"{NIGHT}/harbour-council/closing", COUNCIL_FILE, {"evidence": ["0"]},
     ["-       - source: lantern-2031-06-11", "-         reported: The council has voted for a trial"]),
    (f"{NIGHT}/harbour-council/closing?entry=0", COUNCIL_FILE, {"conditions__0__text": "The islands keep a boat, she said."},
     ["-       - text: The islands keep a boat for emergencies, she said.", "+       - text: The islands keep a boat, she said."]),
    (f"{NIGHT}/harbour-council/closing?entry=0", COUNCIL_FILE, {"conditions": None},
     ["-     conditions:", "-       - text: The islands keep a boat for emergencies, she said.",
      "-         evidence: [{source: lantern-2031-03-04, quote: that the islands keep a boat for emergencies, speaker: ida-lund}]"]),
    (f"{NIGHT}/harbour-council/closing?entry=0", COUNCIL_FILE, {"conditions__0__evidence__0__why": "She names it."},
     ["-         evidence: [{source: lantern-2031-03-04, quote: that the islands keep a boat for emergencies, speaker: ida-lund}]",
      "+         evidence:", "+           - source: lantern-2031-03-04",
      "+             quote: that the islands keep a boat for emergencies", "+             speaker: ida-lund",
      "+             why: She names it."]),
    (f"{NIGHT}/harbour-council/noise-limit", COUNCIL_FILE,
     {"offers": "n1", "offers__n1__text": "A limit, the Lantern reports.", "offers__n1__evidence": "c0",
      "offers__n1__evidence__c0__kind": "reported", "offers__n1__evidence__c0__relation": "supports"},
     ["+     offers:", "+       - text: A limit, the Lantern reports.", "+         evidence:",
      "+           - source: lantern-2031-03-04",
      "+             reported: The noise limit that the council proposes, 55 dB(A) on the quay"]),
    (f"{NIGHT}/night-line/closing", NIGHT_LINE_FILE, {"evidence__0__translation__by": "M. Quist", "evidence__0__translation__machine": None},
     ['-         translation: {text: "A trial is no ban, and we will sail under it", language: en, by: DeepWater, machine: true}',
      '+         translation: {text: "A trial is no ban, and we will sail under it", language: en, by: M. Quist}']),
    (f"{NIGHT}/night-line/closing", NIGHT_LINE_FILE, {"evidence__1__translation__text": ""},
     ["-         translation: {text: The company still rejects a permanent closing, language: en, by: The editors}"]),
    (f"{NIGHT}/islanders/closing", ISLANDERS_FILE, {"evidence__0__speaker": ""},
     ["-       - {source: lantern-2031-06-11, quote: accept the trial, speaker: runa-aske}",
      "+       - {source: lantern-2031-06-11, quote: accept the trial}"]),
    (f"{NIGHT}/crews/closing", CREWS_FILE, {"answer": "stance not-found"},
     ["-   - {issue: closing, stance: not-stated, searched_until: 2031-06-11}",
      "+   - {issue: closing, stance: not-found, searched_until: 2031-06-11}"]),
    ("/briefings/boats/positions/night-line/berth", BOATS_FILE, {"answer": "option quay"},
     ["-     option: old-harbour", "+     option: quay"]),
    ("/briefings/boats/positions/night-line/boats", BOATS_FILE, {"amount": "4"}, ["-     amount: 2", "+     amount: 4"]),
    ("/briefings/boats/positions/night-line/boats", BOATS_FILE, {"answer": "stance unclear"},
     ["-     amount: 2", "+     stance: unclear"]),
]  # fmt: skip


@pytest.mark.parametrize(("address", "path", "values", "lines"), CHANGES)
def test_saving_a_field_changes_its_lines_and_no_other_byte_and_undo_restores_them(
    address: str, path: str, values: dict[str, Any], lines: list[str], unchanged: Visitor
) -> None:
    before = unchanged.read(path)
    saved(unchanged, address, changed(opened(unchanged, address), **values))
    after = unchanged.read(path)
    (step,) = unchanged.desk.workspace.steps
    assert unchanged.post("/changes/undo", {"step": step.number}).status_code == 303
    assert sorted(difference(before, after)) == sorted(lines)
    assert unchanged.read(path) == before


@pytest.mark.slow
def test_a_form_that_is_saved_as_it_was_opened_changes_no_byte(unchanged: Visitor) -> None:
    before = files(unchanged.root)
    for slug, briefing in unchanged.desk.workspace.project.corpus.briefings.items():
        for party, file in briefing.positions.items():
            for number, entry in enumerate(file.positions):
                address = f"/briefings/{slug}/positions/{party}/{entry.issue}"
                fields = opened(unchanged, f"{address}?entry={number}")
                saved(unchanged, address, fields, "draft" if entry.draft else "position")
    assert files(unchanged.root) == before
    assert len(unchanged.desk.workspace.steps) == 0


def test_every_key_of_an_entry_has_a_field_or_a_link_to_its_line(unchanged: Visitor) -> None:
    page = html.fromstring(unchanged.page(f"{NIGHT}/harbour-council/noise-limit"))
    (link,) = page.xpath("//main//a[code]")
    assert (link.text_content(), link.get("href")) == ("internal", f"/editor?file={COUNCIL_FILE}&line=35#L35")
    names = {name.partition(".")[0] for name in page.xpath("//main//*[@name]/@name")}
    lists = {
        item.get("id").removeprefix("f-")
        for item in page.xpath("//*[@id]")
        if item.get("id").startswith("f-")
    }
    buttons = {
        "draft",
        "issue",
        "stance",
        "option",
        "amount",
        "withdrawn",
    }  # the button, the path, the answer
    assert set(Position.keys()) - names - lists - buttons == {"internal"}


def test_a_withdrawal_is_a_newer_entry_without_a_stance(harbour: Visitor) -> None:
    address = f"{NIGHT}/night-line/noise-limit"
    query = selection(harbour, "tide-2031-03-05", "the council backs a night closing", kind=Kind.REPORTED)
    fields = fields_of(form_of(harbour.get(address, query_string={**query, "answer": "withdrawn"}).text))
    assert fields["answer"] == "withdrawn"
    saved(
        harbour,
        address,
        changed(fields, as_of="2031-06-11", statement="The Tide reports that the company gave it up."),
    )
    added = difference(b"", harbour.read(NIGHT_LINE_FILE))
    assert added[added.index("+     withdrawn: true") - 1] == "+   - issue: noise-limit"
    assert added[-1] == "+   - {issue: paid-rest, stance: not-found, searched_until: 2031-06-11}"
    history = html.fromstring(harbour.page(address)).xpath("//ul[contains(@class, 'hist')]/li")
    assert [" ".join(item.text_content().split())[:12] for item in history] == [
        "11 June 2031",
        "5 March 2031",
    ]


def test_a_draft_is_kept_and_saving_the_position_publishes_it(harbour: Visitor) -> None:
    address = f"{NIGHT}/harbour-council/noise-limit"
    before = harbour.read(COUNCIL_FILE)
    saved(harbour, address, opened(harbour, address), "draft")
    assert difference(before, harbour.read(COUNCIL_FILE)) == ["+     draft: true"]
    saved(harbour, address, opened(harbour, address))
    assert harbour.read(COUNCIL_FILE) == before


def test_a_draft_may_have_errors_but_none_that_would_hide_its_file(harbour: Visitor) -> None:
    address = f"{NIGHT}/harbour-council/noise-limit"
    fields = changed(opened(harbour, f"{address}?new=1"), statement="Ida Lund said “no words of hers”.")
    saved(harbour, address, fields, "draft")
    assert (
        "    draft: true\n    statement: Ida Lund said “no words of hers”.\n"
        in harbour.read(COUNCIL_FILE).decode()
    )
    before = harbour.read(COUNCIL_FILE)
    fields = changed(opened(harbour, f"{address}?new=1"), as_of="soon")
    page = html.fromstring(harbour.post(address, {**fields.to_dict(flat=False), "save": "draft"}).text)
    assert page.xpath("//*[@id='f-as_of'][@aria-invalid='true']")
    assert harbour.read(COUNCIL_FILE) == before


def test_after_saving_a_new_entry_it_is_shown_also_if_it_has_no_date(harbour: Visitor) -> None:
    address = f"{NIGHT}/harbour-council/closing"
    fields = changed(opened(harbour, f"{address}?new=1"), statement="Not ready.", save="draft")
    page = harbour.post(address, fields.to_dict(flat=False), follow_redirects=True).text
    assert fields_of(form_of(page))["statement"] == "Not ready."


def test_removing_an_entry_takes_the_right_one_after_others_moved_it(harbour: Visitor) -> None:
    address = f"{NIGHT}/harbour-council/closing"
    newest = {**opened(harbour, address).to_dict(flat=False), "do": "delete"}
    oldest = {**opened(harbour, f"{address}?entry=0").to_dict(flat=False), "do": "delete"}
    assert harbour.post(address, newest).status_code == 303
    answer = harbour.post(address, oldest)
    assert answer.status_code == 409
    again = fields_of(form_of(answer.text))
    assert harbour.post(address, again.to_dict(flat=False)).status_code == 303
    assert b"issue: closing" not in harbour.read(COUNCIL_FILE)
    assert b"issue: noise-limit" in harbour.read(COUNCIL_FILE)
    assert harbour.post(address, again.to_dict(flat=False)).status_code in {404, 409, 422}
    assert b"issue: noise-limit" in harbour.read(COUNCIL_FILE)


def test_a_saved_position_offers_to_undo_it_and_leads_back_to_its_form(harbour: Visitor) -> None:
    address = f"{NIGHT}/harbour-council/noise-limit"
    before = harbour.read(COUNCIL_FILE)
    fields = changed(opened(harbour, address), answer="stance accepts", save="position")
    page = form_of(harbour.post(address, fields.to_dict(flat=False), follow_redirects=True).text)
    (button,) = page.xpath(".//button[text()='Undo']")
    again = {**fields_of(page).to_dict(flat=False), button.get("name"): button.get("value")}
    answer = harbour.post(address, again)
    assert (answer.status_code, answer.headers["Location"]) == (303, address)
    assert harbour.read(COUNCIL_FILE) == before


def test_what_will_be_written_is_shown_first_and_the_same_form_writes_it(harbour: Visitor) -> None:
    address = f"{NIGHT}/harbour-council/noise-limit"
    before = harbour.read(COUNCIL_FILE)
    fields = changed(opened(harbour, address), answer="stance accepts")
    page = harbour.post(address, {**fields.to_dict(flat=False), "look": "1"}).text
    assert harbour.read(COUNCIL_FILE) == before
    assert html.fromstring(page).xpath("//*[@class='added']/span/text()") == ["    stance: accepts"]
    saved(harbour, address, fields_of(form_of(page)))
    assert difference(before, harbour.read(COUNCIL_FILE)) == [
        "-     stance: supports",
        "+     stance: accepts",
    ]


def test_buttons_move_remove_and_add_without_a_script_and_write_nothing(unchanged: Visitor) -> None:
    address = f"{NIGHT}/harbour-council/closing?entry=0"
    before = files(unchanged.root)
    fields = opened(unchanged, address)

    def pressed(fields: Fields, **button: str) -> Fields:
        return fields_of(form_of(unchanged.post(address, {**fields.to_dict(flat=False), **button}).text))

    assert pressed(fields, do="down evidence 0").getlist("evidence") == ["1", "0", "2"]
    assert pressed(fields, do="up evidence 0").getlist("evidence") == ["0", "1", "2"]
    assert pressed(fields, do="remove evidence 1").getlist("evidence") == ["0", "2"]
    added = pressed(fields, do="add red_lines")
    assert (added.getlist("red_lines"), added["red_lines.n1.text"]) == (["n1"], "")
    copied = pressed(changed(added, red_lines__n1__evidence__copy="1"), do="copy red_lines.n1.evidence")
    assert copied.getlist("red_lines.n1.evidence") == ["c1"]
    assert pressed(copied, do="remove red_lines n1").getlist("red_lines") == []
    assert pressed(fields, take="Ida Lund said so.")["statement"] == "Ida Lund said so."
    assert files(unchanged.root) == before
