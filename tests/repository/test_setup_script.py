"""`make site` and `make test` find a Python and install what they need into `.venv`."""

import importlib.util
import subprocess
from pathlib import Path

import pytest

from scripts import setup

ROOT = Path(__file__).parents[2]


def find_python(path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run python.sh with only the commands in the folder `path`."""
    return subprocess.run(
        ["/bin/sh", ROOT / "scripts" / "python.sh"],
        env={"PATH": str(path), **environment},
        check=False,
        capture_output=True,
        text=True,
    )


def add_command(path: Path, name: str, *, new_enough: bool) -> Path:
    """Add a command that behaves like a Python that is, or is not, new enough."""
    command = path / name
    command.write_text(f"#!/bin/sh\nexit {0 if new_enough else 1}\n", encoding="ascii")
    command.chmod(0o755)
    return command


def test_a_newer_python_is_used_if_python3_is_old(tmp_path: Path) -> None:
    add_command(tmp_path, "python3", new_enough=False)
    newer = add_command(tmp_path, "python3.12", new_enough=True)
    assert find_python(tmp_path).stdout.strip() == str(newer)


def test_the_python_that_the_user_names_comes_first(tmp_path: Path) -> None:
    add_command(tmp_path, "python3", new_enough=True)
    mine = add_command(tmp_path, "mine", new_enough=True)
    assert find_python(tmp_path, PYTHON=str(mine)).stdout.strip() == str(mine)


def test_a_named_python_that_is_old_or_missing_is_an_error(tmp_path: Path) -> None:
    add_command(tmp_path, "python3", new_enough=True)
    old = add_command(tmp_path, "old", new_enough=False)
    for name in (old, tmp_path / "nowhere"):
        done = find_python(tmp_path, PYTHON=str(name))
        assert (done.returncode, done.stdout) == (1, "")
        assert f"PYTHON={name} is not a Python 3.11 or newer" in done.stderr


def test_a_machine_without_a_new_python_gets_an_error_that_says_so(tmp_path: Path) -> None:
    add_command(tmp_path, "python3", new_enough=False)
    done = find_python(tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "needs Python 3.11 or newer" in done.stderr


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with locks, whose environments and installations are only recorded in `ran.txt`."""
    (tmp_path / "requirements").mkdir()
    for name in (
        "requirements/site.txt",
        "requirements/test.txt",
        "requirements/bench.txt",
        "pyproject.toml",
    ):
        (tmp_path / name).write_text(name, encoding="ascii")
    ran = tmp_path / "ran.txt"

    def record(folder: Path, *arguments: str) -> bool:
        with ran.open("a", encoding="ascii") as file:
            file.write(" ".join((folder.name, *arguments)) + "\n")
        return True

    def make_venv(folder: Path) -> bool:
        folder.mkdir()
        return record(folder, "made")

    monkeypatch.setattr(setup, "ROOT", tmp_path)
    monkeypatch.setattr(setup, "_works", Path.is_dir)
    monkeypatch.setattr(setup, "_make_venv", make_venv)
    monkeypatch.setattr(setup, "_pip", record)
    return tmp_path


SITE = [
    ".venv --require-hashes -r requirements/site.txt",
    ".venv --no-deps --no-build-isolation -e .",
]


def test_the_first_run_installs_with_hashes_and_the_second_does_nothing(project: Path) -> None:
    assert setup.main(["site"]) == setup.main(["site"]) == 0
    assert (project / "ran.txt").read_text(encoding="ascii").splitlines() == [".venv made", *SITE]


@pytest.mark.parametrize("name", ["requirements/site.txt", "pyproject.toml"])
def test_a_changed_file_causes_a_new_installation(project: Path, name: str) -> None:
    setup.main(["site"])
    (project / name).write_text("changed", encoding="ascii")
    assert setup.main(["site"]) == 0
    assert (project / "ran.txt").read_text(encoding="ascii").splitlines() == [".venv made", *SITE, *SITE]


def test_packages_that_another_branch_replaced_are_installed_again(project: Path) -> None:
    for branch, task in (("a", "test"), ("b", "site"), ("a", "test"), ("a", "site"), ("a", "test")):
        for lock in ("site", "test"):
            (project / "requirements" / f"{lock}.txt").write_text(branch, encoding="ascii")
        setup.main([task])
    ran = (project / "ran.txt").read_text(encoding="ascii").splitlines()
    assert [line.split("/")[1] for line in ran if "/" in line] == [
        "test.txt",
        "site.txt",
        "test.txt",
        "site.txt",
    ]


def test_the_next_run_repeats_a_failed_installation(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(setup, "_pip", lambda *_: False)
        assert setup.main(["site"]) == 1
    assert "installation failed" in capsys.readouterr().err
    assert setup.main(["site"]) == 0
    assert (project / "ran.txt").read_text(encoding="ascii").splitlines() == [".venv made", *SITE]


def test_a_python_without_ensurepip_gets_an_error_that_names_the_package(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(setup, "venv_of", lambda _: tmp_path / ".venv")
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert setup.main(["site"]) == 1
    assert "-venv" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_measurements_have_an_environment_of_their_own(project: Path) -> None:
    assert setup.main(["site"]) == setup.main(["bench"]) == 0
    assert (project / "ran.txt").read_text(encoding="ascii").splitlines() == [
        ".venv made",
        *SITE,
        ".venv-bench made",
        ".venv-bench --require-hashes -r requirements/bench.txt",
        ".venv-bench --no-deps --no-build-isolation -e .",
    ]


@pytest.mark.parametrize("arguments", [[], ["everything"], ["site", "test"]])
def test_an_unknown_task_is_a_usage_error(arguments: list[str]) -> None:
    assert setup.main(arguments) == 2
