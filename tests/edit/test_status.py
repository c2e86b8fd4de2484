"""`briefing status` says what to do next."""

from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from tests.building import ROOT, small_project


def status(root: Path, *words: str) -> str:
    """Return the report on the project at `root`."""
    done = CliRunner().invoke(main, ["status", *words, "--root", str(root)])
    assert done.exit_code == 0, done.output
    return done.output


def test_a_review_is_overdue_after_its_day() -> None:
    report = status(ROOT, "--today", "2026-02-02")
    assert "the next review was due on 2026-01-03, 30 days ago." in report
    assert "Positions: 24 cells in the table." in report
    assert "no position recorded (13): us-proposal: european-states;" in report
    assert "Without a hash" not in report
    assert "is due on 2026-01-03." in status(ROOT, "--today", "2026-01-01")


def test_sources_without_a_hash_or_a_citation_are_listed(tmp_path: Path) -> None:
    root = small_project(tmp_path / "site")
    (root / "seeds/other.txt").write_bytes(b"Some words.\n")
    (root / "seeds/other.yml").write_bytes(b"title: O\nlanguage: en\n")
    report = status(root)
    assert "Without a hash (1): other. Record it: briefing lock" in report
    assert "Not cited (1): other" in report
    assert "Run `briefing check` to see" in report


def test_a_project_with_errors_in_a_cited_source_has_a_report(tmp_path: Path) -> None:
    root = small_project(tmp_path / "site")
    for path in (root / "seeds").glob("*.yml"):
        path.write_bytes(b"title: a: b\n")
    assert "Run `briefing check` to see" in status(root)


def test_an_empty_project_says_how_to_start(tmp_path: Path) -> None:
    for name in ("seeds", "briefings"):
        (tmp_path / name).mkdir()
    assert "No briefing yet. Run in this order: briefing new source FILE, briefing new party" in status(
        tmp_path
    )


def test_drafts_and_internal_notes_are_listed(tmp_path: Path) -> None:
    root = small_project(tmp_path / "site")
    about, town = (root / "briefings/old-bridge" / path for path in ("briefing.yml", "positions/town.yml"))
    about.write_bytes(about.read_bytes() + b"\ndraft: true\ninternal: [Ask the mayor again]\n")
    town.write_bytes(town.read_bytes().replace(b"    as_of:", b"    draft: true\n    as_of:", 1))
    report = status(root)
    assert " (draft, not published)\n" in report
    assert "Draft positions, not published (1): town on closing" in report
    assert "Note: Ask the mayor again" in report
