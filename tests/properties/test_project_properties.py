"""Any change to a project gives errors or builds: nothing that editors write crashes the program."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.files import read_files
from generator.pipeline import build_pages, examine, site_of
from tests.building import HARBOUR
from tests.test_cases import project

SMALL = project()
LARGE = dict(read_files(HARBOUR)[0])
TODAY = dt.date(2031, 6, 1)

# Values that a key may have, by mistake or rightly.
VALUES = st.sampled_from(
    [
        *(
            "",
            "x",
            "''",
            "[]",
            "{}",
            "[x]",
            "{x: y}",
            "[[x]]",
            "{text: x}",
            "[{text: x}]",
            "-",
            "“",
            '"',
            "#",
        ),
        *("~", "true", "0", "7", "2031", "2031-05", "2031-05-02", "2031-02-30", "https://example.org", "<b>"),
        *("supports", "unclear", "declined", "town", "report", "width", "Ö ö", "x" * 90, "{{ x }}"),
        "wants the bridge to be wider",
    ]
)


@st.composite
def changes(draw: st.DrawFn, files: dict[str, bytes]) -> dict[str, bytes]:
    """Draw a project with one to three lines changed, moved, deleted or repeated."""
    found = dict(files)
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(sorted(path for path in found if path.endswith(".yml"))))
        lines = found[path].decode().split("\n")
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["value", "value", "key", "out", "twice", "indent", "swap"])):
            case "value":
                lines[at] = f"{lines[at].partition(': ')[0]}: {draw(VALUES)}"
            case "key":
                start, colon, value = lines[at].partition(":")
                lines[at] = f"{start[: len(start) - len(start.lstrip())]}{draw(VALUES)}{colon}{value}"
            case "out":
                del lines[at]
            case "twice":
                lines.insert(at, lines[at])
            case "indent":
                lines[at] = draw(st.sampled_from([" ", "  ", "- ", "    "])) + lines[at]
            case "swap":
                to = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[to] = lines[to], lines[at]
        found[path] = "\n".join(lines).encode()
    return found


def check(files: dict[str, bytes]) -> None:
    """Assert that each problem has a message and a location in a file, and that a project without errors has pages."""
    examined = examine(files, today=TODAY)
    for problem in examined.diagnostics:
        location = problem.location
        assert problem.message, problem
        assert Path(location.file).parts[0] in ("seeds", "briefings"), problem
        lines = files.get(location.file, b"").decode().split("\n")
        assert 1 <= location.line <= len(lines), problem
        assert 1 <= location.column <= len(lines[location.line - 1]) + 1, problem
        assert not location.text or location.text == lines[location.line - 1], problem
    if not examined.has_errors:
        assert build_pages(site_of(examined))


@settings(max_examples=80, deadline=None)
@given(changes(SMALL))
def test_a_small_project_with_changed_lines_has_errors_or_builds(files: dict[str, bytes]) -> None:
    check(files)


@settings(max_examples=10, deadline=None)
@given(changes(LARGE))
@pytest.mark.slow
def test_a_large_project_with_changed_lines_has_errors_or_builds(files: dict[str, bytes]) -> None:
    check(files)


@settings(max_examples=30, deadline=None)
@given(st.sets(st.sampled_from(sorted(SMALL))), st.sets(st.sampled_from(sorted(SMALL))))
def test_a_project_with_missing_and_empty_files_has_errors_or_builds(
    missing: set[str], empty: set[str]
) -> None:
    check({path: b"" if path in empty else raw for path, raw in SMALL.items() if path not in missing})
