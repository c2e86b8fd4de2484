"""With the memory of any earlier runs, a project is examined exactly as without."""

from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.memory import Memory
from generator.pipeline import Examined, examine
from generator.store import Store
from tests.checks.test_parts import ELSEWHERE, VARIANTS, two_briefings
from tests.properties.test_project_properties import changes
from tests.test_cases import TODAY, project

Files = dict[str, bytes]
FILES = two_briefings()


@st.composite
def edited(draw: st.DrawFn, files: Files) -> Files:
    """Draw a project that differs from `files` as after a few minutes of an editor’s work."""
    path = draw(st.sampled_from(sorted(files or FILES)))
    raw = files.get(path, b"")
    rest = {name: data for name, data in files.items() if name != path}
    match draw(st.sampled_from(["lines", "case", "case", "remove", "rename", "draft", "undo", "text"])):
        case "lines" if any(name.endswith(".yml") for name in files):
            return draw(changes(files))
        case "case":
            other, there = draw(st.sampled_from([("/bridge/", "/bridge/"), ("/bridge/", "/tunnel/")]))
            case = project(*draw(st.sampled_from(VARIANTS)))
            return files | {name.replace(other, there): data for name, data in case.items()}
        case "remove":
            return rest
        case "rename":
            names = [
                path.replace("bridge", "ferry"),
                path.replace("report", "review"),
                path.upper(),
                f"{path}x",
            ]
            return rest | {draw(st.sampled_from(names)): raw}
        case "draft":
            start = raw.replace(b"\n  - issue", b"\n  - draft: true\n    issue", 1)
            return files | {path: raw + b"draft: true\n" if start == raw else start}
        case "text":
            return files | {path: raw + b"\n\nMore words.\n"}
    return dict(FILES)


@st.composite
def sessions(draw: st.DrawFn) -> list[Files]:
    """Draw the states of a project, one after the other."""
    states = [dict(FILES)]
    for _ in range(draw(st.integers(1, 6))):
        states.append(draw(edited(states[-1])))
    return states


def parts(examined: Examined) -> list[object]:
    """Return everything that was found, also what does not count when values are compared."""
    contents = [
        (each.corpus, dict(each.passages), each.analysis) for each in (examined.content, examined.published)
    ]
    return [contents, [asdict(item) for item in examined.diagnostics], examined.digests]


@settings(max_examples=60)
@given(sessions())
@pytest.mark.slow
def test_a_process_that_remembers_finds_the_same(states: list[Files]) -> None:
    memory = Memory()
    for files in states:
        assert parts(examine(files, today=TODAY, memory=memory)) == parts(examine(files, today=TODAY))


@settings(max_examples=30)
@given(sessions())
@pytest.mark.slow
def test_processes_that_share_a_store_find_the_same(
    tmp_path_factory: pytest.TempPathFactory, states: list[Files]
) -> None:
    path: Path = tmp_path_factory.mktemp("store") / "store.sqlite3"
    for files in states:
        memory = Memory(Store(path))
        assert parts(examine(files, today=TODAY, memory=memory)) == parts(examine(files, today=TODAY))


@pytest.mark.parametrize("change", ELSEWHERE)
def test_a_change_elsewhere_is_noticed_in_files_that_stay_as_they_were(change: str) -> None:
    memory = Memory()
    found = []
    before, after = ELSEWHERE[change]
    for files in (before, after):
        examined = examine(files, today=TODAY, memory=memory)
        assert parts(examined) == parts(examine(files, today=TODAY))
        found.append(
            {
                item
                for item in examined.diagnostics
                if before.get(item.location.file) == after.get(item.location.file)
            }
        )
    assert found[0] != found[1]
