"""Every kind of file has bounds: a file of nothing but brackets or errors ends in a clear report, soon.

`test_cpu_time.py` tries many shapes of a position file. Here each kind of file has a few, since one reader reads them all,
and the errors that only it can have. Other files that the program reads come with it, such as its catalogues, or from its own
folder on the disk, such as its store.
"""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build.settings import LARGEST, settings_diagnostics
from generator.content.strict_yaml.text import LARGEST as LARGEST_YAML
from generator.diagnostics import Diagnostic
from generator.pipeline import MOST_LISTED, examine
from tests.building import HARBOUR
from tests.hostile.test_cpu_time import BRIEFING, DRIVERS, HEAD, MOST, PARTIES, SIZE, filled, time_per_byte
from tests.test_cases import TODAY, project

NAMES, WORDING, RENAMED = (f"briefings/{name}.yml" for name in ("names", "wording", "renamed"))
SIDECAR = "seeds/report.yml"
KINDS = (PARTIES, NAMES, WORDING, RENAMED, SIDECAR, BRIEFING, DRIVERS)
FLOODS = {
    "brackets": filled("", "["),
    "braces": filled("", "{"),
    "dashes": filled("", "- "),
    "quotation marks": filled("", '"'),
    "aliases": filled("a: [", "*b , ", "]"),
    "hidden characters": filled("", "\0"),
    "keys without a value": "".join(f"a{number}:\n" for number in range(SIZE // 8)),
    "keys with a text": "".join(f"a{number}: b\n" for number in range(SIZE // 10)),
    "lists": "".join(f"a{number}: [,]\n" for number in range(SIZE // 12)),
}
PARTY = "town:\n  name: The town\n  kind: government\n"
SHAPES = {
    "parties without keys": (PARTIES, lambda: "".join(f"a{number}: {{}}\n" for number in range(SIZE // 12))),
    "parties with wrong names": (PARTIES, lambda: "".join(f"A{number}: b\n" for number in range(SIZE // 11))),
    "other names without words": (PARTIES, lambda: filled(f"{PARTY}  aliases: [", "'',", "]\n")),
    "speakers without keys": (PARTIES, lambda: f"{PARTY}  speakers:\n" + "".join(f"    a{number}: {{}}\n" for number in range(SIZE // 16))),
    "names without keys": (NAMES, lambda: "".join(f"a{number}: {{}}\n" for number in range(SIZE // 12))),
    "words without keys": (WORDING, lambda: filled("words: [", "{},", "]\n")),
    "words that are texts": (WORDING, lambda: filled("words: [", "a,", "]\n")),
    "wrong new names": (RENAMED, lambda: "parties:\n" + "".join(f"  a{number}: B\n" for number in range(SIZE // 12))),
    "briefings of renamed issues": (RENAMED, lambda: "issues:\n" + "".join(f"  a{number}: b\n" for number in range(SIZE // 12))),
    "parties of a source": (SIDECAR, lambda: "title: T\nlanguage: en\nparties: [" + "".join(f"a{number}," for number in range(SIZE // 8)) + "]\n"),
    "issues without keys": (BRIEFING, lambda: project()[BRIEFING].decode() + "".join(f"  a{number}: {{}}\n" for number in range(SIZE // 14))),
    "positions without a value": (DRIVERS, lambda: filled(HEAD, "-\n")),
    "positions without keys": (DRIVERS, lambda: filled("party: drivers\npositions: [", "{},", "]\n")),
    "evidence without keys": (DRIVERS, lambda: filled("party: drivers\npositions:\n- issue: width\n  evidence: [", "{},", "]\n")),
}  # fmt: skip


def report(path: str, text: str) -> tuple[float, list[Diagnostic]]:
    """Return the seconds of CPU time that a check takes if the file at `path` has this text, and the errors of that file."""
    files = project() | {path: text.encode()}
    start = time.process_time()
    diagnostics = examine(files, today=TODAY).diagnostics
    taken = time.process_time() - start
    return taken, [error for error in diagnostics if error.location.file == path and error.is_error_rule]


def assert_bounded(path: str, text: str) -> None:
    taken, errors = report(path, text)
    assert 0 < len(errors) <= MOST_LISTED + 1
    assert all(error.message and error.hint for error in errors)
    assert taken < MOST * SIZE * time_per_byte()


@pytest.mark.parametrize("text", FLOODS.values(), ids=list(FLOODS))
@pytest.mark.parametrize("path", KINDS)
def test_each_kind_of_file_bears_each_flood(path: str, text: str) -> None:
    assert_bounded(path, text)


@pytest.mark.parametrize(("path", "text"), SHAPES.values(), ids=list(SHAPES))
def test_a_list_of_nothing_but_errors_is_reported_as_the_first_of_them(
    path: str, text: Callable[[], str]
) -> None:
    assert_bounded(path, text())


def test_the_errors_that_are_not_listed_are_counted() -> None:
    _, errors = report(NAMES, "".join(f"a{number}: {{}}\n" for number in range(5_000)))
    assert errors[-1].message == "this file has 4,900 more errors from here on"


@pytest.mark.parametrize("path", KINDS)
def test_a_file_that_is_too_large_is_not_read(path: str) -> None:
    [error] = report(path, "a: b\n" * (LARGEST_YAML // 4))[1]
    assert "1,250,000 bytes" in error.message


def settings_time(root: Path, text: str) -> tuple[float, list[str]]:
    """Return the seconds that a check of the settings takes, and its messages."""
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    start = time.process_time()
    found = [diagnostic.message for diagnostic in settings_diagnostics(root)]
    return time.process_time() - start, found


@pytest.mark.parametrize("piece", ["[", "{", "- ", '"', "'", "a: ", "? ", "- a\n", "a: b\n", "*a ", "!a "])
def test_the_settings_bear_each_flood(tmp_path: Path, piece: str) -> None:
    sound = (HARBOUR / "mkdocs.yml").read_text(encoding="utf-8") + "extra:\n  list:\n"
    sound += "    - a word\n" * ((LARGEST - len(sound)) // 13)
    allowed, messages = settings_time(tmp_path, sound)
    assert messages == []
    taken, messages = settings_time(tmp_path, piece * (LARGEST // len(piece)))
    assert len(messages) == 1
    assert taken < MOST * allowed
    taken, messages = settings_time(tmp_path, piece * (50 * LARGEST // len(piece)))
    assert "bytes; 100,000 are allowed" in messages[0]
    assert taken < allowed


def test_a_setting_that_repeats_itself_without_end_is_refused(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 20))]
    sound = (HARBOUR / "mkdocs.yml").read_text(encoding="utf-8")
    for key in ("site_name", "site_url"):
        text = "\n".join(
            [*lines, f"{key}: *a19", *(line for line in sound.split("\n") if not line.startswith(key))]
        )
        assert f"{key}: a text is needed here" in settings_time(tmp_path, text)[1][0]
