"""What is sound of a file with faults is checked as if they were mended: one fault hides no other, and none is told that follows from it."""

from __future__ import annotations

import pytest

from generator.pipeline import examine
from tests.test_cases import project

BRIEFING = "briefings/bridge/briefing.yml"
DRIVERS = "briefings/bridge/positions/drivers.yml"
TOWN = "briefings/bridge/positions/town.yml"
NAMES = "briefings/names.yml"
PARTIES = "briefings/parties.yml"
SIDECAR = "seeds/report.yml"
TERM = "the-bridge: {term: the old bridge, used_by: [town], prefer: bridge}\n"


def codes(*edits: tuple[str, str, str]) -> list[str]:
    """Give the codes of what is told of the base of all cases with some texts in the places of others."""
    files = project() | {NAMES: TERM.encode()}
    for path, old, new in edits:
        text = files[path].decode()
        assert old in text, (path, old)
        files[path] = text.replace(old, new, 1).encode()
    return sorted(one.code for one in examine(files).diagnostics)


STANCE = (DRIVERS, "stance: supports", "stance: suports")
SPEAKER = (BRIEFING, "speaker: ada-vale", "speaker: ada-veil")
WORDS = (DRIVERS, "wants the bridge to be wider", "wants the bridge to be longer")
ISSUE = (TOWN, "issue: width", "issue: widht")
CONDITION = """\
    conditions:
      - text: The club asks for it.
        evidence: [{source: report, reported: It can’t wait}]
"""
JOINED = (DRIVERS, "    evidence:\n", CONDITION)


@pytest.mark.parametrize(
    ("slip", "code", "others"),
    [
        ((DRIVERS, "statement:", "statment:"), "E301", [STANCE, WORDS]),
        ((DRIVERS, "statement:", "remark: Yes.\n    statement:"), "E301", [STANCE, WORDS]),
        ((DRIVERS, "as_of: 2031-05-02", "as_of: 2 May"), "E307", [STANCE, WORDS]),
        ((DRIVERS, "party: drivers\n", ""), "E302", [STANCE, WORDS]),
        ((DRIVERS, "party: drivers", "party: town"), "E017", [STANCE, WORDS]),
        ((DRIVERS, "    evidence:\n      - source", "    evidence:\n        source"), "E305", [STANCE, WORDS]),
        ((DRIVERS, "basis: reported", "basis: heard"), "E303", [STANCE, WORDS]),
        ((BRIEFING, "as_of: 2031-05-02", "as_of: 2 May"), "E307", [STANCE, SPEAKER, ISSUE]),
        ((BRIEFING, "status: active", "status: running"), "E303", [STANCE, SPEAKER, ISSUE]),
        ((BRIEFING, "title: The bridge\n", ""), "E302", [STANCE, SPEAKER, ISSUE]),
        ((BRIEFING, "issues:", "isues:"), "E301", [STANCE, SPEAKER, ISSUE]),
        ((BRIEFING, "[town, drivers]", "town, drivers"), "E305", [STANCE, SPEAKER, ISSUE]),
        ((BRIEFING, "    title: Width\n", ""), "E302", [STANCE, SPEAKER, ISSUE]),
        ((SIDECAR, "language: en", "language: so-so-so-so!"), "E309", [STANCE, WORDS]),
        ((SIDECAR, "title:", "headline: Yes.\ntitle:"), "E301", [STANCE, WORDS]),
        ((PARTIES, "kind: organisation", "kind: club"), "E303", [STANCE, SPEAKER]),
        ((PARTIES, "role: Mayor", "roll: Mayor"), "E301", [STANCE, SPEAKER]),
        ((NAMES, "prefer:", "prefered:"), "E301", [(NAMES, "[town]", "[twon]")]),
        ((DRIVERS, "    basis: reported\n", "    basis: reported\n    basis: stated\n"), "E120", [STANCE, WORDS]),
        ((DRIVERS, "club wants", "club #1 wants"), "E121", [STANCE, WORDS]),
        ((BRIEFING, "answer:\n", "answers:\n"), "E301", [STANCE, ISSUE, SPEAKER]),
        ((BRIEFING, "parties: [town, drivers]\n", ""), "E302", [STANCE, ISSUE, SPEAKER]),
        ((BRIEFING, "[town, drivers]", "[town, drivers, town]"), "E309", [STANCE, ISSUE, SPEAKER]),
        ((BRIEFING, "  - text: The mayor said that the bridge opens in May.\n    evidence", "  - evidence"), "E302", [STANCE, ISSUE]),
        ((SIDECAR, "sha256: ", "sha265: "), "E301", [STANCE, WORDS]),
        (JOINED, "E302", [STANCE, WORDS]),
    ],
)  # fmt: skip
def test_what_each_slip_alone_is_told_is_told_of_all_of_them(
    slip: tuple[str, str, str], code: str, others: list[tuple[str, str, str]]
) -> None:
    assert codes(slip) == [code]
    assert codes(slip, *others) == sorted([code, *(found for one in others for found in codes(one))])


def test_an_issue_with_the_name_of_the_lists_of_pages_is_told_once() -> None:
    assert "E308" in codes((BRIEFING, "  width:\n", "  index:\n"))


def test_where_several_lists_may_be_missing_all_are_named() -> None:
    files = project()
    claim = (
        b"      - {text: The club asks., evidence: [{source: report, reported: It can\xe2\x80\x99t wait}]}\n"
    )
    files[DRIVERS] += claim
    [fault] = examine(files).diagnostics
    assert fault.hint.startswith(
        "Write one of “conditions:”, “red_lines:”, “interests:”, “offers:” in a line"
    )


@pytest.mark.parametrize(
    ("slip", "expected"),
    [
        ((DRIVERS, "    evidence:\n", "    conditions:\n"), ["E301", "E301", "E302", "E407"]),  # all of them are none
        ((DRIVERS, "      - source", f"{CONDITION[16:]}      - source"), ["E301", "E301", "E302"]),  # theirs is there
        ((DRIVERS, "    evidence:\n      - source", f"{CONDITION}      - to: me\n        source"), ["E301", "E301", "E301", "E302", "E407"]),
    ],
)  # fmt: skip
def test_entries_of_another_form_are_not_taken_for_those_of_a_list_that_is_not_missing(
    slip: tuple[str, str, str], expected: list[str]
) -> None:
    assert codes(slip) == expected


@pytest.mark.parametrize(
    "slip",
    [
        (DRIVERS, "reported: wants", "reportd_by: a\n        reported: wants"),  # the evidence is there
        (DRIVERS, "source: report", "origin: report"),
        (DRIVERS, "as_of: 2031-05-02", "as_of: soon"),  # it has a date
        (DRIVERS, "statement: The report says that the club wants a wider bridge.", "statement: [The club]"),
        (DRIVERS, "stance: supports", "stance: []"),
        (TOWN, "searched_until: 2031-05-02", "searched_until: now"),
        (TOWN, "stance: not-found", "stance:"),
        (TOWN, "stance: not-found", "stance: [not-found]"),
        (TOWN, "searched_until", "date"),
        (DRIVERS, "        reported: wants", "        occurrence: first\n        reported: the  # wants"),
        (DRIVERS, "        reported: wants", "        prefix:\n        reported: the  # wants"),
        (DRIVERS, "as_of: 2031-05-02", "when: 2031-05-02"),
        (BRIEFING, "[town, drivers]", "[town, [drivers]]"),
        (PARTIES, "    ada-vale: {name: Ada Vale, role: Mayor}", "    ada-vale: {name: [Ada], role: Mayor}"),
        (PARTIES, "kind: government", "kind: [government]"),  # the speaker of a party that was left out
        (SIDECAR, "language: en", "language: [en]"),
        (BRIEFING, "wider: {text: The bridge is built wider.}", "wider: {text: [The bridge]}"),
    ],
)
def test_what_was_left_out_is_not_told_as_missing(slip: tuple[str, str, str]) -> None:
    files = project()
    path, old, new = slip
    assert old in files[path].decode()
    files[path] = files[path].decode().replace(old, new, 1).encode()
    found = examine(files).diagnostics
    assert {one.location.file for one in found} == {path}
    assert {one.code[:2] for one in found} == {"E3"}


def test_an_entry_without_its_dash_is_checked_as_one_of_its_own() -> None:
    second = (
        DRIVERS,
        "    as_of",
        "    as_of: 2031-05-01\n    statement: The report says no.\n    issue: widht\n    as_of",
    )
    # Of the first no evidence, of the second an issue that is not there and no stance.
    assert codes(second) == ["E120", "E403", "E407", "E409"]


def test_the_entries_of_a_list_that_stands_twice_are_all_checked() -> None:
    more = "    evidence:\n      - {source: report, reported: wants the bridge to be longer}\n    evidence:"
    assert codes((DRIVERS, "    evidence:", more)) == ["E120", "E202"]


def test_what_is_wrong_with_the_value_of_a_misspelt_key_is_told_too() -> None:
    assert codes((DRIVERS, "as_of: 2031-05-02", "as of: 2 May")) == ["E301", "E307"]
    assert codes((DRIVERS, "basis: reported", "bases: heard")) == ["E301", "E303"]


def test_what_was_mended_may_have_taken_an_entry_with_it() -> None:
    second = (
        "    evidence:\n      - {source: report, reported: wants the bridge to be wider}\n    issue: width"
    )
    assert codes((DRIVERS, "  - issue: width", f"  - issue: width #1 or so\n{second}")) == ["E120", "E121"]


def test_a_file_full_of_one_fault_is_told_of_no_more_than_one_can_read() -> None:
    text = "party: drivers\npositions:\n" + "  - statement: a #1 x\n" * 2_000
    found = examine(project() | {DRIVERS: text.encode()}).diagnostics
    assert sum(one.code == "E121" for one in found) == 100
