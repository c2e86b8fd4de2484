"""The search index: its records, and the same bytes for the same site."""

import shutil
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build.search import FOLDER, WEIGHTS
from generator.build.search.records import Record, records
from generator.cli import main
from tests.building import HARBOUR, files


@pytest.fixture(scope="module")
def found(real_site: Path) -> list[Record]:
    """All records of the real site."""
    return list(records(real_site))


def test_every_card_of_an_issue_is_a_record_that_leads_to_the_card(found: list[Record]) -> None:
    cards = [record for record in found if record.kind in {"quote", "reported", "assessment"}]
    assert len(cards) > 30
    assert {record.kind for record in cards} == {"quote", "reported", "assessment"}
    assert all("/issues/" in record.uri and "#bb-entry-" in record.uri for record in cards)
    assert len({record.uri for record in cards}) == len(cards)


def test_every_kind_of_record_has_a_weight_and_names_its_briefing(found: list[Record]) -> None:
    assert set(Counter(record.kind for record in found)) == set(WEIGHTS)
    titles = {record.title for record in found if record.kind == "briefing"}
    assert {record.briefing for record in found if record.kind in {"issue", "quote", "reported"}} == titles


def test_only_the_published_words_of_a_stored_text_are_indexed(harbour_site: Path) -> None:
    # Of this source only the cited words are published.
    uri = "sources/gull-2031-02-10/#p"
    paragraphs = [record for record in records(harbour_site) if record.uri.startswith(uri)]
    stored = (HARBOUR / "seeds" / "gull-2031-02-10.txt").read_text(encoding="utf-8")
    assert paragraphs
    assert sum(len(record.text) for record in paragraphs) < len(stored) / 2


def test_a_record_has_the_words_of_the_page_without_icons_and_markers(found: list[Record]) -> None:
    overview = next(record for record in found if record.kind == "briefing")
    assert "neither further nor closer" in overview.text
    assert "¶" not in overview.text
    assert "  " not in overview.text


def test_the_same_site_gives_the_same_index_and_a_smaller_site_a_smaller_one(
    small_built: Path, tmp_path: Path
) -> None:
    site = shutil.copytree(small_built / "site", tmp_path / "site")
    before = files(site / FOLDER)
    assert CliRunner().invoke(main, ["index", str(site)]).exit_code == 0
    assert files(site / FOLDER) == before
    shutil.rmtree(site / "parties")
    assert CliRunner().invoke(main, ["index", str(site)]).exit_code == 0
    fragments = {path for path in before if path.endswith(".pf_fragment")}
    assert {path for path in files(site / FOLDER) if path.endswith(".pf_fragment")} < fragments


def test_a_folder_without_a_site_is_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["index", str(tmp_path)])
    assert result.exit_code == 2
    assert "is not a built site" in result.output
