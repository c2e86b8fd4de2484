"""What earlier builds stored changes no byte of a site: a file is made anew if anything that it shows has changed."""

import datetime as dt
import os
import shutil
import subprocess
import sys
from collections.abc import Collection
from functools import cache
from pathlib import Path
from unittest.mock import Mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.build import generated
from generator.build.finish import FinishedPage, finish_page
from generator.build.plan import plan
from generator.build.plugin import mkdocs_site
from generator.build.plugin.command import build_with_mkdocs
from generator.build.publish import BuildError, publish
from generator.build.settings import site_language
from generator.build.verify import StoredTexts
from generator.content.files import FOLDERS
from generator.memory import Memory
from generator.pipeline import examine, examine_folder, site_of
from generator.site.exports import Export, social
from generator.site.parts import FILES
from generator.site.site import publication
from generator.store import Store
from tests.build.changes import CHANGES, project, write
from tests.building import ROOT, TODAY, files, small_project

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


def built(root: Path, day: dt.date, name: str = "site") -> dict[str, bytes]:
    """Build the project in this process, over its last site. Return the files of the site."""
    out = root / name
    examined = examine_folder(root, site_language(root).code, day, Memory(Store.of_user()))
    publish(out, lambda new: build_with_mkdocs(root, examined, new, last_site=out))
    return files(out)


@pytest.fixture(autouse=True)
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an empty store."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


def warm_and_cold(
    root: Path, day: dt.date, monkeypatch: pytest.MonkeyPatch
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the files of the site after a build with the store and the last site, and after one without them, in one process."""
    monkeypatch.setenv("BRIEFING_TODAY", str(day))
    warm = built(root, day)
    with monkeypatch.context() as cold:
        cold.setenv("BRIEFING_CACHE", "off")
        cold.setenv("BRIEFING_PROCESSES", "1")
        shutil.rmtree(root / "cold", ignore_errors=True)
        return warm, built(root, day, "cold")


def test_a_build_after_others_equals_a_build_from_nothing(
    cache_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "project"
    for step in (*range(STEPS + 1), 0):
        write(root, project(range(step * len(CHANGES) // STEPS)))
        warm, cold = warm_and_cold(root, DAYS[step % len(DAYS)], monkeypatch)
        assert warm.keys() == cold.keys()
        assert [path for path in cold if warm[path] != cold[path]] == []
    assert (cache_folder / "briefing-book").exists()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small project whose page About links to a page that is not there."""
    root = small_project(tmp_path / "small")
    (root / "docs" / "about.md").write_text("# About\n\nSee [notes](notes.md).\n", encoding="utf-8")
    return root


def with_notes(root: Path) -> Path:
    """Write the missing page."""
    (root / "docs" / "notes.md").write_text("# Notes\n", encoding="utf-8")
    return root


def test_a_link_leads_to_a_page_that_was_missing_in_the_last_build(small: Path) -> None:
    with pytest.raises(BuildError, match=r"about/notes\.md"):
        built(small, TODAY)
    assert b'href="../notes/"' in built(with_notes(small), TODAY)["about/index.html"]


def test_no_state_of_the_store_changes_a_byte(
    small: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    warm, cold = warm_and_cold(with_notes(small), TODAY, monkeypatch)
    (path,) = cache_folder.rglob("store.sqlite3")
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) // 2] + bytes(100) + raw[len(raw) // 2 + 100 :])
    assert built(small, TODAY) == warm == cold
    path.write_bytes(b"no database")
    assert built(small, TODAY) == cold
    monkeypatch.setenv("BRIEFING_CACHE_MB", "0")
    assert built(small, TODAY) == cold


def test_another_version_of_the_program_finds_no_page_in_the_store(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(with_notes(small), TODAY)
    monkeypatch.setattr(mkdocs_site, "program_version", lambda: "another one")
    monkeypatch.setattr(generated, "finish_page", finished := Mock(wraps=finish_page))
    monkeypatch.setenv("BRIEFING_PROCESSES", "1")
    site = built(small, TODAY)
    made = {call.args[0] for call in finished.call_args_list}
    assert made == {path for path in site if path.endswith(".html")} - {"404.html", "notes/index.html"}


def test_a_picture_that_shows_the_same_is_not_drawn_again(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_PROCESSES", "1")
    built(with_notes(small), TODAY)
    with (small / "briefings" / "old-bridge" / "positions" / "town.yml").open("a", encoding="utf-8") as file:
        file.write("# A note\n")
    monkeypatch.setattr(social, "draw_data", drawn := Mock())
    built(small, TODAY)
    assert not drawn.called


def test_two_builds_at_once_share_a_store(tmp_path: Path) -> None:
    roots = [small_project(tmp_path / name) for name in ("first", "second")]
    builds = [
        subprocess.Popen(
            [sys.executable, "-m", "generator", "build"], cwd=root, env=os.environ | {"PYTHONPATH": str(ROOT)}
        )
        for root in roots
    ]
    assert [process.wait(timeout=600) for process in builds] == [0, 0]
    assert files(roots[0] / "site") == files(roots[1] / "site")


def test_a_page_with_a_problem_is_not_stored(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def finish(path: str, text: str, stored: StoredTexts) -> tuple[bytes, FinishedPage]:
        content, page = finish_page(path, text, stored)
        page.facts.problems.append(f"{path}:1: a problem")
        return content, page

    monkeypatch.setenv("BRIEFING_PROCESSES", "1")
    with monkeypatch.context() as broken:
        broken.setattr(generated, "finish_page", finish)
        with pytest.raises(BuildError, match="a problem"):
            built(with_notes(small), TODAY)
    assert built(small, TODAY)
