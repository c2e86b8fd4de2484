"""`briefing fill` gives empty cells “no position found”, and changes nothing else."""

from pathlib import Path

import pytest

from tests.edit.new_entries import DRIVERS, base, run
from tests.test_cases import project

TOWN = "briefings/bridge/positions/town.yml"
ISSUES = b"""\
  opening:
    title: Opening
    question: When should it open?
    propositions: {may: {text: It opens in May.}, june: {text: It opens in June.}}
  name:
    title: Name
    question: What is it called?
    propositions: {new: {text: It has a new name.}}
"""
FILL = ["fill", "bridge", "--until", "2031-05-01"]


def with_empty_cells(folder: Path, **more: bytes) -> Path:
    """Write the base project of all cases with two more issues. `drivers` and `town` replace their files."""
    about = "briefings/bridge/briefing.yml"
    paths = {"drivers": DRIVERS, "town": TOWN}
    return base(folder, {about: project()[about] + ISSUES, **{paths[key]: raw for key, raw in more.items()}})


def read(root: Path, path: str) -> str:
    """Return a file as text, with its own line ends."""
    return (root / path).read_bytes().decode()


def test_every_empty_cell_gets_an_entry_and_the_rest_of_the_file_stays(tmp_path: Path) -> None:
    text = project()[DRIVERS] + b"  # the last comment\n\n# after the list\n"
    root = with_empty_cells(tmp_path, drivers=text)
    done = run(root, *FILL)
    assert done.exit_code == 0, done.output
    assert f"Changed {DRIVERS}." in done.output
    assert "Filled 4 cells." in done.output
    added = "".join(
        f"  - {{issue: {issue}, stance: not-found, searched_until: 2031-05-01}}\n"
        for issue in ("opening", "name")
    )
    before = text.decode()
    end = before.index("  # the last comment")
    assert read(root, DRIVERS) == before[:end] + added + before[end:]


def test_a_missing_file_is_written(tmp_path: Path) -> None:
    root = with_empty_cells(tmp_path)
    (root / TOWN).unlink()
    assert f"Wrote {TOWN}." in run(root, *FILL).output
    assert read(root, TOWN).count("stance: not-found") == 3


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    root = with_empty_cells(tmp_path)
    run(root, *FILL)
    before = read(root, DRIVERS)
    done = run(root, *FILL)
    assert "Nothing to fill" in done.output
    assert read(root, DRIVERS) == before


def test_a_draft_is_an_entry(tmp_path: Path) -> None:
    draft = project()[DRIVERS] + b"  - {issue: opening, draft: true, stance: unclear}\n"
    root = with_empty_cells(tmp_path, drivers=draft)
    assert "Filled 3 cells." in run(root, *FILL).output


def test_windows_line_ends_stay(tmp_path: Path) -> None:
    root = with_empty_cells(tmp_path, drivers=project()[DRIVERS].replace(b"\n", b"\r\n"))
    run(root, *FILL)
    text = read(root, DRIVERS)
    assert text.count("\n") == text.count("\r\n") > 10


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        (b"  - {issue: todo, stance: TODO}\n", "one of its entries is on “todo”"),
        (b"  - {issue: [}\n", "it has errors"),
    ],
)
def test_a_file_whose_empty_cells_are_not_certain_is_left_out(
    tmp_path: Path, more: bytes, reason: str
) -> None:
    root = with_empty_cells(tmp_path, drivers=project()[DRIVERS] + more)
    before = read(root, DRIVERS)
    output = run(root, *FILL).output
    assert f"Left out {DRIVERS}: {reason}" in output
    assert "Filled 2 cells." in output
    assert read(root, DRIVERS) == before


def test_all_files_are_written_or_none(tmp_path: Path) -> None:
    entry = b"{issue: width, stance: not-found, searched_until: 2031-05-02}"
    root = with_empty_cells(tmp_path, town=b"party: town\npositions: [%s,  # checked\n  ]\n" % entry)
    before = read(root, DRIVERS)
    done = run(root, *FILL)
    assert done.exit_code == 1
    assert "Write it yourself under positions:" in done.output
    assert read(root, DRIVERS) == before


def test_the_only_briefing_and_the_date_are_asked_for(tmp_path: Path) -> None:
    root = with_empty_cells(tmp_path)
    done = run(root, "fill", answers="\n31 May\n2031-05-01\n")
    assert "[bridge]" in done.output
    assert "Error: “31 May”" in done.output
    assert "Filled 4 cells." in done.output


def test_without_a_terminal_the_date_is_needed(tmp_path: Path) -> None:
    root = with_empty_cells(tmp_path)
    done = run(root, "fill", "bridge")
    assert done.exit_code == 2
    assert "--until" in done.output
