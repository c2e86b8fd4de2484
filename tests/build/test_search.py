"""What the search finds: its records, and the same bytes for the same site."""

from __future__ import annotations

import hashlib
import shutil
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build.search import FOLDER
from generator.build.search.index import WEIGHTS
from generator.build.search.records import Record, records
from generator.cli import main
from tests.building import HARBOUR


@pytest.fixture(scope="module")
def found(real_site: Path) -> list[Record]:
    """All records of the real site."""
    return list(records(real_site))


def test_every_card_of_an_issue_s_page_is_a_record_that_lands_on_it(found: list[Record]) -> None:
    cards = {"quote", "reported", "assessment"}
    quotes = [one for one in found if one.kind in cards]
    assert len(quotes) > 30
    assert {one.kind for one in quotes} == cards
    assert all("/issues/" in one.uri and "#bb-entry-" in one.uri for one in quotes)
    assert len({one.uri for one in quotes}) == len(quotes)


def test_a_record_says_what_it_is_and_where_it_belongs(found: list[Record]) -> None:
    kinds = Counter(one.kind for one in found)
    assert set(kinds) == set(WEIGHTS)
    titles = {one.title for one in found if one.kind == "briefing"}
    assert {one.briefing for one in found if one.kind in {"issue", "quote", "reported"}} == titles


def test_the_words_of_a_stored_text_are_found_as_far_as_they_are_published(harbour_site: Path) -> None:
    # Of this source the cited words alone are published.
    of_source = [one for one in records(harbour_site) if one.uri.startswith("sources/gull-2031-02-10/#p")]
    stored = (HARBOUR / "seeds" / "gull-2031-02-10.txt").read_text(encoding="utf-8")
    assert of_source
    assert sum(len(one.text) for one in of_source) < len(stored) / 2


def test_a_record_s_words_stand_as_on_the_page_without_signs_of_the_surface(found: list[Record]) -> None:
    overview = next(one for one in found if one.kind == "briefing")
    assert "neither further nor closer” to an agreement" in overview.text or (
        "neither further nor closer to an agreement" in overview.text
    )
    assert "¶" not in overview.text
    assert "  " not in overview.text


def test_the_same_site_gives_the_same_index(real_site: Path, tmp_path: Path) -> None:
    assert _index(real_site, tmp_path / "one") == _index(real_site, tmp_path / "two")


def _index(site: Path, copy: Path) -> dict[str, str]:
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns(FOLDER))
    assert CliRunner().invoke(main, ["index", str(copy)]).exit_code == 0
    return {
        path.relative_to(copy).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (copy / FOLDER).rglob("*")
        if path.is_file()
    }


def test_an_index_that_was_there_gives_way_to_the_new_one(real_site: Path, tmp_path: Path) -> None:
    shutil.copytree(real_site, tmp_path / "site")
    before = {path.name for path in (tmp_path / "site" / FOLDER).rglob("*.pf_fragment")}
    shutil.rmtree(tmp_path / "site" / "parties")
    assert CliRunner().invoke(main, ["index", str(tmp_path / "site")]).exit_code == 0
    assert {path.name for path in (tmp_path / "site" / FOLDER).rglob("*.pf_fragment")} < before


def test_a_folder_without_a_site_is_refused(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["index", str(tmp_path)])
    assert done.exit_code == 2
    assert "is not a built site" in done.output
