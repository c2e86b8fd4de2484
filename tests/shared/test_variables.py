"""Environment variables with values that they cannot have are errors with a reason, in every command."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.variables import VariableError, number
from tests.building import build, run, small_project

WRONG = ("abc", "-1", "1.5", "²", "٣", " 4", "9" * 5_000)


@pytest.mark.parametrize("value", WRONG)
@pytest.mark.parametrize(
    "name", ["BRIEFING_PROCESSES", "BRIEFING_CACHE_MB", "SOURCE_DATE_EPOCH", "BRIEFING_TODAY"]
)
def test_a_wrong_value_stops_a_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    done = CliRunner().invoke(main, ["check", "--root", str(small_project(tmp_path / "a"))])
    assert done.exit_code == 1
    assert done.output.startswith(f"Error: {name} is “{value[:40]}”")
    assert len(done.output) < 200


@pytest.mark.slow
def test_an_empty_value_is_none(tmp_path: Path) -> None:
    root = small_project(tmp_path / "a")
    names = ("SOURCE_DATE_EPOCH", "BRIEFING_PROCESSES", "BRIEFING_CACHE_MB")
    assert (build(root, env=dict.fromkeys(names, "")) / "index.html").is_file()


@pytest.mark.slow
def test_mkdocs_alone_stops_with_the_reason_too(tmp_path: Path) -> None:
    done = run("mkdocs", "build", cwd=small_project(tmp_path / "a"), env={"BRIEFING_PROCESSES": "many"})
    assert done.returncode != 0
    assert "BRIEFING_PROCESSES is “many”" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_number_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert number("BRIEFING_NONE") is None
    monkeypatch.setenv("BRIEFING_NONE", "07")
    assert number("BRIEFING_NONE") == 7
    monkeypatch.setenv("BRIEFING_NONE", "1000000000")
    with pytest.raises(VariableError):
        number("BRIEFING_NONE")


def test_a_summary_that_cannot_be_written_does_not_stop_a_check(tmp_path: Path) -> None:
    page = str(tmp_path / "none" / "summary")
    root = small_project(tmp_path / "a")
    done = run("generator", "check", "--format", "github", cwd=root, env={"GITHUB_STEP_SUMMARY": page})
    assert done.returncode == 0
    assert f"cannot be written to {page}: No such file or directory." in done.stderr
