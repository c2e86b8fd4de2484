"""The package as others install it: a site outside this repository, made with the wheel alone."""

from __future__ import annotations

import hashlib
import re
import venv
from pathlib import Path

import pytest

from tests.building import ROOT
from tests.repository.wheel import install, pip, run


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of an environment with the wheel."""
    return install(tmp_path_factory.mktemp("wheel"))


def test_a_site_outside_this_repository_is_begun_checked_and_built_with_the_wheel(
    installed: Path, tmp_path: Path
) -> None:
    where = run(installed, "python", "-c", "import generator; print(generator.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)
    run(installed, "briefing", "init", "new", "--example", "--name", "Town", cwd=tmp_path)
    site = tmp_path / "new"
    assert "No problems found." in run(installed, "briefing", "check", cwd=site)
    run(installed, "briefing", "build", cwd=site)
    page = (site / "site" / "briefings" / "old-bridge" / "index.html").read_text(encoding="utf-8")
    assert "for people, not for queues" in page
    assert (site / "site" / "pagefind" / "pagefind.js").is_file()


def test_the_example_of_the_wheel_is_the_one_of_this_repository(installed: Path, tmp_path: Path) -> None:
    run(installed, "briefing", "init", "new", "--example", "--name", "Town", cwd=tmp_path)
    whole = ROOT / "generator" / "edit" / "starter" / "example"
    for path in whole.rglob("*.*"):
        assert (tmp_path / "new" / path.relative_to(whole)).read_bytes() == path.read_bytes()


def test_a_new_site_brings_its_wheel_and_names_all_it_needs_by_hash(installed: Path, tmp_path: Path) -> None:
    run(installed, "briefing", "init", "new", "--name", "Town", cwd=tmp_path)
    (wheel,) = (tmp_path / "new" / "wheels").iterdir()
    asked = (tmp_path / "new" / "requirements.txt").read_text(encoding="utf-8")
    assert f"./wheels/{wheel.name} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}" in asked
    locked = set(re.findall(r"sha256:[0-9a-f]{64}", (ROOT / "requirements" / "site.txt").read_text("utf-8")))
    assert locked < set(re.findall(r"sha256:[0-9a-f]{64}", asked))


def test_what_a_new_site_asks_for_installs_the_generator_by_hash(installed: Path, tmp_path: Path) -> None:
    run(installed, "briefing", "init", "new", "--name", "Town", cwd=tmp_path)
    venv.create(tmp_path / "other")
    other = tmp_path / "other" / "bin"
    site = tmp_path / "new"
    (wheel,) = (site / "wheels").iterdir()
    # The line of the generator alone: the rest comes from an index, which a test does not ask.
    own = [
        line for line in (site / "requirements.txt").read_text("utf-8").splitlines() if "./wheels/" in line
    ]
    (site / "own.txt").write_text("\n".join(own), encoding="utf-8")
    words = ["install", "--no-index", "--no-deps", "--require-hashes", "-r", "own.txt"]
    pip(other, *words, cwd=site)
    assert any((tmp_path / "other").glob("lib/python*/site-packages/generator/pipeline.py"))
    wheel.write_bytes(wheel.read_bytes() + b"x")
    told = pip(other, *words, "--force-reinstall", cwd=site, fails=True)
    assert "DO NOT MATCH THE HASHES" in told


def test_pin_takes_the_wheel_that_runs_and_lets_the_older_one_go(installed: Path, tmp_path: Path) -> None:
    run(installed, "briefing", "init", "new", "--name", "Town", cwd=tmp_path)
    site = tmp_path / "new"
    (wheel,) = (site / "wheels").iterdir()
    new = (site / "requirements.txt").read_bytes()
    older = wheel.rename(wheel.with_name("briefing_book-0.0.1-py3-none-any.whl"))
    (site / "requirements.txt").write_text(
        "./wheels/briefing_book-0.0.1-py3-none-any.whl\n", encoding="utf-8"
    )
    assert wheel.name in run(installed, "briefing", "pin", cwd=site)
    assert (wheel.is_file(), older.exists()) == (True, False)
    assert (site / "requirements.txt").read_bytes() == new


def test_a_wheel_that_is_gone_or_another_is_told_and_nothing_is_written(
    installed: Path, tmp_path: Path
) -> None:
    (wheel,) = (installed.parent.parent / "dist").glob("*.whl")
    whole = wheel.read_bytes()
    try:
        wheel.write_bytes(whole + b"x")
        assert "is missing or has changed" in run(
            installed, "briefing", "init", "new", "--name", "Town", cwd=tmp_path, fails=True
        )
        wheel.unlink()
        assert "is missing or has changed" in run(
            installed, "briefing", "init", "new", "--name", "Town", cwd=tmp_path, fails=True
        )
    finally:
        wheel.write_bytes(whole)
    assert not (tmp_path / "new").exists()
