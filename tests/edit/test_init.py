"""`briefing init` begins a site that works at once, and `briefing serve` looks at its address before the server starts."""

from __future__ import annotations

import hashlib
import re
import socket
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from generator.cli.serve import _is_free
from generator.edit.new_site import STARTER
from generator.edit.pin import pinned
from generator.edit.schemas import switch
from generator.pipeline import examine_folder
from tests.building import ROOT, build, committed, git
from tests.building import files as files_of


def run(*words: str, answers: str = "") -> Result:
    """Run a command."""
    done = CliRunner().invoke(main, [*words], input=answers)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def test_a_new_site_with_the_example_has_no_fault_and_builds(tmp_path: Path) -> None:
    assert run("init", str(tmp_path / "new"), "--example", "--name", "Town: affairs").exit_code == 0
    assert examine_folder(tmp_path / "new").diagnostics == ()
    page = (build(tmp_path / "new") / "briefings/old-bridge/index.html").read_text(encoding="utf-8")
    assert "Town: affairs" in page
    assert "for people, not for queues" in page


def test_an_empty_site_builds_and_says_how_to_go_on(tmp_path: Path) -> None:
    done = run("init", str(tmp_path / "new"), answers="Affairs\n")
    assert "briefing new source" in done.output
    assert "There is no briefing yet" in (build(tmp_path / "new") / "index.html").read_text(encoding="utf-8")


def test_a_repository_and_an_environment_of_python_are_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".venv").mkdir()
    assert run("init", str(tmp_path), "--name", "A").exit_code == 0
    assert "/.venv/" in (tmp_path / ".gitignore").read_text(encoding="utf-8")


def test_an_empty_site_that_was_stored_and_cloned_has_no_fault(tmp_path: Path) -> None:
    run("init", str(tmp_path / "new"), "--name", "A")
    committed(tmp_path / "new")
    git(tmp_path, "clone", "--quiet", "new", "clone")
    assert examine_folder(tmp_path / "clone").diagnostics == ()


@pytest.mark.parametrize("name", ["2031", "No", "~", "a: b", "Die „Brücke“ \\ #1"])
def test_every_name_of_a_site_is_a_text_in_its_settings(tmp_path: Path, name: str) -> None:
    run("init", str(tmp_path / "new"), "--name", name)
    text = (tmp_path / "new" / "mkdocs.yml").read_text(encoding="utf-8")
    assert yaml.safe_load(text.replace("!ENV", ""))["site_name"] == name  # YAML 1.1, as MkDocs reads it


def test_a_site_begun_from_a_checkout_gets_a_wheel_of_it_and_all_by_hash(tmp_path: Path) -> None:
    assert run("init", str(tmp_path / "new"), "--name", "A").exit_code == 0
    (wheel,) = (tmp_path / "new" / "wheels").iterdir()
    assert "generator/edit/starter/locked.txt" in ZipFile(wheel).namelist()
    asked = (tmp_path / "new" / "requirements.txt").read_text(encoding="utf-8")
    first, *rest = re.findall(r"^[^\s#]\S+ .*", asked, re.MULTILINE)
    assert first == f"./wheels/{wheel.name} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}"
    assert "briefing-book==" not in asked
    assert rest
    assert asked.count("--hash=sha256:") > len(rest)


def test_where_no_wheel_can_be_built_of_a_checkout_that_is_told_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    came_from = {"url": tmp_path.as_uri(), "dir_info": {}}  # there is no such package in it
    monkeypatch.setattr("generator.edit.pin._came_from", lambda _: came_from)
    done = run("init", str(tmp_path / "new"), "--name", "A")
    assert done.exit_code == 1
    assert "make wheel" in done.output
    assert not (tmp_path / "new").exists()


def test_a_site_begun_with_a_package_of_an_index_asks_for_the_versions_that_were_tested(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("generator.edit.pin._came_from", lambda _: {})
    asked = pinned()["requirements.txt"].decode()
    tested = re.findall(r"^\S+==\S+", (ROOT / "requirements" / "site.txt").read_text("utf-8"), re.MULTILINE)
    assert re.findall(r"^\S+==\S+", asked, re.MULTILINE) == [
        f"briefing-book=={version('briefing-book')}",
        *tested,
    ]
    assert "--hash" not in asked


def test_a_site_begun_with_a_commit_asks_for_that_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    came_from = {
        "url": "https://git.example/briefing-book",
        "vcs_info": {"vcs": "git", "commit_id": "a" * 40},
    }
    monkeypatch.setattr("generator.edit.pin._came_from", lambda _: came_from)
    asked = pinned()["requirements.txt"].decode()
    assert f"\nbriefing-book @ git+https://git.example/briefing-book@{'a' * 40}\n" in asked


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    before = files_of(tmp_path)
    done = run("init", str(tmp_path), "--name", "A")
    assert done.exit_code == 1
    assert "name a new folder" in done.output
    assert files_of(tmp_path) == before


def test_the_settings_of_a_new_site_are_those_of_this_one() -> None:
    def settings(path: Path) -> dict[str, object]:
        text = path.read_text(encoding="utf-8").replace("!ENV", "").replace("{site_name}", "Name")
        found: dict[str, object] = yaml.safe_load(text)
        return {key: value for key, value in found.items() if key not in {"site_name", "nav"}}

    assert settings(STARTER / "begun" / "mkdocs.yml") == settings(ROOT / "mkdocs.yml")


def test_a_free_port_is_fine() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert _is_free(f"127.0.0.1:{port}")


def test_a_taken_port_is_told_with_the_way_out(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("serve", "--root", str(tmp_path), "--addr", f"127.0.0.1:{taken.getsockname()[1]}")
    assert done.exit_code == 2
    assert "briefing serve --addr 127.0.0.1:8001\n" in done.output


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.1:x", "127.0.0.1:99999"])
def test_an_address_that_is_none_is_told_and_not_thrown(tmp_path: Path, address: str) -> None:
    done = run("serve", "--root", str(tmp_path), "--addr", address)
    assert done.exit_code == 2
    assert "is no address: write one such as 127.0.0.1:8001" in done.output


def test_editors_programs_are_given_the_schemas_as_they_are_here(tmp_path: Path) -> None:
    run("init", str(tmp_path / "new"), "--example", "--name", "A")
    new = tmp_path / "new" / ".vscode"
    for name in ("settings.json", "extensions.json"):
        assert (new / name).read_bytes() == (ROOT / ".vscode" / name).read_bytes()
    ours = {
        path.name: path.read_text(encoding="utf-8") for path in (ROOT / ".vscode" / "schema").glob("*.json")
    }
    assert {path.name for path in (new / "schema").glob("*.json")} == set(ours)
    for name, text in ours.items():
        kind = name.removesuffix(".json")
        assert text == switch(kind, "../../generator/content/schema")
        assert (new / "schema" / name).read_text(encoding="utf-8") == switch(kind, "format")
        assert (new / "schema" / "format" / f"{kind}.schema.json").is_file()


def test_a_new_site_has_the_forms_of_this_one(tmp_path: Path) -> None:
    run("init", str(tmp_path / "new"), "--name", "A")
    new = tmp_path / "new"
    form = (ROOT / ".github" / "ISSUE_TEMPLATE" / "mistake.yml").read_bytes()
    assert (new / ".github" / "ISSUE_TEMPLATE" / "mistake.yml").read_bytes() == form
    assert (new / ".github" / "pull_request_template.md").is_file()
    assert "/site/" in (new / ".gitignore").read_text(encoding="utf-8")


def test_an_empty_repository_takes_a_new_site(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert run("init", str(tmp_path), "--name", "A").exit_code == 0
