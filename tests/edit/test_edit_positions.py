"""Positions are changed by identifiers: entries, claims and evidence. All other lines of the file stay the same."""

from difflib import unified_diff
from typing import Any

import pytest

from generator.content.model import Kind, Position
from generator.edit import positions
from generator.edit.error import EditError
from generator.edit.fields import add_named, set_value, set_values
from generator.edit.positions import Entry
from generator.edit.project import Change, Project
from generator.edit.usual_order import usual_order
from generator.evidence.block import evidence_block
from generator.evidence.span import Span
from tests.building import HARBOUR, copy_project
from tests.edit.entries import set_fields

COUNCIL = "briefings/night-closing/positions/harbour-council.yml"
CREWS = "briefings/night-closing/positions/crews.yml"
CLOSING = Entry("night-closing", "harbour-council", "closing", 0)
ABSENCE = Entry("night-closing", "crews", "noise-limit", 1)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The harbour example, which no test writes to."""
    return Project(copy_project(HARBOUR, tmp_path_factory.mktemp("positions") / "site"))


def lines_changed(project: Project, change: Change) -> tuple[list[str], list[str]]:
    """Return the lines that a change of one file removes and adds."""
    ((path, raw),) = change.changed.items()
    before, after = (content.decode().split("\n") for content in (project.files[path], raw))
    difference = list(unified_diff(before, after, lineterm="", n=0))[2:]
    removed, added = ([line[1:] for line in difference if line[0] == sign] for sign in "-+")
    return removed, added


def position(project: Project, change: Change, entry: Entry) -> Position:
    """Return an entry as the model reads it after a change."""
    corpus = project.with_files(change.changed).corpus
    return corpus.briefings[entry.slug].positions[entry.party].positions[entry.index]


def test_fields_of_an_entry_are_set_added_and_removed(project: Project) -> None:
    values = {"stance": {"permanent": "unclear", "trial": "supports"}, "reason": "A reason: one.", "basis": "stated"}  # fmt: skip
    change = set_fields(project, CLOSING, values | {"conditions": [], "statement": None})
    removed, added = lines_changed(project, change)
    stance = "    stance: {permanent: unclear, trial: supports}"
    assert added == [stance, "    basis: stated", '    reason: "A reason: one."']
    assert "    stance: {permanent: supports, trial: supports}" in removed
    after = position(project, change, CLOSING)
    assert (after.statement, after.conditions, after.basis) == (None, (), "stated")


def test_an_absence_in_brackets_becomes_lines_for_its_own_entry_only(project: Project) -> None:
    values = {"statement": "The union said nothing on noise, The Lantern reports, and the council asked it twice."}  # fmt: skip
    removed, added = lines_changed(project, set_fields(project, ABSENCE, values))
    assert removed == ["  - {issue: noise-limit, stance: not-found, searched_until: 2031-06-11}"]
    assert added == [
        "  - issue: noise-limit",
        "    stance: not-found",
        "    searched_until: 2031-06-11",
        f"    statement: {values['statement']}",
    ]


def test_an_entry_becomes_a_draft_and_is_published_again(project: Project) -> None:
    change = set_fields(project, CLOSING, {"draft": "true"})
    assert lines_changed(project, change) == ([], ["    draft: true"])
    back = set_fields(project.with_files(change.changed), CLOSING, {"draft": None})
    assert back.changed[COUNCIL] == project.files[COUNCIL]


def test_a_newer_entry_stands_behind_the_older_ones_on_its_issue(project: Project) -> None:
    values = {"evidence": [{"source": "lantern-2031-06-11", "reported": "The council has voted for a trial"}],
              "as_of": "2031-06-12", "stance": {"permanent": "opposes", "trial": "supports"}, "issue": "closing"}  # fmt: skip
    change = positions.new_entry(project, "night-closing", "harbour-council", values)
    entries = project.with_files(change.changed).corpus.briefings["night-closing"].positions
    issues = [(entry.issue, str(entry.date)) for entry in entries["harbour-council"].positions[:4]]
    assert issues[1:3] == [("closing", "2031-06-11"), ("closing", "2031-06-12")]
    added = lines_changed(project, change)[1]
    assert added[:2] == ["  - issue: closing", "    stance: {permanent: opposes, trial: supports}"]


def test_the_first_entry_of_a_party_creates_its_file(project: Project) -> None:
    values = {"issue": "day-boats", "stance": "not-found", "searched_until": "2031-06-11"}
    path = "briefings/trial-boats/positions/crews.yml"
    without = project.with_files({path: None})
    change = positions.new_entry(without, "trial-boats", "crews", values)
    assert (
        change.created[path]
        .decode()
        .endswith(
            "\nparty: crews\npositions:\n  - issue: day-boats\n    stance: not-found\n    searched_until: 2031-06-11\n"
        )
    )


def test_evidence_is_added_from_a_block(project: Project) -> None:
    article = project.corpus.sources["lantern-2031-06-11"].article
    start = article.text.index("The council has voted for a trial")
    block = evidence_block(article, Kind.REPORTED, [Span(start, start + 33)])
    assert block
    after = position(project, positions.add_evidence(project, CLOSING, block), CLOSING)
    assert [evidence.kind for evidence in after.evidence] == ["quote", *["reported"] * 3]


def test_evidence_of_a_claim_in_brackets_gets_a_neighbour(project: Project) -> None:
    new = {"source": "lantern-2031-06-11", "reported": "The council has voted for a trial"}
    change = positions.add_evidence(project, CLOSING, new, owner=("conditions", 0))
    removed, added = lines_changed(project, change)
    assert len(removed) == 1
    assert added == [
        "        evidence:",
        "          - {source: lantern-2031-03-04, quote: that the islands keep a boat for emergencies, speaker: ida-lund}",
        "          - source: lantern-2031-06-11",
        "            reported: The council has voted for a trial",
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda project: set_fields(project, Entry("night-closing", "crews", "closing", 1), {}),
        lambda project: set_fields(project, Entry("night-closing", "crews", "closing", 9), {}),
        lambda project: set_fields(project, Entry("../seeds", "crews", "closing", 0), {}),
        lambda project: set_fields(project, Entry("night-closing", "../crews", "closing", 0), {}),
        lambda project: positions.add_evidence(project, CLOSING, {}),
        lambda project: positions.add_evidence(project, CLOSING, {"source": "x"}, owner=("offers", 0)),
        lambda project: positions.new_entry(project, "night-closing", "crews", {"issue": "boats"}),
        lambda project: add_named(project, "briefings/parties.yml", (), "crews", {"name": "x"}, kind="party"),
    ],
)
def test_what_is_not_there_is_refused(change: Any, project: Project) -> None:
    with pytest.raises(EditError):
        change(project)


def test_other_files_are_changed_in_the_same_way(project: Project) -> None:
    about = "briefings/night-closing/briefing.yml"
    change = set_value(project, about, ("key_points", "what_is_not_known", "text"), "Who would pay.")
    assert lines_changed(project, change)[1] == ["    text: Who would pay."]
    change = set_value(project, about, ("review_every",), 30)
    assert lines_changed(project, change) == (["review_every: 60"], ["review_every: 30"])
    change = set_value(project, about, ("issues", "closing", "propositions", "winter"), {"text": "It closes in winter."})  # fmt: skip
    assert lines_changed(project, change)[1] == ["      winter:", "        text: It closes in winter."]
    change = add_named(project, "briefings/parties.yml", ("crews", "speakers"), "ada-vale", {"name": "Ada Vale", "role": ""}, kind="speaker")  # fmt: skip
    assert "    ada-vale:" in lines_changed(project, change)[1]
    change = set_value(project.with_files({"briefings/names.yml": None}), "briefings/names.yml", ("quay", "term"), "the Quay")  # fmt: skip
    assert change.created == {"briefings/names.yml": b"quay:\n  term: the Quay\n"}


def test_the_usual_order_has_every_key_of_a_position() -> None:
    order = usual_order(COUNCIL, ("positions", 0))
    assert sorted(order) == sorted(Position.keys())
    assert usual_order("briefings/parties.yml", ("crews", "speakers", "x"))[0] == "name"


def test_what_replaces_the_only_key_is_written_before_the_key_goes(project: Project) -> None:
    about, steps = "briefings/night-closing/briefing.yml", ("key_points", "what_is_not_known")
    change = set_values(
        project,
        about,
        steps,
        {"text": None, "past_text": None, "evidence": [{"source": "x", "reported": "y"}]},
    )
    removed, added = lines_changed(project, change)
    assert added == ["    evidence:", "      - source: x", "        reported: y"]
    assert len(removed) == 2


def test_texts_of_forms_have_line_feeds_and_no_spaces_around_them(project: Project) -> None:
    change = set_fields(project, CLOSING, {"internal": ["  one \r\ntwo ", " "]})
    assert lines_changed(project, change)[1] == ["    internal:", "      - |-", "        one ", "        two"]


def test_a_change_without_a_difference_changes_no_file(project: Project) -> None:
    assert set_fields(project, CLOSING, {"as_of": "2031-03-04"}) == Change()
