"""`briefing init` creates a site that builds at once, pinned to the generator that created it."""

import hashlib
import json
import re
from importlib.metadata import version
from pathlib import Path
from tempfile import gettempdir
from zipfile import ZipFile

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.build.settings import site_publication
from generator.cli import main
from generator.edit.error import EditError
from generator.edit.new_site import STARTER
from generator.edit.pin import pinned_files
from generator.edit.schemas import switch
from generator.pipeline import examine_folder
from tests.building import ROOT, build, committed, git
from tests.building import files as files_of


def run(*words: str, answers: str = "") -> Result:
    """Run a command."""
    done = CliRunner().invoke(main, [*words], input=answers)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def test_a_new_site_with_the_example_passes_the_check(tmp_path: Path) -> None:
    assert run("init", str(tmp_path / "new"), "--example", "--name", "Town: affairs").exit_code == 0
    assert examine_folder(tmp_path / "new").diagnostics == ()


@pytest.mark.slow
def test_an_empty_site_builds_and_says_what_to_do_next(tmp_path: Path) -> None:
    done = run("init", str(tmp_path / "new"), answers="Affairs\n")
    assert "The name of the site [Briefings]: Affairs" in done.output
    assert "briefing new source" in done.output
    assert "There are no briefings here yet" in (build(tmp_path / "new") / "index.html").read_text(
        encoding="utf-8"
    )


def test_a_folder_with_a_repository_and_a_python_environment_is_accepted(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".venv").mkdir()
    assert run("init", str(tmp_path), "--name", "A").exit_code == 0
    assert "/.venv/" in (tmp_path / ".gitignore").read_text(encoding="utf-8")


def test_an_empty_site_passes_the_check_after_a_clone(tmp_path: Path) -> None:
    run("init", str(tmp_path / "new"), "--name", "A")
    committed(tmp_path / "new")
    git(tmp_path, "clone", "--quiet", "new", "clone")
    assert examine_folder(tmp_path / "clone").diagnostics == ()


def test_a_new_site_asks_who_publishes_it_until_the_answers_can_be_used(tmp_path: Path) -> None:
    done = run(
        "init", str(tmp_path), "--name", "A", answers="The: desk\nnobody\ndesk@example.org\nCC BY 4.0\n"
    )
    assert "“nobody” is not a mail or web address" in done.output
    publisher = site_publication(tmp_path).publisher
    assert (publisher.name, publisher.contact, publisher.licence) == (
        "The: desk",
        "desk@example.org",
        "CC BY 4.0",
    )


def test_a_contact_that_cannot_be_used_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    done = run("init", str(tmp_path / "new"), "--name", "A", "--contact", "nobody")
    assert done.exit_code == 2
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("name", ["2031", "No", "~", "a: b", "Die „Brücke“ \\ #1"])
def test_any_name_of_a_site_is_a_text_in_its_settings(tmp_path: Path, name: str) -> None:
    run("init", str(tmp_path / "new"), "--name", name)
    text = (tmp_path / "new" / "mkdocs.yml").read_text(encoding="utf-8")
    assert yaml.safe_load(text.replace("!ENV", ""))["site_name"] == name  # YAML 1.1, as MkDocs reads it


def test_a_checkout_is_pinned_as_a_wheel_and_everything_by_hash(tmp_path: Path) -> None:
    assert run("init", str(tmp_path / "new"), "--name", "A").exit_code == 0
    (wheel,) = (tmp_path / "new" / "wheels").iterdir()
    assert "generator/edit/starter/locked.txt" in ZipFile(wheel).namelist()
    asked = (tmp_path / "new" / "requirements.txt").read_text(encoding="utf-8")
    first, *rest = re.findall(r"^[^\s#]\S+ .*", asked, re.MULTILINE)
    assert first == f"./wheels/{wheel.name} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}"
    assert "briefing-book==" not in asked
    assert rest
    assert asked.count("--hash=sha256:") > len(rest)


def test_a_checkout_that_cannot_be_built_is_an_error_that_names_the_folder_of_temporary_files(
    tmp_path: Path,
) -> None:
    with pytest.raises(EditError, match=rf"temporary files in {re.escape(gettempdir())}.*\n.*make wheel"):
        pinned_files({"url": tmp_path.as_uri(), "dir_info": {}})


def test_a_wheel_that_has_changed_since_it_was_installed_is_an_error(tmp_path: Path) -> None:
    wheel = tmp_path / "briefing_book-1-py3-none-any.whl"
    wheel.write_bytes(b"changed")
    with pytest.raises(EditError, match="is missing or has changed"):
        pinned_files({"url": wheel.as_uri(), "archive_info": {"hashes": {"sha256": "0" * 64}}})


def test_a_package_from_an_index_is_pinned_by_version_with_the_tested_dependencies() -> None:
    requirements = pinned_files({})["requirements.txt"].decode()
    tested = re.findall(r"^\S+==\S+", (ROOT / "requirements" / "site.txt").read_text("utf-8"), re.MULTILINE)
    assert re.findall(r"^\S+==\S+", requirements, re.MULTILINE) == [
        f"briefing-book=={version('briefing-book')}",
        *tested,
    ]
    assert "--hash" not in requirements


def test_a_package_from_a_repository_is_pinned_by_commit() -> None:
    origin = {
        "url": "https://git.example/briefing-book",
        "vcs_info": {"vcs": "git", "commit_id": "a" * 40},
    }
    requirements = pinned_files(origin)["requirements.txt"].decode()
    assert f"\nbriefing-book @ git+https://git.example/briefing-book@{'a' * 40}\n" in requirements


def test_a_folder_that_is_not_empty_stays_the_same(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    before = files_of(tmp_path)
    done = run("init", str(tmp_path), "--name", "A")
    assert done.exit_code == 1
    assert "is not empty. Choose a new folder" in done.output
    assert files_of(tmp_path) == before


def test_a_new_site_has_the_settings_of_this_one_except_for_its_pages_and_publisher() -> None:
    def settings(path: Path) -> dict[str, object]:
        text = path.read_text(encoding="utf-8").replace("!ENV", "").replace("{site_name}", "Name")
        found: dict[str, object] = yaml.safe_load(text)
        return {
            key: value
            for key, value in found.items()
            if key not in {"site_name", "nav", "exclude_docs", "plugins"}
        }

    assert settings(STARTER / "empty" / "mkdocs.yml") == settings(ROOT / "mkdocs.yml")


def test_a_new_site_has_the_editor_settings_and_schemas_of_this_one(tmp_path: Path) -> None:
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


def test_a_new_site_opens_in_a_container_as_this_project_does_and_installs_what_it_pins(
    tmp_path: Path,
) -> None:
    run("init", str(tmp_path / "new"), "--name", "A")
    ours, new = (
        json.loads((root / ".devcontainer" / "devcontainer.json").read_bytes())
        for root in (ROOT, tmp_path / "new")
    )
    assert new["forwardPorts"] == [8000, 8001]
    assert "--requirement requirements.txt" in new["postCreateCommand"]
    assert ours["postCreateCommand"] == "make setup-site"
    own = {"name", "postCreateCommand"}
    assert {key: new[key] for key in new.keys() - own} == {key: ours[key] for key in ours.keys() - own}
    # Nobody but the editor names an address under which the desk answers.
    assert "BRIEFING" not in json.dumps((ours, new))


def test_a_new_site_has_the_forms_of_this_one(tmp_path: Path) -> None:
    run("init", str(tmp_path / "new"), "--name", "A")
    new = tmp_path / "new"
    form = (ROOT / ".github" / "ISSUE_TEMPLATE" / "mistake.yml").read_bytes()
    assert (new / ".github" / "ISSUE_TEMPLATE" / "mistake.yml").read_bytes() == form
    assert (new / ".github" / "pull_request_template.md").is_file()
    assert "/site/" in (new / ".gitignore").read_text(encoding="utf-8")


def test_the_texts_of_a_new_site_keep_their_line_ends_on_windows(tmp_path: Path) -> None:
    run("init", str(tmp_path / "new"), "--example", "--name", "A")
    committed(tmp_path / "new")
    git(tmp_path, "-c", "core.autocrlf=true", "clone", "--quiet", "new", "clone")
    assert b"\r\n" in (tmp_path / "clone" / "mkdocs.yml").read_bytes()
    assert examine_folder(tmp_path / "clone").diagnostics == ()


def test_line_ends_that_git_has_changed_are_mended_as_the_error_says(tmp_path: Path) -> None:
    run("init", str(tmp_path / "new"), "--example", "--name", "A")
    (tmp_path / "new" / ".gitattributes").unlink()
    committed(tmp_path / "new")
    clone = tmp_path / "clone"
    git(tmp_path, "-c", "core.autocrlf=true", "clone", "--quiet", "new", "clone")
    [error] = examine_folder(clone).diagnostics
    assert error.message.startswith("only the line ends of ")
    _, line, command = error.hint.split("\n")
    (clone / ".gitattributes").write_text(f"{line}\n", encoding="utf-8")
    text = command.rpartition(" ")[2]
    (clone / text).unlink()
    git(clone, "-c", "core.autocrlf=true", *command.partition(": git ")[2].split())
    assert examine_folder(clone).diagnostics == ()
