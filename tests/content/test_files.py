"""The files of a project: which are read, skipped and refused."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build.settings import settings_diagnostics
from generator.cli import main
from generator.content.files import LARGEST_FILE, read_files
from generator.content.rules import RULES_OF_THE_DISK


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one stored text."""
    for folder in ("seeds", "briefings"):
        (tmp_path / folder).mkdir()
    (tmp_path / "seeds" / "a.txt").write_bytes(b"A text.\r\n")
    return tmp_path


def codes(root: Path) -> list[tuple[str, str]]:
    """Return the code and the file of each error in a project; each error says what to do."""
    errors = read_files(root)[1]
    assert all(error.message and error.hint for error in errors)
    return [(error.code, error.location.file) for error in errors]


def test_files_are_read_byte_for_byte_by_path_in_order(project: Path) -> None:
    (project / "briefings" / "b").mkdir()
    (project / "briefings" / "b" / "briefing.yml").write_bytes(b"title: x\n")
    files, errors = read_files(project)
    assert errors == ()
    assert list(files.items()) == [
        ("seeds/a.txt", b"A text.\r\n"),
        ("briefings/b/briefing.yml", b"title: x\n"),
    ]


def test_hidden_files_and_backups_of_editors_are_skipped(project: Path) -> None:
    for name in (".DS_Store", "a.txt~", "#a.txt#", ".a.txt.swp"):
        (project / "seeds" / name).write_bytes(b"x")
    assert list(read_files(project)[0]) == ["seeds/a.txt"]
    assert codes(project) == []


def test_a_link_to_a_file_or_a_folder_is_refused(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    secret.write_bytes(b"secret")
    (project / "seeds" / "b.txt").symlink_to(secret)
    (project / "briefings" / "b").symlink_to(secret.parent)
    assert codes(project) == [("E010", "seeds/b.txt"), ("E010", "briefings/b")]
    assert b"secret" not in read_files(project)[0].values()


@pytest.mark.parametrize("there", [True, False])
def test_a_link_in_place_of_a_content_folder_is_refused(
    project: Path, tmp_path_factory: pytest.TempPathFactory, *, there: bool
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (project / "seeds").rename(elsewhere / "seeds")
    (project / "seeds").symlink_to(elsewhere / ("seeds" if there else "none"))
    assert read_files(project)[0] == {}
    assert codes(project) == [("E010", "seeds")]


def test_a_pipe_is_refused_without_waiting_for_it(project: Path) -> None:
    os.mkfifo(project / "seeds" / "b.txt")
    assert codes(project) == [("E010", "seeds/b.txt")]


def test_a_file_of_many_megabytes_is_refused(project: Path) -> None:
    with (project / "seeds" / "b.txt").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    assert codes(project) == [("E011", "seeds/b.txt")]


def test_a_file_that_cannot_be_read_is_an_error(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may read everything, so permissions alone would show nothing here.
    def refuse(path: str, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("builtins.open", refuse)
    assert codes(project) == [("E012", "seeds/a.txt")]


def test_a_folder_that_cannot_be_listed_is_an_error_and_the_others_are_read(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "briefings" / "b").mkdir()
    listed = os.listdir

    def refuse(path: str) -> list[str]:
        if Path(path).name == "b":
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "listdir", refuse)
    assert codes(project) == [("E012", "briefings/b")]
    assert [*read_files(project)[0]] == ["seeds/a.txt"]


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    assert codes(tmp_path) == [("E013", "seeds"), ("E013", "briefings")]


@pytest.mark.parametrize(
    ("settings", "place", "message"),
    [
        (b"plugins:\n  - search\n", "mkdocs.yml:1:1", "the plugin briefings is missing"),
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
        (b"[" * 1200, "mkdocs.yml:1:1", "nested too deeply"),
        (b"a:\n" + b"- b\n" * 30_000, "mkdocs.yml:1:1", "the file has 120,003 bytes; 100,000 are allowed"),
        (
            b"plugins:\n  - briefings: {contact: 'javascript://example.org/%0aalert(1)'}\n",
            "mkdocs.yml:2:26",
            "is not a mail or web address",
        ),
        (
            b"plugins: [briefings]\nsite_url: !ENV [A, example.org]\n",
            "mkdocs.yml:2:11",
            "site_url (or BRIEFING_SITE_URL) “example.org” is not a URL",
        ),
        (b"plugins:\n  - briefings: {repository: x}\n", "mkdocs.yml:2:29", "repository: “x” is not a URL"),
        (
            b"plugins:\n  - briefings:\n      contact: nobody\n",
            "mkdocs.yml:3:16",
            "is not a mail or web address",
        ),
        (b"plugins:\n  briefings: {licence: 'https://'}\n", "mkdocs.yml:2:24", "is not a web address"),
        (
            b"plugins:\n  briefings: {license: MIT}\n",
            "mkdocs.yml:2:24",
            "has no option “license”: its options are",
        ),
        (b"plugins:\n  briefings: {publisher: [a]}\n", "mkdocs.yml:2:26", "a text is needed here"),
        (b"plugins:\n  briefings: {keep_originals: maybe}\n", "mkdocs.yml:2:31", "write true or false"),
        (b"plugins:\n  briefings: {manuals: sometimes}\n", "mkdocs.yml:2:24", "write true or false"),
    ],
)
def test_settings_that_stop_a_build_are_an_error(
    project: Path, settings: bytes, place: str, message: str
) -> None:
    (project / "mkdocs.yml").write_bytes(settings)
    [error] = settings_diagnostics(project)
    assert str(error.location) == place
    assert message in error.message
    assert str(project) not in error.message
    done = CliRunner().invoke(main, ["check", "--root", str(project)])
    assert done.exit_code == 1
    assert f"{place}: error[E019]" in done.output


def test_a_folder_in_place_of_the_settings_is_an_error_without_the_path_of_the_project(
    project: Path,
) -> None:
    (project / "mkdocs.yml").mkdir()
    [error] = settings_diagnostics(project)
    assert error.message == "the file cannot be read: Is a directory"


@pytest.mark.parametrize(
    "settings",
    [
        None,
        b"plugins: [briefings: {publisher: A}]\n",
        b"plugins: {briefings: {publisher: 2031}}\n",
        b"plugins: [briefings: {publisher: A}]\nsite_url: !ENV [A, 'https://b.example/']\n",
    ],
)
def test_settings_of_a_publisher_and_missing_settings_have_no_problem(
    project: Path, settings: bytes | None
) -> None:
    if settings is not None:
        (project / "mkdocs.yml").write_bytes(settings)
    assert settings_diagnostics(project) == ()


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        (b"plugins: [briefings]\n", "mkdocs.yml:1:10"),
        (b"plugins:\n  - briefings:\n      publisher:\n", "mkdocs.yml:3:17"),
    ],
)
def test_a_site_without_a_publisher_gets_one_warning(project: Path, settings: bytes, place: str) -> None:
    (project / "mkdocs.yml").write_bytes(settings)
    done = CliRunner().invoke(main, ["check", "--root", str(project)])
    assert done.output.count("[W021]") == 1
    assert f"{place}: warning[W021]" in done.output


def test_every_rule_of_the_disk_is_tested_here() -> None:
    assert [rule.code for rule in RULES_OF_THE_DISK] == [
        "E010",
        "E011",
        "E012",
        "E013",
        "E019",
        "W021",
        "E022",
        "E023",
        "E024",
        "E025",
        "W026",
    ]
