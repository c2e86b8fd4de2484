"""Where files are mended and mistakes reported, on the hosts that most projects use and on others."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from generator.location import Location
from generator.site.repository import NOWHERE, RepositoryError, editor_links, repository

MARK = Location("briefings/a/positions/b.yml", 7)


@pytest.mark.parametrize(
    ("address", "file", "report"),
    [
        (
            "https://github.com/o/r",
            "https://github.com/o/r/blob/main/briefings/a/positions/b.yml#L7",
            "https://github.com/o/r/issues/new?template=mistake.yml&title=T%26&where=W%20%C3%A9&body=W%20%C3%A9",
        ),
        (
            "https://gitlab.com/o/g/r.git/",
            "https://gitlab.com/o/g/r/-/blob/main/briefings/a/positions/b.yml#L7",
            "https://gitlab.com/o/g/r/-/issues/new?issue[title]=T%26&issue[description]=W%20%C3%A9",
        ),
        (
            "https://codeberg.org/o/r",
            "https://codeberg.org/o/r/src/branch/main/briefings/a/positions/b.yml#L7",
            "https://codeberg.org/o/r/issues/new?title=T%26&body=W%20%C3%A9",
        ),
        (
            "https://gitlab.example.org/o/r",
            "https://gitlab.example.org/o/r/-/blob/main/briefings/a/positions/b.yml#L7",
            "https://gitlab.example.org/o/r/-/issues/new?issue[title]=T%26&issue[description]=W%20%C3%A9",
        ),
    ],
)
def test_a_known_host_needs_its_address_alone(address: str, file: str, report: str) -> None:
    found = repository(address)
    assert found.file_url(MARK) == file
    assert found.report_url("T&", "W é") == report


def test_another_branch_stands_in_the_address() -> None:
    assert "/blob/next%3F/" in repository("https://github.com/o/r", "next?").file_url(MARK)


def test_patterns_of_ones_own_go_before_those_of_the_host() -> None:
    found = repository(
        "", file="https://x.example/{path}?l={line}", report="mailto:a@x.example?subject={title}&body={text}"
    )
    assert found.file_url(MARK) == "https://x.example/briefings/a/positions/b.yml?l=7"
    assert found.report_url("a b", "{title}") == "mailto:a@x.example?subject=a%20b&body=%7Btitle%7D"


def test_without_settings_there_are_no_links() -> None:
    assert repository("") == NOWHERE
    assert NOWHERE.file_url(MARK) == NOWHERE.report_url("a", "b") == ""


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"address": "github.com/o/r"}, "is no address"),
        ({"address": "https://[x"}, "is no address"),
        ({"address": "", "file": "https://[x/{path}"}, "edit_link"),
        ({"address": "https://code.example/o/r"}, "the host code.example is not known"),
        ({"address": "", "file": "javascript:alert(1)//{path}"}, "edit_link"),
        ({"address": "", "report": "data:text/html,{text}"}, "report_link"),
        ({"address": "", "file": "https://x.example/{paht}#L{line}"}, "“{paht}” is not filled in"),
        ({"address": "", "file": "https://x.example/#L{line}"}, "{path} is missing"),
    ],
)
def test_a_wrong_setting_is_told(settings: dict[str, str], said: str) -> None:
    with pytest.raises(RepositoryError, match=said):
        repository(**settings)


@pytest.mark.parametrize(
    ("folder", "url"),
    [
        (PurePosixPath("/home/a b"), "vscode://file/home/a%20b/briefings/a/positions/b.yml:7:1"),
        (PureWindowsPath("C:\\me"), "vscode://file/C:/me/briefings/a/positions/b.yml:7:1"),
    ],
)
def test_in_the_preview_a_file_opens_on_this_machine(folder: PurePosixPath, url: str) -> None:
    assert editor_links(folder).file_url(MARK) == url


def test_another_editor_has_a_pattern_of_its_own() -> None:
    found = editor_links(PurePosixPath("/a"), "idea://open?file={folder}/{path}&line={line}&column={column}")
    assert found.file_url(MARK) == "idea://open?file=/a/briefings/a/positions/b.yml&line=7&column=1"
