"""A second check of an unchanged project reports the same without examining it, and any change is noticed."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import check_cache, pipeline
from generator.cli import main
from tests.test_cases import CASES, project


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The base project of all cases as files, and a separate cache folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("generator.store.cache_folder", lambda: tmp_path / "cache")
    for name, raw in project().items():
        path = tmp_path / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    return tmp_path / "project"


@pytest.fixture
def examined(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A list that grows each time a project is really examined."""
    times: list[int] = []
    real = pipeline.examine

    def counted(*arguments: object, **options: object) -> pipeline.Examined:
        times.append(1)
        return real(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "examine", counted)
    return times


def check(root: Path, *words: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["check", "--root", str(root), *words])


def break_it(root: Path) -> None:
    """Copy the files of a case with an error over the project."""
    shutil.copytree(CASES / "E202-near" / "fails", root, dirs_exist_ok=True)


def test_a_second_check_reports_the_same_without_examining(root: Path, examined: list[int]) -> None:
    first, second = check(root), check(root)
    assert (first.exit_code, first.output) == (second.exit_code, second.output) == (0, first.output)
    assert len(examined) == 1


def test_on_another_day_the_project_is_examined_again(root: Path, examined: list[int]) -> None:
    for day in ("2031-06-30", "2031-07-01", "2031-07-01"):
        check(root, "--today", day)
    assert len(examined) == 2


def test_problems_are_reported_again_exactly(root: Path, examined: list[int]) -> None:
    break_it(root)
    first, second = check(root), check(root)
    assert "[E202]" in first.output
    assert (first.exit_code, first.output) == (second.exit_code, second.output) == (1, first.output)
    assert len(examined) == 1


@pytest.mark.parametrize("name", ["briefings/parties.yml", "seeds/report.txt"])
def test_a_changed_byte_of_any_file_is_noticed(root: Path, examined: list[int], name: str) -> None:
    check(root)
    path = root / name
    path.write_bytes(path.read_bytes() + b"\n")
    check(root)
    assert len(examined) == 2


def test_a_file_that_is_added_renamed_or_deleted_is_noticed(root: Path, examined: list[int]) -> None:
    check(root)
    (root / "seeds" / "new.txt").write_text("New.", encoding="utf-8")
    assert check(root).exit_code == 1
    (root / "seeds" / "new.txt").rename(root / "seeds" / "newer.txt")
    assert "newer" in check(root).output
    (root / "seeds" / "newer.txt").unlink()
    assert check(root).exit_code == 0
    assert len(examined) == 3  # the first result is that of the last files


def test_another_version_of_the_program_examines_again(
    root: Path, examined: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    check(root)
    monkeypatch.setattr(check_cache, "program_version", lambda: "another version")
    check(root)
    assert len(examined) == 2


def test_a_damaged_result_is_ignored(root: Path, examined: list[int]) -> None:
    break_it(root)
    first = check(root)
    (root.parent / "cache" / "store.sqlite3").write_text("damaged", encoding="utf-8")
    assert check(root).output == first.output
    assert len(examined) == 2


def test_a_changed_variable_that_the_settings_name_is_noticed(
    root: Path, examined: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "mkdocs.yml").write_text("theme: {language: !ENV [SITE_LANGUAGE, en]}\n", encoding="utf-8")
    for language in ("en", "de", "de"):
        monkeypatch.setenv("SITE_LANGUAGE", language)
        check(root)
    assert len(examined) == 2


def test_a_result_inside_a_project_is_never_used(root: Path, examined: list[int]) -> None:
    check(root)
    for name in (".briefing", ".cache", "seeds"):
        (root / name).mkdir(exist_ok=True)
        shutil.copy(root.parent / "cache" / "store.sqlite3", root / name / ".store.sqlite3")
    (root.parent / "cache" / "store.sqlite3").unlink()
    check(root)
    assert len(examined) == 2


def test_without_a_writable_cache_the_check_still_works(
    root: Path, examined: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    (root.parent / "a-file").write_text("", encoding="utf-8")
    monkeypatch.setattr("generator.store.cache_folder", lambda: root.parent / "a-file" / "x")
    assert check(root).exit_code == check(root).exit_code == 0
    assert len(examined) == 2


def test_two_projects_have_separate_results(root: Path, examined: list[int]) -> None:
    other = root.parent / "other"
    shutil.copytree(root, other)
    break_it(other)
    assert (check(root).exit_code, check(other).exit_code) == (0, 1)
    assert (check(root).exit_code, check(other).exit_code) == (0, 1)
    assert len(examined) == 2
