"""Drafts are checked like everything else, are not published, and stop nothing but themselves."""

import pytest

from generator.content.drafts import read_without_drafts
from generator.diagnostics import Severity
from generator.pipeline import Examined, examine
from tests.test_cases import project

BRIEFING = "briefings/bridge/briefing.yml"
DRIVERS = "briefings/bridge/positions/drivers.yml"
NEW = "briefings/ferry/briefing.yml"
WRONG = """
  - issue: width
    draft: true
    stance: supports
    as_of: 2031-03-01
    statement: The club has another wish.
    evidence: [{source: report, reported: words that nobody wrote}]
"""


def examined(**changes: str) -> Examined:
    """Examine the base of all cases with text added to its position file, or other files in place of its own."""
    files = project() | {
        {"briefing": BRIEFING, "drivers": DRIVERS, "new": NEW}[name]: text.encode()
        for name, text in changes.items()
    }
    return examine(files)


def drivers(more: str) -> str:
    """Return the position file of the drivers with another entry at its end."""
    return project()[DRIVERS].decode().rstrip("\n") + more


def found(content: Examined) -> list[tuple[str, Severity]]:
    """Return the code and the severity of each diagnostic."""
    return [(item.code, item.severity) for item in content.diagnostics]


def published_stances(content: Examined) -> list[object]:
    """Return the stances of the drivers that are published."""
    file = content.published.corpus.briefings["bridge"].positions.get("drivers")
    return [position.stance for position in file.positions] if file else []


def test_a_project_without_drafts_is_published_as_it_is() -> None:
    content = examined()
    assert content.published is content.content


def test_the_errors_of_a_draft_position_are_warnings_that_say_so() -> None:
    content = examined(drivers=drivers(WRONG))
    (error,) = (item for item in content.diagnostics if item.code == "E201")
    assert error.severity is Severity.WARNING
    assert error.message.endswith("(in a draft)")
    assert not content.has_errors


def test_a_draft_position_is_checked_but_not_published() -> None:
    content = examined(drivers=drivers(WRONG))
    own = content.content.corpus.briefings["bridge"].positions["drivers"].positions
    assert [position.draft for position in own].count(True) == 1
    assert len(published_stances(content)) == len(own) - 1


def test_the_same_error_outside_a_draft_stays_an_error() -> None:
    content = examined(drivers=drivers(WRONG.replace("    draft: true\n", "")))
    assert ("E201", Severity.ERROR) in found(content)


def test_an_error_between_a_published_entry_and_a_draft_stops_nothing() -> None:
    text = project()[DRIVERS].decode().replace("positions:\n", f"positions:{WRONG}", 1)
    same_day = next(line for line in text.splitlines()[8:] if "as_of" in line)
    content = examined(drivers=text.replace("as_of: 2031-03-01", same_day.strip(), 1))
    assert ("E410", Severity.WARNING) in found(content)
    assert not content.has_errors


@pytest.mark.parametrize(
    "draft",
    [
        "\n  - issue: width\n    draft: true\n    stanse: supports\n",
        "\n  - issue: width\n    draft: true\n    statement: A colon: in a sentence\n",
        "\n  - draft: true  # not yet\n    issue: width\n    statement: “not closed\n    quote: 'a\n",
        "\n  - {issue: width, draft: true, stance: [}\n",
        "\n  # a comment\n  - issue: width\n  \t stance: supports\n    draft: true\n",
        "\n  - issue: width\n    draft: true\n      stance: opposes\n",
        "\n  - issue: width\n    draft: 'true'\n    statement: a: b\n",
        "\n  - issue: width\n\tstance: opposes\n    draft: true\n",
        "\n  - issue: width\n\u00a0\u00a0  stance: opposes\n    draft: true\n",
        "\r\n  - issue: width\r\n    draft: true\r\n    statement: a: b\r\n",
        "\n  - issue: width\n    issue: width\n    draft: true\n",
        "\n  - issue: width\n    draft: true\n    conditions:\n      - text: a\n     - text: b\n",
        "\n  - issue: width\n    draft: true\n  stance: unclear\n",
    ],
)
def test_a_draft_that_cannot_be_read_stops_only_itself(draft: str) -> None:
    content = examined(drivers=drivers(draft))
    assert not content.has_errors, content.diagnostics
    assert published_stances(content) == published_stances(examined())
    assert Severity.WARNING in {severity for _, severity in found(content)}


def test_an_unreadable_draft_between_others_leaves_both_of_them() -> None:
    entry = "  - issue: {issue}\n    stance: supports{more}\n"
    draft = entry.format(issue="b", more="\n    draft: true\n    statement: a: b")
    text = (
        "party: p\npositions:\n" + entry.format(issue="a", more="") + draft + entry.format(issue="c", more="")
    )
    data, errors = read_without_drafts("p.yml", text.encode())
    assert errors == ()
    assert data is not None
    assert [position["issue"] for position in data["positions"]] == ["a", "c"]
    assert next(data["positions"].item_lines(1)).line == 9


def test_an_entry_that_became_part_of_an_unreadable_draft_is_not_left_out_in_silence() -> None:
    text = drivers("\n    issue: opening\n    draft: true\n    stance: unclear\n")
    assert examined(drivers=text).has_errors


def test_an_error_beside_an_unreadable_draft_is_reported_as_an_error() -> None:
    bad = "\n  - issue: width\n    draft: true\n    statement: a: b\n  - {issue: nowhere, stance: not-found, searched_until: 2031-03-02}\n"
    content = examined(drivers=drivers(bad))
    assert ("E403", Severity.ERROR) in found(content)


def test_a_position_file_with_drafts_only_is_left_out() -> None:
    text = "party: ferry\npositions:\n  - {issue: width, stance: supports, draft: true}\n"
    content = examine(project() | {"briefings/bridge/positions/ferry.yml": text.encode()})
    assert not content.has_errors
    assert "ferry" not in content.published.corpus.briefings["bridge"].positions


@pytest.mark.parametrize(
    "text", ["title: The ferry\ndraft: true\n", "title: a: b\ndraft: true\n", "draft: true\n"]
)
def test_a_draft_briefing_that_is_not_complete_stops_nothing(text: str) -> None:
    content = examined(new=text)
    assert not content.has_errors, content.diagnostics
    assert list(content.published.corpus.briefings) == ["bridge"]
    assert found(content)


def test_a_stray_file_beside_a_draft_briefing_stops_nothing() -> None:
    files = project() | {NEW: b"draft: true\n", "briefings/ferry/notes.txt": b"Ask again."}
    found = {item.code: item.severity for item in examine(files).diagnostics}
    assert found["E014"] is Severity.WARNING
    assert not examine(files).has_errors


def test_a_briefing_whose_draft_line_has_another_value_is_no_draft() -> None:
    assert examined(new="title: The ferry\ndraft: yes\n").has_errors


def test_a_whole_draft_briefing_is_named_beside_the_published_ones() -> None:
    text = project()[BRIEFING].decode()
    content = examine(project() | {NEW: f"{text}\ndraft: true\n".encode()})
    assert content.summary.endswith("briefings: bridge; drafts: ferry.")
    assert list(content.published.corpus.briefings) == ["bridge"]


def test_a_redirect_to_a_draft_is_no_error() -> None:
    text = project()[BRIEFING].decode()
    content = examine(
        project()
        | {NEW: f"{text}\ndraft: true\n".encode(), "briefings/renamed.yml": b"briefings: {boat: ferry}\n"}
    )
    assert not content.has_errors


def test_a_cell_with_a_draft_is_not_reported_as_empty() -> None:
    text = project()[DRIVERS].decode().replace("  - issue: width", "  - draft: true\n    issue: width")
    assert "W415" not in {code for code, _ in found(examined(drivers=text))}
