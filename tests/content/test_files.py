"""The files of a project: what is read, what is passed over, and what is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build.settings import settings_errors
from generator.cli import main
from generator.content.files import LARGEST_FILE, RULES, read_files


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one stored text."""
    for folder in ("seeds", "briefings"):
        (tmp_path / folder).mkdir()
    (tmp_path / "seeds" / "a.txt").write_bytes(b"A text.\r\n")
    return tmp_path


def codes(root: Path) -> list[tuple[str, str]]:
    """Give what is told of a project as code and file; all of it says what to do."""
    faults = read_files(root)[1]
    assert all(one.message and one.hint for one in faults)
    return [(one.code, one.location.file) for one in faults]


def test_files_are_given_byte_for_byte_by_their_path_in_order(project: Path) -> None:
    (project / "briefings" / "b").mkdir()
    (project / "briefings" / "b" / "briefing.yml").write_bytes(b"title: x\n")
    files, faults = read_files(project)
    assert faults == ()
    assert list(files.items()) == [
        ("seeds/a.txt", b"A text.\r\n"),
        ("briefings/b/briefing.yml", b"title: x\n"),
    ]


def test_hidden_files_and_backups_of_editors_are_passed_over(project: Path) -> None:
    for name in (".DS_Store", "a.txt~", "#a.txt#", ".a.txt.swp"):
        (project / "seeds" / name).write_bytes(b"x")
    assert list(read_files(project)[0]) == ["seeds/a.txt"]
    assert codes(project) == []


def test_a_link_is_refused_to_a_file_or_a_folder(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    secret.write_bytes(b"secret")
    (project / "seeds" / "b.txt").symlink_to(secret)
    (project / "briefings" / "b").symlink_to(secret.parent)
    assert codes(project) == [("E010", "seeds/b.txt"), ("E010", "briefings/b")]
    assert b"secret" not in read_files(project)[0].values()


@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_refused_in_the_place_of_a_folder_of_content(
    project: Path, tmp_path_factory: pytest.TempPathFactory, *, there: bool
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (project / "seeds").rename(elsewhere / "seeds")
    (project / "seeds").symlink_to(elsewhere / ("seeds" if there else "none"))
    assert read_files(project)[0] == {}
    assert codes(project) == [("E010", "seeds")]


def test_a_pipe_is_refused_and_not_waited_for(project: Path) -> None:
    os.mkfifo(project / "seeds" / "b.txt")
    assert codes(project) == [("E010", "seeds/b.txt")]


def test_a_file_of_many_megabytes_is_refused(project: Path) -> None:
    with (project / "seeds" / "b.txt").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    assert codes(project) == [("E011", "seeds/b.txt")]


def test_a_file_that_cannot_be_read_is_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may read everything, so permissions alone would show nothing here.
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert codes(project) == [("E012", "seeds/a.txt")]


def test_a_folder_that_cannot_be_listed_is_told_and_the_others_are_read(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "briefings" / "b").mkdir()
    listed = os.listdir

    def refuse(path: Path) -> list[str]:
        if path.name == "b":
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "listdir", refuse)
    assert codes(project) == [("E012", "briefings/b")]
    assert [*read_files(project)[0]] == ["seeds/a.txt"]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    assert codes(tmp_path) == [("E013", "seeds"), ("E013", "briefings")]


@pytest.mark.parametrize(
    ("settings", "place", "said"),
    [
        (b"plugins:\n  - search\n", "mkdocs.yml:1:1", "does not name the plugin briefings"),
        (b"plugins: 5\n", "mkdocs.yml:1:1", "does not name the plugin briefings"),
        (
            b"site_name: A: b\n",
            "mkdocs.yml:1:13",
            "this is not valid YAML: mapping values are not allowed here",
        ),
        (b"- a\n", "mkdocs.yml:1:1", "has no settings"),
        (b"site_name: \xe9\n", "mkdocs.yml:1:1", "can't decode byte"),
        (b"site_url: !ENV {a: b}\n", "mkdocs.yml:1:11", "expected a scalar or sequence node"),
        (b"site_name: !other x\n", "mkdocs.yml:1:12", "could not determine a constructor for the tag"),
        (b"site_name: 2025-99-99\n", "mkdocs.yml:1:1", "cannot be read: month must be in"),
        (b"site_name: !!bool x\n", "mkdocs.yml:1:1", "cannot be read: "),
        (b"[" * 3000, "mkdocs.yml:1:1", "cannot be read: "),
        (b"plugins:\n  - briefings: {repository: x}\n", "mkdocs.yml:1:1", "repository: “x” is not a URL"),
    ],
)
def test_settings_that_stop_a_build_are_told(project: Path, settings: bytes, place: str, said: str) -> None:
    (project / "mkdocs.yml").write_bytes(settings)
    (fault,) = settings_errors(project)
    assert str(fault.location) == place
    assert said in fault.message
    assert str(project) not in fault.message
    done = CliRunner().invoke(main, ["check", "--root", str(project)])
    assert done.exit_code == 1
    assert f"{place}: error[E019]" in done.output


def test_a_folder_in_the_place_of_the_settings_is_told_without_where_the_project_stands(
    project: Path,
) -> None:
    (project / "mkdocs.yml").mkdir()
    (fault,) = settings_errors(project)
    assert fault.message == "cannot be read: Is a directory"


@pytest.mark.parametrize(
    "settings",
    [
        None,
        b"plugins: [briefings]\n",
        b"plugins: {briefings: }\n",
        b"plugins: [briefings]\nsite_url: !ENV [A, [b]]\n",
    ],
)
def test_settings_that_make_briefings_or_none_at_all_are_no_fault(
    project: Path, settings: bytes | None
) -> None:
    if settings is not None:
        (project / "mkdocs.yml").write_bytes(settings)
    assert settings_errors(project) == ()


def test_every_rule_of_the_disk_is_shown_here() -> None:
    assert [rule.code for rule in RULES] == ["E010", "E011", "E012", "E013", "E019"]
