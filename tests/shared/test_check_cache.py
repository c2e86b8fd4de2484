"""A second check with nothing changed tells the same without doing the work, and is never wrong because of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import check_cache, pipeline
from generator.cli import main
from tests.test_cases import CASES, project


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The base of all cases as files, and a place of its own for results."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("generator.check_cache.cache_folder", lambda: tmp_path / "cache")
    for name, raw in project().items():
        path = tmp_path / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    return tmp_path / "project"


@pytest.fixture
def examined(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A list that grows each time that a project is really examined."""
    times: list[int] = []
    real = pipeline.examine

    def counted(*given: object) -> pipeline.Examined:
        times.append(1)
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "examine", counted)
    return times


def check(root: Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["check", "--root", str(root)])


def kept(root: Path) -> Path:
    """Give the file of the result that was kept."""
    (found,) = (root.parent / "cache").glob("check-*.json")
    return found


def break_it(root: Path) -> None:
    """Lay the files of a case with an error over the project."""
    shutil.copytree(CASES / "E202-near" / "fails", root, dirs_exist_ok=True)


def test_a_second_check_tells_the_same_and_does_no_work(root: Path, examined: list[int]) -> None:
    first, second = check(root), check(root)
    assert (first.exit_code, first.output) == (second.exit_code, second.output) == (0, first.output)
    assert len(examined) == 1


def test_faults_are_told_again_to_the_letter(root: Path, examined: list[int]) -> None:
    break_it(root)
    first, second = check(root), check(root)
    assert "[E202]" in first.output
    assert (first.exit_code, first.output) == (second.exit_code, second.output) == (1, first.output)
    assert len(examined) == 1


@pytest.mark.parametrize("name", sorted(project()))
def test_one_changed_byte_of_any_file_is_looked_at(root: Path, examined: list[int], name: str) -> None:
    check(root)
    path = root / name
    path.write_bytes(path.read_bytes() + b"\n")
    check(root)
    assert len(examined) == 2


def test_a_file_renamed_added_or_taken_away_is_looked_at(root: Path, examined: list[int]) -> None:
    check(root)
    (root / "seeds" / "new.txt").write_text("New.", encoding="utf-8")
    assert check(root).exit_code == 1
    (root / "seeds" / "new.txt").rename(root / "seeds" / "newer.txt")
    assert "newer" in check(root).output
    (root / "seeds" / "newer.txt").unlink()
    assert check(root).exit_code == 0
    assert len(examined) == 4


def test_another_program_does_the_work_again(
    root: Path, examined: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    check(root)
    monkeypatch.setattr(check_cache, "_program", lambda: "another version")
    check(root)
    assert len(examined) == 2


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", "null", '{"key": 1}', "DIAGNOSTICS", "MARK", "[" * 100_000]
)
def test_a_damaged_result_is_no_result(root: Path, examined: list[int], damage: str) -> None:
    break_it(root)
    first = check(root)
    found = json.loads(kept(root).read_text(encoding="utf-8"))
    if damage == "DIAGNOSTICS":
        found["diagnostics"] = 5
    if damage == "MARK":
        found["diagnostics"][0]["location"] = {"colour": "red"}
    text = json.dumps(found) if damage.isupper() else damage
    kept(root).write_text(text, encoding="utf-8")
    assert check(root).output == first.output
    assert len(examined) == 2


def test_a_variable_that_the_settings_name_is_looked_at(
    root: Path, examined: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "mkdocs.yml").write_text("theme: {language: !ENV [SITE_LANGUAGE, en]}\n", encoding="utf-8")
    for language in ("en", "de", "de"):
        monkeypatch.setenv("SITE_LANGUAGE", language)
        check(root)
    assert len(examined) == 2


def test_a_result_that_comes_with_a_project_is_never_asked(root: Path, examined: list[int]) -> None:
    check(root)
    sound = kept(root).read_text(encoding="utf-8")
    kept(root).unlink()
    for name in (".briefing", ".cache", "seeds"):
        (root / name).mkdir(exist_ok=True)
        (root / name / ".check.json").write_text(sound, encoding="utf-8")
    check(root)
    assert len(examined) == 2


def test_where_nothing_can_be_kept_the_check_works_all_the_same(
    root: Path, examined: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    (root.parent / "taken").write_text("", encoding="utf-8")
    monkeypatch.setattr("generator.check_cache.cache_folder", lambda: root.parent / "taken" / "x")
    assert check(root).exit_code == check(root).exit_code == 0
    assert len(examined) == 2


def test_two_projects_keep_their_results_apart(root: Path, examined: list[int]) -> None:
    other = root.parent / "other"
    shutil.copytree(root, other)
    break_it(other)
    assert (check(root).exit_code, check(other).exit_code) == (0, 1)
    assert (check(root).exit_code, check(other).exit_code) == (0, 1)
    assert len(examined) == 2
