"""From files to the corpus: what is read, what is left out, and what is reported."""

import gc
import re
import tracemalloc

import pytest

from generator.content.file_read import read_file
from generator.content.load import load
from generator.content.model import Corpus
from generator.diagnostics import Severity
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
    return [f"{error.code} {error.location}" for error in examine(files).diagnostics]


def corpus(files: dict[str, bytes]) -> Corpus:
    """Return the corpus of a project."""
    return load(files)[0]


def test_every_file_is_in_the_corpus() -> None:
    found, errors = load(project())
    assert errors == ()
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
    assert {error.split(":")[0] for error in reported(files)} == {f"E122 {path}"}
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


@pytest.mark.parametrize("name", ["a/b", "<x=//y> z", "/", "."])
def test_a_party_that_cannot_be_a_file_name_is_an_error(name: str) -> None:
    assert f"E017 {DRIVERS}:1:8" in reported(changed(DRIVERS, "party: drivers", f"party: '{name}'"))


def test_an_error_in_one_party_hides_no_other_party() -> None:
    found = corpus(changed(PARTIES, "name: Drivers’ club", "name: [Drivers]"))
    assert list(found.parties) == ["town"]


def test_all_errors_of_all_files_are_reported_in_one_run() -> None:
    files = changed(PARTIES, "kind: organisation", "kind: club")
    files |= {DRIVERS: b"party: town\npositions: none\n", SIDECAR: b"language: en\n"}
    files["seeds/Other.txt"] = b"x y z"
    found = {error.split()[0] for error in reported(files)}
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
        ("briefings/partys.yml", "parties.yml, names.yml"),
        ("briefings/bridge/rail.yml", "briefings/<slug>/positions/<party>.yml"),
        ("briefings/bridge/notes.doc", "Put notes in README.md."),
        ("seeds/more/a.txt", "Sources are seeds/<id>.txt"),
    ],
)
def test_a_misplaced_file_gets_a_hint_where_it_belongs(path: str, hint: str) -> None:
    (error,) = [error for error in load(project() | {path: b"x: y"})[1] if error.code == "E014"]
    assert error.location == Location(path)
    assert hint in error.hint


def test_an_unreadable_file_has_one_error_and_other_files_all_of_theirs() -> None:
    files = changed(DRIVERS, "stance: supports", "stance: suports: yes")
    files[DRIVERS] = files[DRIVERS].replace(b"basis: reported", b"basis: heard")
    files |= {BRIEFING: changed(BRIEFING, "status: active", "status: stuck")[BRIEFING]}
    assert [error.split(":")[0] for error in reported(files)] == [f"E303 {BRIEFING}", f"E110 {DRIVERS}"]


def test_a_bracket_without_a_space_before_it_is_an_error() -> None:
    files = project() | {DRIVERS: b"party: drivers\npositions:\n  - issue: width\n    evidence:[\n"}
    assert [error.split(":")[0] for error in reported(files)] == [f"E110 {DRIVERS}"]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("  - statement: a #1 x\n", "E121"),
        ("  - issue: width\n    colour: red\n", "E301"),
        ("  - {issue: wide, stance: supports}\n", "E403"),
    ],
)
def test_a_file_lists_its_first_hundred_errors_and_counts_the_rest(entry: str, code: str) -> None:
    files = project() | {DRIVERS: f"party: drivers\npositions:\n{entry * 2_000}".encode()}
    errors = [error for error in examine(files).diagnostics if error.severity is Severity.ERROR]
    assert len(errors) == 101
    assert code in {error.code for error in errors}
    (count,) = [error for error in errors if error.code == "E020"]
    assert count.location == max(errors).location
    assert re.fullmatch(r"this file has [1-9],\d\d\d more errors from here on", count.message)


def test_a_position_file_takes_at_most_eighteen_times_its_bytes_of_memory() -> None:
    entry = """\
  - issue: issue-%d
    stance: supports
    as_of: 2025-11-30
    statement: Accepts the draft of point %d on certain conditions, said its speaker.
    evidence:
      - source: report-0001
        speaker: a-speaker
        reported: the party accepts the draft of point %d
"""
    text = "party: one\npositions:\n" + "".join(entry % (n, n, n) for n in range(200))
    read_file("briefings/b/positions/one.yml", text.encode(), with_drafts=True)  # what is made once
    gc.collect()
    tracemalloc.start()
    try:
        found = read_file("briefings/b/positions/one.yml", f"{text}\n".encode(), with_drafts=True)
        gc.collect()
        taken = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert not found.errors
    assert taken <= 18 * len(text)


@pytest.mark.parametrize(
    "name",
    [
        "con.yml",
        "Aux.yml",
        "nul.notes.yml",
        "com1.yml",
        "LPT9.yml",
        "com\u00b2.yml",
        "prn .yml",
        "README.md.",
        "a .yml ",
        "what?.yml",
        "a:b.yml",
        "a\\b.yml",
        "-".join(["long"] * 50) + ".yml",
    ],
)
@pytest.mark.parametrize(
    "place", ["seeds/{}", "briefings/{}", "briefings/{}/README.md", "briefings/bridge/positions/{}"]
)
def test_a_name_that_windows_cannot_store_is_an_error_wherever_it_is(place: str, name: str) -> None:
    path = place.format(name)
    assert [
        (error.code, error.location.file)
        for error in examine(project() | {path: b""}).diagnostics
        if error.code == "E018"
    ] == [("E018", path)]


@pytest.mark.parametrize("name", ["console", "auxiliary", "com", "com10", "null", "lpt-1", "a.con"])
def test_a_name_that_is_like_that_of_a_device_is_no_error(name: str) -> None:
    assert "E018" not in {
        error.code for error in examine(project() | {f"seeds/{name}.txt": b"Words."}).diagnostics
    }
