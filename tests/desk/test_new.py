"""From an empty project to a party, a source, a briefing and an issue with the desk alone; every file as expected."""

from pathlib import Path

import pytest
from lxml import html

from tests.desk.articles import TEXT, fields_of
from tests.desk.desks import BRIEFING, Visitor

PARTIES = "briefings/parties.yml"
PARTY = b"""\
the-town:
  name: The Town
  kind: government
  aliases: [the council]
  speakers:
    ada-vale:
      name: Ada Vale
      role: Mayor, since May
      aliases: [Mrs Vale]
"""
ABOUT = b"""\
# A briefing. Each party's positions are in positions/, one file for each party.
title: The bridge
question: When does it open?
status: exploratory
as_of: 2031-03-02
reviewed_on: 2031-03-02
draft: true
parties: [the-town]  # in the order of the columns

# The summary. Each sentence says whose words it rests on. You can add what_is_new and what_is_not_known.
key_points:
  where_it_stands:
    text: TODO

# The questions on which the parties take positions, in neutral words. A proposition is a sentence that a party can
# support or reject.
issues:
  opening-day:
    title: Opening day
    question: When should it open?
    propositions:
      in-may: {text: "The bridge opens in May."}
"""
ISSUE = b"""\
  width:
    title: Width
    question: How wide should it be?
    options:
      four-metres: {label: "Four metres"}
      eight: {label: "Eight metres"}
"""


@pytest.fixture
def empty(tmp_path: Path) -> Visitor:
    """A desk with an empty project."""
    for folder in ("seeds", "briefings"):
        (tmp_path / folder).mkdir()
    return Visitor(tmp_path)


def test_an_empty_project_gets_a_party_a_source_a_briefing_and_an_issue(empty: Visitor) -> None:
    town = {
        "name": "The Town", "kind": "government", "aliases": "the council\r\n", "speaker-0-name": "Ada Vale",
        "speaker-0-role": "Mayor, since May", "speaker-0-aliases": "Mrs Vale", "speaker-2-name": "",
    }  # fmt: skip
    assert empty.post("/new/party", town).location == "/"
    assert empty.read(PARTIES) == PARTY
    came_in = empty.post("/articles/new", {"text": TEXT}).location
    fields = fields_of(empty.page(came_in)) | {"title": "Opening", "published": "2031-03-02", "do": "save"}
    assert empty.post(came_in, fields).status_code == 303
    form = fields_of(empty.page("/new/briefing"))
    assert form["as_of"] == ["2031-03-02"]
    form |= {
        "title": "The bridge", "question": "When does it open?", "issue_title": "Opening day",
        "issue_question": "When should it open?", "issue_answer-0-text": "The bridge opens in May.", "issue_answer-0-id": "in-may",
    }  # fmt: skip
    answer = empty.post("/new/briefing", form)
    assert (answer.status_code, answer.location) == (303, "/briefings/the-bridge"), answer.text
    assert empty.read("briefings/the-bridge/briefing.yml") == ABOUT
    issue = {
        "title": "Width", "question": "How wide should it be?", "answers": "option",
        "answer-0-text": "Four metres", "answer-1-text": "Eight metres", "answer-1-id": "eight",
    }  # fmt: skip
    assert empty.post("/briefings/the-bridge/new-issue", issue).status_code == 303
    assert empty.read("briefings/the-bridge/briefing.yml") == ABOUT + ISSUE
    assert "No errors" in empty.page("/briefings/the-bridge")


def test_a_briefing_with_a_summary_and_its_words_is_no_draft(visitor: Visitor) -> None:
    words = "We will open the bridge in May"
    form = fields_of(visitor.page("/new/briefing")) | {
        "title": "Second", "question": "Why?", "as_of": "2031-03-02", "issue_title": "Nights", "issue_question": "When?",
        "issue_answers": "unit", "issue_unit": "nights", "summary": "The mayor says in May, the report says.", "words": words,
        "source": "report",
    }  # fmt: skip
    answer = visitor.post("/new/briefing", form)
    assert answer.status_code == 303, html.fromstring(answer.text).xpath("string(//main)")
    text = visitor.read("briefings/second/briefing.yml").decode()
    assert "draft" not in text
    assert "    evidence:\n      - source: report\n" in text
    assert "    unit: nights\n" in text


def test_what_is_wrong_in_a_new_entry_is_said_at_its_field(visitor: Visitor) -> None:
    before = visitor.read(BRIEFING)
    answer = visitor.post("/briefings/bridge/new-issue", {"title": "Ширина", "answer-0-text": "It is wide."})
    page = html.fromstring(answer.text)
    assert answer.status_code == 422
    assert {each.get("id") for each in page.xpath("//*[starts-with(@id, 'wrong-')]")} == {
        "wrong-question",
        "wrong-id",
    }
    assert page.xpath("//input[@name='answer-0-text']/@value") == ["It is wide."]
    answer = visitor.post("/new/party", {"name": "Town", "kind": "empire", "id": "town"})
    wrong = html.fromstring(answer.text).xpath("//*[starts-with(@id, 'wrong-')]/@id")
    assert set(wrong) == {"wrong-kind", "wrong-id"}
    assert visitor.read(BRIEFING) == before


def test_what_the_check_says_of_a_new_issue_is_shown_before_it_is_written(visitor: Visitor) -> None:
    before = visitor.read(BRIEFING)
    issue = {
        "title": "Fees", "question": "Did the regime claim the fees?", "answer-0-text": "The fees are paid.", "look": "1",
    }  # fmt: skip
    answer = visitor.post("/briefings/bridge/new-issue", issue)
    assert "title: Fees" in answer.text
    assert "I430" in answer.text
    assert "regime" in html.fromstring(answer.text).xpath("string(//div[@class='vd'])")
    assert visitor.read(BRIEFING) == before


def test_a_party_is_changed_in_its_own_lines_only(visitor: Visitor) -> None:
    before = visitor.read(PARTIES).decode()
    page = visitor.page("/parties/town")
    fields = fields_of(page) | {"short": "Town", "speaker-1-name": "Bo Lind", "speaker-1-role": "Clerk"}
    answer = visitor.post("/parties/town", fields)
    assert answer.status_code == 303, html.fromstring(answer.text).xpath("string(//main)")
    after = visitor.read(PARTIES).decode()
    added = [line for line in after.split("\n") if line not in before.split("\n")]
    assert added == ["  short: Town", "    bo-lind:", "      name: Bo Lind", "      role: Clerk"]
    assert [line for line in before.split("\n") if line not in after.split("\n")] == []


def test_a_party_that_changed_meanwhile_is_not_overwritten(visitor: Visitor) -> None:
    fields = fields_of(visitor.page("/parties/town")) | {"name": "Our Town"}
    path = visitor.root / PARTIES
    path.write_bytes(path.read_bytes().replace(b"Ada Vale", b"Ada Vale-Berg"))
    answer = visitor.post("/parties/town", fields)
    assert answer.status_code == 409
    assert b"Our Town" not in visitor.read(PARTIES)


def test_what_others_changed_in_other_fields_stays_as_they_wrote_it(visitor: Visitor) -> None:
    fields = fields_of(visitor.page("/parties/town")) | {"aliases": "the council"}
    path = visitor.root / PARTIES
    path.write_bytes(path.read_bytes().replace(b"Ada Vale", b"Ada Vale-Berg"))
    conflict = html.fromstring(visitor.post("/parties/town", fields).text)
    again = {**fields, "seen": conflict.xpath("//main//input[@name='seen']/@value")}
    assert visitor.post("/parties/town", again).status_code == 303
    text = visitor.read(PARTIES).decode()
    assert "name: Ada Vale-Berg" in text
    assert "the council" in text


def test_an_issue_gets_a_note_a_second_proposition_and_a_scale_of_its_own(visitor: Visitor) -> None:
    new = {"title": "Fees", "question": "Who pays?", "answer-0-text": "Drivers pay."}
    assert visitor.post("/briefings/bridge/new-issue", new).status_code == 303
    before, address = visitor.read(BRIEFING).decode(), "/briefings/bridge/issues/fees"
    fields = fields_of(visitor.page(address))
    assert visitor.post(address, fields).status_code == 303
    assert len(visitor.desk.workspace.steps) == 1  # nothing was changed, so nothing was written
    levels = {"level-0-label": "Wants", "level-0-side": "for", "level-0-definition": "The party wants it.",
              "level-1-label": "Resists", "level-1-side": "against", "level-1-definition": "It does not."}  # fmt: skip
    more = {"note": "The bridge is old.", "answer-1-text": "The town pays for the old bridge."}
    answer = visitor.post(address, fields | levels | more)
    assert answer.status_code == 303, html.fromstring(answer.text).xpath("string(//main)")
    assert visitor.read(BRIEFING).decode() == before.replace(
        "    question: Who pays?\n", "    question: Who pays?\n    note: The bridge is old.\n"
    ) + (
        "      town-pays-old-bridge:\n        text: The town pays for the old bridge.\n"
        "    scale:\n"
        "      - code: wants\n        label: Wants\n        side: for\n        definition: The party wants it.\n"
        "      - code: resists\n        label: Resists\n        side: against\n        definition: It does not.\n"
    )


def test_a_second_proposition_is_refused_while_positions_answer_only_the_first(visitor: Visitor) -> None:
    fields = fields_of(visitor.page("/briefings/bridge/issues/width"))
    answer = visitor.post(
        "/briefings/bridge/issues/width", fields | {"answer-1-text": "It gets a cycle path."}
    )
    assert answer.status_code == 422
    assert "E406" in answer.text
    assert "It gets a cycle path." in answer.text


def test_every_place_of_a_renamed_identifier_is_shown_then_changed(visitor: Visitor) -> None:
    answer = visitor.post("/rename/party/town", {"id": "city", "look": "1"})
    shown = html.fromstring(answer.text).xpath("//main//h2/text()")
    assert "briefings/bridge/positions/city.yml" in shown
    assert PARTIES in shown
    assert visitor.post("/rename/party/town", {"id": "city"}).location == "/parties"
    assert visitor.read(PARTIES).startswith(b"city:") or b"\ncity:" in visitor.read(PARTIES)
    assert not (visitor.root / "briefings/bridge/positions/town.yml").exists()
    assert visitor.post("/rename/party/nobody", {"id": "x"}).status_code == 422
    assert visitor.get("/rename/file/x").status_code == 404


def test_a_term_is_added_changed_and_removed(visitor: Visitor) -> None:
    new = {"term": "The old crossing", "used_by": ["town", "drivers"], "prefer": "the bridge"}
    assert visitor.post("/new/term", new).location == "/glossary"
    text = "the-old-crossing:\n  term: The old crossing\n  used_by: [town, drivers]\n  prefer: the bridge\n"
    assert visitor.read("briefings/names.yml").decode().endswith(text)
    fields = fields_of(visitor.page("/glossary/the-old-crossing"))
    assert visitor.post("/glossary/the-old-crossing", fields | {"note": "It is new."}).status_code == 303
    assert visitor.read("briefings/names.yml").decode().endswith(text + "  note: It is new.\n")
    assert "The old crossing" in visitor.page("/glossary")


def test_a_key_without_a_field_leads_to_its_line(visitor: Visitor) -> None:
    path = visitor.root / PARTIES
    former = b"  kind: government\n  earlier_names: [{name: The village, until: 1999}]\n"
    path.write_bytes(path.read_bytes().replace(b"  kind: government\n", former))
    (link,) = html.fromstring(visitor.page("/parties/town")).xpath("//a[code='earlier_names']/@href")
    assert link == f"/editor?file={PARTIES}&line=4#L4"


def test_a_form_that_is_sent_as_it_is_leaves_invisible_characters_as_they_are(visitor: Visitor) -> None:
    path = visitor.root / PARTIES
    before = path.read_text().replace("  name: ", '  short: "\\u2067Town\\u2069"\n  name: ', 1)
    path.write_text(before)
    fields = fields_of(visitor.page("/parties/town"))
    assert visitor.post("/parties/town", fields).status_code == 303
    assert path.read_text() == before


@pytest.mark.parametrize("number", ["1000000000000", "9" * 5000, "²", "-1"])
def test_the_number_of_a_row_that_no_form_has_is_left_out(number: str, visitor: Visitor) -> None:
    before = visitor.read(PARTIES)
    fields = fields_of(visitor.page("/parties/town"))
    assert visitor.post("/parties/town", {**fields, f"speaker-{number}-name": "Ada"}).status_code == 303
    assert visitor.read(PARTIES) == before
