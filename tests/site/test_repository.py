"""The URLs of files and of reports, on the hosts that most projects use and on others."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from generator.location import Location
from generator.site.repository import NOWHERE, SettingsError, editor_links, repository

MARK = Location("briefings/a/positions/b.yml", 7)


@pytest.mark.parametrize(
    ("url", "file", "report"),
    [
        (
            "https://github.com/o/r",
            "https://github.com/o/r/blob/main/briefings/a/positions/b.yml#L7",
            "https://github.com/o/r/issues/new?template=mistake.yml&title={title}&where={text}&body={text}",
        ),
        (
            "https://gitlab.com/o/g/r.git/",
            "https://gitlab.com/o/g/r/-/blob/main/briefings/a/positions/b.yml#L7",
            "https://gitlab.com/o/g/r/-/issues/new?issue[title]={title}&issue[description]={text}",
        ),
        (
            "https://codeberg.org/o/r",
            "https://codeberg.org/o/r/src/branch/main/briefings/a/positions/b.yml#L7",
            "https://codeberg.org/o/r/issues/new?title={title}&body={text}",
        ),
        (
            "https://gitlab.example.org/o/r",
            "https://gitlab.example.org/o/r/-/blob/main/briefings/a/positions/b.yml#L7",
            "https://gitlab.example.org/o/r/-/issues/new?issue[title]={title}&issue[description]={text}",
        ),
    ],
)
def test_a_known_host_needs_only_its_url(url: str, file: str, report: str) -> None:
    found = repository(url)
    assert found.file_url(MARK) == file
    assert found.report == report


def test_the_url_of_a_file_names_the_branch() -> None:
    assert "/blob/next%3F/" in repository("https://github.com/o/r", "next?").file_url(MARK)


def test_patterns_of_the_settings_take_precedence() -> None:
    found = repository(
        "", file="https://x.example/{path}?l={line}", report="mailto:a@x.example?subject={title}&body={text}"
    )
    assert found.file_url(MARK) == "https://x.example/briefings/a/positions/b.yml?l=7"
    assert found.report == "mailto:a@x.example?subject={title}&body={text}"


def test_without_settings_there_are_no_links() -> None:
    assert repository("") == NOWHERE
    assert NOWHERE.file_url(MARK) == NOWHERE.report == ""


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"url": "github.com/o/r"}, "is not a URL"),
        ({"url": "https://[x"}, "is not a URL"),
        ({"url": "javascript://github.com/o/r"}, "is not a URL"),
        ({"url": "", "file": "https://[x/{path}"}, "edit_link"),
        ({"url": "https://code.example/o/r"}, "the host code.example is not known"),
        ({"url": "", "file": "javascript:alert(1)//{path}"}, "edit_link"),
        ({"url": "", "report": "data:text/html,{text}"}, "report_link"),
        ({"url": "", "file": "https://x.example/{paht}#L{line}"}, "edit_link: .* cannot be used"),
        ({"url": "", "file": "https://x.example/"}, "write a URL such as https://…/{path}#L{line}"),
    ],
)
def test_a_wrong_setting_is_refused(settings: dict[str, str], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        repository(**settings)


@pytest.mark.parametrize(
    ("folder", "url"),
    [
        (PurePosixPath("/home/a b"), "vscode://file/home/a%20b/briefings/a/positions/b.yml:7:1"),
        (PureWindowsPath("C:\\me"), "vscode://file/C:/me/briefings/a/positions/b.yml:7:1"),
    ],
)
def test_the_preview_opens_files_on_this_machine(folder: PurePosixPath, url: str) -> None:
    assert editor_links(folder).file_url(MARK) == url


def test_another_editor_has_its_own_pattern() -> None:
    found = editor_links(PurePosixPath("/a"), "idea://open?file={folder}/{path}&line={line}&column={column}")
    assert found.file_url(MARK) == "idea://open?file=/a/briefings/a/positions/b.yml&line=7&column=1"
