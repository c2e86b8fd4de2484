"""What earlier builds stored changes no byte of a site: a file is made anew if anything that it shows has changed."""

import datetime as dt
import shutil
from collections.abc import Collection
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.build.plan import plan
from generator.build.plugin.command import build_with_mkdocs
from generator.build.publish import BuildError
from generator.build.settings import site_language
from generator.content.files import FOLDERS
from generator.memory import Memory
from generator.pipeline import examine, examine_folder, site_of
from generator.site.exports import Export
from generator.site.parts import FILES
from generator.site.site import publication
from generator.store import Store
from tests.build.changes import CHANGES, project, write
from tests.building import files

DAYS = tuple(dt.date(2031, 6, day) for day in (18, 19, 20, 29))
"""Days of a build: each makes another review overdue, or none."""
OF_CONTENT = [number for number, (path, *_) in enumerate(CHANGES) if path.startswith(FOLDERS)]
STEPS = 4

MEMORY = Memory()


@cache
def planned(made: Collection[int], day: dt.date) -> dict[tuple[str, ...], object]:
    """Return each page in Markdown and each export, by its path and the hashes of what it reads; none if there are errors."""
    raw = {path: text.encode() for path, text in project(made).items() if path.startswith(FOLDERS)}
    examined = examine(raw, today=day, memory=MEMORY)
    if examined.has_errors:
        return {}
    where = publication("Harbour briefings", "https://example.org/halmsund/", manuals=False)
    site = plan(site_of(examined, publication=where), examined.digests)
    markdown, digests = site.markdown(), {**site.digests, **dict.fromkeys(FILES, "")}
    return {
        (file.uri, *(digests[part] for part in sorted(file.reads))): (
            file.make() if isinstance(file, Export) else markdown(file)
        )
        for file in site.files
        if not file.uri.endswith(".png")  # drawing takes long
    }


@settings(max_examples=8, derandomize=True)
@given(st.lists(st.sampled_from([*OF_CONTENT, *DAYS]), min_size=6, max_size=20))
def test_what_a_file_reads_is_all_that_it_shows(steps: list[int | dt.date]) -> None:
    made, day, found = frozenset[int](), DAYS[0], dict[tuple[str, ...], object]()
    for step in steps:
        if isinstance(step, dt.date):
            day = step
        else:
            made ^= {step}
        for key, content in planned(made, day).items():
            assert found.setdefault(key, content) == content


def built(root: Path, day: dt.date) -> dict[str, bytes] | str:
    """Build the project in this process. Return the files of the site, or why it cannot be built."""
    out = root / "site"
    shutil.rmtree(out, ignore_errors=True)
    examined = examine_folder(root, site_language(root).code, day, Memory(Store.of_user()))
    try:
        build_with_mkdocs(root, examined, out)
    except BuildError as error:
        return str(error)
    return files(out)


@pytest.fixture
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an empty store."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


def same_as_cold(root: Path, day: dt.date, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Return whether a build with the store gives the same as one without, in one process."""
    monkeypatch.setenv("BRIEFING_TODAY", str(day))
    warm = built(root, day)
    with monkeypatch.context() as cold:
        cold.setenv("BRIEFING_CACHE", "off")
        cold.setenv("BRIEFING_PROCESSES", "1")
        return warm == built(root, day)


def test_a_build_after_others_equals_a_build_from_nothing(
    cache_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "project"
    for step in (*range(STEPS + 1), 0):
        made = range(step * len(CHANGES) // STEPS)
        write(root, project(made))
        assert same_as_cold(root, DAYS[step % len(DAYS)], monkeypatch), made
    assert (cache_folder / "briefing-book").exists()
