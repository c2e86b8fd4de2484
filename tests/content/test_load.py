"""From files to the corpus: what is read, what is left out, and what is reported."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from generator.content.load import load
from generator.content.load.paths import better_path
from generator.content.model import Corpus
from generator.location import Location
from generator.pipeline import examine
from tests.test_cases import project

BRIEFING = "briefings/bridge/briefing.yml"
DRIVERS = "briefings/bridge/positions/drivers.yml"
PARTIES = "briefings/parties.yml"
SIDECAR = "seeds/report.yml"


def changed(path: str, old: str, new: str) -> dict[str, bytes]:
    """Return the base of all cases with one text of one file replaced."""
    files = project()
    assert old.encode() in files[path]
    return files | {path: files[path].replace(old.encode(), new.encode(), 1)}


def reported(files: dict[str, bytes]) -> list[str]:
    """Return the diagnostics of a project, each as code and location."""
    return [f"{one.code} {one.location}" for one in examine(files).diagnostics]


def corpus(files: dict[str, bytes]) -> Corpus:
    """Return the corpus of a project."""
    return load(files)[0]


def test_every_file_is_in_the_corpus() -> None:
    found, faults = load(project())
    assert faults == ()
    assert found.unread == frozenset()
    assert list(found.sources) == ["report"]
    assert list(found.parties) == ["drivers", "town"]
    assert list(found.briefings) == ["bridge"]
    assert found.sources["report"].article.text.startswith("The mayor, Ada Vale")


def test_positions_are_in_the_order_of_the_briefing() -> None:
    assert list(corpus(project()).briefings["bridge"].positions) == ["town", "drivers"]
    turned = changed(BRIEFING, "[town, drivers]", "[drivers, town]")
    assert list(corpus(turned).briefings["bridge"].positions) == ["drivers", "town"]


def test_the_order_of_files_changes_nothing() -> None:
    files = project("E305-wrong-shape", "fails-4")
    backwards = dict(reversed(files.items()))
    assert load(files) == load(backwards)


def test_no_files_make_an_empty_corpus() -> None:
    assert load({}) == (Corpus({}, {}, {}, {}), ())


def test_line_ends_of_windows_and_a_byte_order_mark_change_nothing() -> None:
    files = {
        path: b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n") if path.endswith(".yml") else raw
        for path, raw in project().items()
    }
    assert reported(files) == []
    assert corpus(files).briefings["bridge"].about == corpus(project()).briefings["bridge"].about


@pytest.mark.parametrize(
    ("path", "unread"),
    [
        (BRIEFING, {BRIEFING, "briefing:bridge"}),
        (DRIVERS, {DRIVERS}),
        (PARTIES, {PARTIES}),
        (SIDECAR, {SIDECAR, "source:report"}),
    ],
)
def test_an_unreadable_file_is_one_error_and_causes_no_other(path: str, unread: set[str]) -> None:
    files = project() | {path: b"title: &x open\n"}
    assert {fault.split(":")[0] for fault in reported(files)} == {f"E122 {path}"}
    assert corpus(files).unread == unread


@pytest.mark.parametrize(
    ("path", "old", "new", "unread"),
    [
        (BRIEFING, "status: active", "status: stuck", "briefing:bridge"),
        (DRIVERS, "basis: reported", "basis: heard", DRIVERS),
        (PARTIES, "kind: organisation", "kind: club", "party:drivers"),
        (SIDECAR, "language: en", "language: english", "source:report"),
    ],
)
def test_a_file_of_wrong_shape_is_one_error_and_causes_no_other(
    path: str, old: str, new: str, unread: str
) -> None:
    files = changed(path, old, new)
    assert len(reported(files)) == 1
    assert corpus(files).unread == {unread}


def test_an_error_in_one_party_hides_no_other_party() -> None:
    found = corpus(changed(PARTIES, "name: Drivers’ club", "name: [Drivers]"))
    assert list(found.parties) == ["town"]


def test_all_errors_of_all_files_are_reported_in_one_run() -> None:
    files = changed(PARTIES, "kind: organisation", "kind: club")
    files |= {DRIVERS: b"party: town\npositions: none\n", SIDECAR: b"language: en\n"}
    files["seeds/Other.txt"] = b"x y z"
    found = {fault.split()[0] for fault in reported(files)}
    assert found == {"E303", "E305", "E302", "E308", "E015"}


def test_notes_and_contested_names_are_expected_files() -> None:
    files = project() | {
        "seeds/README.md": b"Notes.",
        "briefings/README.md": b"Notes.",
        "briefings/bridge/README.md": b"Notes.",
        "briefings/names.yml": b"the-bridge: {term: the old bridge, used_by: [town]}\n",
    }
    assert reported(files) == []
    assert list(corpus(files).names) == ["the-bridge"]


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("seeds/a.yaml", "Rename it to a.yml."),
        ("briefings/bridge/positions/rail.YML", "Rename it to rail.yml."),
        ("briefings/partys.yml", "parties.yml exists already"),
        ("briefings/bridge/breifing.yml", "briefing.yml exists already"),
        ("briefings/bridge/rail.yml", "briefings/bridge/positions/rail.yml"),
        ("briefings/bridge/position/rail.yml", "briefings/bridge/positions/rail.yml"),
        ("briefings/bridge/notes.doc", "Put notes in README.md."),
        ("seeds/more/a.txt", "Sources are seeds/<id>.txt"),
    ],
)
def test_a_misplaced_file_gets_a_hint_where_it_belongs(path: str, hint: str) -> None:
    faults = [one for one in load(project() | {path: b"x: y"})[1] if one.code == "E014"]
    assert [one.location for one in faults] == [Location(path)]
    assert hint in faults[0].hint


@pytest.mark.parametrize(
    ("path", "there", "hint"),
    [
        ("seeds/report.yaml", ["seeds/other.yml"], "Rename it to report.yml."),
        ("seeds/report.yaml", ["seeds/report.yml"], "report.yml exists already"),
        ("briefings/partys.yml", ["briefings/parties.yml"], "parties.yml exists already"),
    ],
)
def test_no_hint_says_to_rename_a_file_to_an_existing_one(path: str, there: list[str], hint: str) -> None:
    assert better_path(PurePosixPath(path), there).startswith(hint)


def test_an_unreadable_file_has_one_error_and_other_files_all_of_theirs() -> None:
    files = changed(DRIVERS, "stance: supports", "stance: suports: yes")
    files[DRIVERS] = files[DRIVERS].replace(b"basis: reported", b"basis: heard")
    files |= {BRIEFING: changed(BRIEFING, "status: active", "status: stuck")[BRIEFING]}
    assert [one.split(":")[0] for one in reported(files)] == [f"E303 {BRIEFING}", f"E110 {DRIVERS}"]


def test_a_bracket_without_a_space_before_it_is_an_error() -> None:
    files = project() | {DRIVERS: b"party: drivers\npositions:\n  - issue: width\n    evidence:[\n"}
    assert [one.split(":")[0] for one in reported(files)] == [f"E110 {DRIVERS}"]


@pytest.mark.parametrize("entry", ["  - statement: a #1 x\n", "  - issue: width\n    colour: red\n"])
def test_a_file_lists_its_first_hundred_errors_and_counts_the_rest(entry: str) -> None:
    files = project() | {DRIVERS: f"party: drivers\npositions:\n{entry * 2_000}".encode()}
    errors = load(files)[1]
    assert len(errors) == 101
    assert len({error.code for error in errors[:100]}) == 1
    assert (errors[-1].code, errors[-1].location) == ("E020", max(errors).location)
    assert errors[-1].message == "this file has 1,900 more errors from here on"
