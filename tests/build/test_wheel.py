"""The package as others install it: a site outside this repository, made with the wheel alone."""

import hashlib
import re
import shutil
import venv
from pathlib import Path

import pytest

from tests.building import ROOT
from tests.repository.wheel import install, pip, run

EXAMPLE = ROOT / "generator" / "edit" / "starter" / "example"
HASH = re.compile(r"sha256:[0-9a-f]{64}")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of an environment with the wheel."""
    return install(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def new_site(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site with the example; tests only read it."""
    folder = tmp_path_factory.mktemp("new")
    run(
        installed,
        "briefing",
        "init",
        "site",
        "--example",
        "--name",
        "Town",
        "--publisher",
        "Desk",
        cwd=folder,
    )
    return folder / "site"


def wheel_of(site: Path) -> Path:
    """Return the wheel that a site brings."""
    (wheel,) = (site / "wheels").iterdir()
    return wheel


def test_a_new_site_is_checked_and_built_with_the_wheel_alone(
    installed: Path, new_site: Path, tmp_path: Path
) -> None:
    where = run(installed, "python", "-c", "import generator; print(generator.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)
    for path in EXAMPLE.rglob("*.*"):
        assert (new_site / path.relative_to(EXAMPLE)).read_bytes() == path.read_bytes()
    site = shutil.copytree(new_site, tmp_path / "site")
    assert "No problems found." in run(installed, "briefing", "check", cwd=site)
    run(installed, "briefing", "build", cwd=site)
    page = (site / "site" / "briefings" / "old-bridge" / "index.html").read_text(encoding="utf-8")
    assert "for people, not for queues" in page
    assert (site / "site" / "search-index" / "index.json").is_file()
    guides = site / "site" / "editors" / "guides"
    assert "briefing serve" in (guides / "editors" / "index.html").read_text(encoding="utf-8")
    assert (guides / "images" / "overview.png").is_file()


def test_a_new_site_brings_its_wheel_and_pins_everything_by_hash(new_site: Path) -> None:
    wheel = wheel_of(new_site)
    requirements = (new_site / "requirements.txt").read_text(encoding="utf-8")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    assert f"./wheels/{wheel.name} --hash=sha256:{digest}" in requirements
    locked = set(HASH.findall((ROOT / "requirements" / "site.txt").read_text("utf-8")))
    assert locked < set(HASH.findall(requirements))


def test_pip_installs_the_generator_of_a_new_site_only_if_its_hash_matches(
    new_site: Path, tmp_path: Path
) -> None:
    site = shutil.copytree(new_site, tmp_path / "site")
    venv.create(tmp_path / "other")
    commands = tmp_path / "other" / "bin"
    # Only the line of the generator: the other packages come from an index, which tests do not use.
    lines = (site / "requirements.txt").read_text("utf-8").splitlines()
    (site / "own.txt").write_text("\n".join(line for line in lines if "./wheels/" in line), encoding="utf-8")
    options = ["install", "--no-index", "--no-deps", "--require-hashes", "-r", "own.txt"]
    pip(commands, *options, cwd=site)
    assert any((tmp_path / "other").glob("lib/python*/site-packages/generator/pipeline.py"))
    wheel = wheel_of(site)
    wheel.write_bytes(wheel.read_bytes() + b"x")
    output = pip(commands, *options, "--force-reinstall", cwd=site, fails=True)
    assert "DO NOT MATCH THE HASHES" in output


def test_pin_replaces_an_older_wheel_with_the_running_one(
    installed: Path, new_site: Path, tmp_path: Path
) -> None:
    site = shutil.copytree(new_site, tmp_path / "site")
    wheel, before = wheel_of(site), (site / "requirements.txt").read_bytes()
    older = wheel.rename(wheel.with_name("briefing_book-0.0.1-py3-none-any.whl"))
    (site / "requirements.txt").write_text(f"./wheels/{older.name}\n", encoding="utf-8")
    assert wheel.name in run(installed, "briefing", "pin", cwd=site)
    assert (wheel.is_file(), older.exists()) == (True, False)
    assert (site / "requirements.txt").read_bytes() == before


def test_a_changed_or_missing_wheel_is_reported_and_nothing_is_written(
    installed: Path, tmp_path: Path
) -> None:
    (wheel,) = (installed.parent.parent / "dist").glob("*.whl")
    content = wheel.read_bytes()
    words = ("briefing", "init", "new", "--name", "Town")
    try:
        wheel.write_bytes(content + b"x")
        assert "is missing or has changed" in run(installed, *words, cwd=tmp_path, fails=True)
        wheel.unlink()
        assert "is missing or has changed" in run(installed, *words, cwd=tmp_path, fails=True)
    finally:
        wheel.write_bytes(content)
    assert not (tmp_path / "new").exists()
