"""Lines of the real briefing in a wrong column: told once, at the first of them, whatever YAML makes of it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from generator.content.files import read_files
from generator.content.load.outline import Outline
from generator.content.load.wanted import wanted_in
from generator.diagnostics import Severity
from generator.pipeline import examine
from tests.building import HARBOUR, ROOT
from tests.content.slips import SLUG

FILES = dict(read_files(ROOT)[0])
BRIEFING, RUSSIA = f"{SLUG}/briefing.yml", f"{SLUG}/positions/russia.yml"
PARTIES, NAMES = "briefings/parties.yml", "briefings/names.yml"


def indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def shifted(path: str, first: str, last: str, by: int) -> tuple[dict[str, bytes], int]:
    """Move the lines from the one that begins with `first` to the next that begins with `last`; give the files and the first line."""
    lines = FILES[path].decode().split("\n")
    start = next(at for at, line in enumerate(lines) if line.lstrip().startswith(first))
    end = next(at for at, line in enumerate(lines) if at >= start and line.lstrip().startswith(last))
    for at in range(start, end + 1):
        lines[at] = " " * (indent(lines[at]) + by) + lines[at].lstrip(" ") if lines[at] else ""
    return {**FILES, path: "\n".join(lines).encode()}, start + 1


@pytest.mark.parametrize("root", [ROOT, HARBOUR, ROOT / "generator" / "edit" / "starter" / "example"])
def test_no_line_of_a_sound_file_is_out_of_place(root: Path) -> None:
    strays = {}
    for path, raw in read_files(root)[0].items():
        if wanted := wanted_in(path):
            outline = Outline(wanted)
            outline.read(raw.decode().split("\n"))
            outline.end()
            strays[path] = outline.strays
    assert len(strays) > 5
    assert {path: found for path, found in strays.items() if found} == {}


@pytest.mark.parametrize(
    ("path", "first", "last", "by"),
    [
        (BRIEFING, "title:", "title:", 2),
        (BRIEFING, "status:", "parties:", 2),
        (BRIEFING, "occupied-territory:", "occupied-territory:", -2),
        (BRIEFING, "occupied-territory:", "russian-control:", -2),
        (BRIEFING, "timeline:", "timeline:", 2),
        (BRIEFING, "note:", "note:", -4),
        (PARTIES, "speakers:", "volodymyr-zelenskyy:", -2),
        (PARTIES, "speakers:", "speakers:", -2),
        (PARTIES, "yuri-ushakov:", "yuri-ushakov:", -2),
        (PARTIES, "yuri-ushakov:", "yuri-ushakov:", 2),
        (NAMES, "term:", "term:", -2),
        (RUSSIA, "conditions:", "speaker:", -2),
        (RUSSIA, "conditions:", "conditions:", 2),
        (RUSSIA, "- issue: occupied-territory", "evidence:", -2),
        (RUSSIA, "stance: supports", "summary:", -2),
        (RUSSIA, "why:", "why:", -4),
        (RUSSIA, "Yuri Ushakov said", "other parts", -4),
    ],
)
def test_lines_in_a_wrong_column_are_told_once_and_at_the_first_of_them(
    path: str, first: str, last: str, by: int
) -> None:
    files, line = shifted(path, first, last, by)
    assert [(one.code, one.location.file, one.location.line) for one in examine(files).diagnostics] == [
        ("E115", path, line)
    ]


def test_what_is_advised_makes_the_file_what_it_was() -> None:
    files, line = shifted(BRIEFING, "occupied-territory:", "russian-control:", -2)
    [fault] = examine(files).diagnostics
    assert fault.message == f"lines {line} to {line + 4} begin in a wrong column"
    assert (
        fault.hint == "Begin all of them 2 columns further right; the first is then:\n  occupied-territory:"
    )


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (RUSSIA, "    stance: supports\n", "    - stance: supports\n"),
        (RUSSIA, "    stance: supports\n", "  - stance: supports\n"),
        (RUSSIA, "  - issue: occupied-territory\n", "  - - issue: occupied-territory\n"),
        (RUSSIA, "        why: Said of the talks", "      - why: Said of the talks"),
        (BRIEFING, "  - Who took part", "  - - Who took part"),
    ],
)
def test_a_dash_too_many_is_told_once_with_the_line_as_it_should_be(path: str, old: str, new: str) -> None:
    text = FILES[path].decode()
    assert old in text
    [fault] = examine({**FILES, path: text.replace(old, new, 1).encode()}).diagnostics
    assert (fault.code, fault.message) == ("E115", "this line has a dash too many")
    assert fault.hint.startswith(f"Take it out:\n{old.rstrip()}")


def test_an_entry_that_lacks_a_key_is_not_taken_for_a_part_of_the_one_above_it() -> None:
    text = FILES[RUSSIA].decode()
    lost = text.replace(
        "      - source: moscow-talks-2025-12-02\n        quote: neither", "      - quote: neither", 1
    )
    assert lost != text
    assert [one.code for one in examine({**FILES, RUSSIA: lost.encode()}).diagnostics] == ["E302"]


def test_a_wrong_quote_among_lines_in_a_wrong_column_is_told_too() -> None:
    files, _ = shifted(RUSSIA, "conditions:", "speaker:", -2)
    files[RUSSIA] = files[RUSSIA].replace(b"would require additional work\n", b"would require further work\n")
    assert {one.code for one in examine(files).diagnostics} == {"E115", "E202"}


def test_faults_in_lines_in_a_wrong_column_are_marked_where_the_editor_wrote_them() -> None:
    files, line = shifted(RUSSIA, "conditions:", "speaker:", 2)
    files[RUSSIA] = files[RUSSIA].replace(b"would require additional work\n", b"would require further work\n")
    wrong = next(one for one in examine(files).diagnostics if one.code == "E202")
    written = files[RUSSIA].decode().split("\n")[wrong.location.line - 1]
    assert wrong.location.line > line
    assert wrong.location.text == written
    assert written[wrong.location.column - 1 :].startswith("would require further work")


def test_a_file_with_line_ends_of_windows_is_put_right_as_others_are() -> None:
    files, line = shifted(RUSSIA, "conditions:", "speaker:", -2)
    files[RUSSIA] = files[RUSSIA].replace(b"\n", b"\r\n")
    assert [(one.code, one.location.line) for one in examine(files).diagnostics] == [("E115", line)]


def test_of_all_ways_to_shift_a_line_or_what_stands_below_it_nearly_each_is_one_fault() -> None:
    chance = random.Random(20260101)  # noqa: S311 - the same shifts in each run
    paths = [path for path in FILES if path.endswith(".yml")]
    counts: list[int] = []
    while len(counts) < 120:
        path, by = chance.choice(paths), chance.choice((-4, -2, -1, 1, 2, 4))
        lines = FILES[path].decode().split("\n")
        first = chance.randrange(len(lines))
        column = indent(lines[first])
        if not lines[first].strip() or lines[first].lstrip().startswith("#") or column + by < 0:
            continue
        last = first
        while chance.random() < 0.9 and lines[last + 1 : last + 2] != [] and indent(lines[last + 1]) > column:
            last += 1
        moved = [" " * (indent(line) + by) + line.lstrip(" ") for line in lines[first : last + 1]]
        files = {**FILES, path: "\n".join([*lines[:first], *moved, *lines[last + 1 :]]).encode()}
        counts.append(sum(one.severity is Severity.ERROR for one in examine(files).diagnostics))
    assert sum(count > 1 for count in counts) <= len(counts) / 20
    assert sum(count == 1 for count in counts) >= len(counts) * 3 / 4
