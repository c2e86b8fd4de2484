"""The block of an issue: its rows, how they are grouped, and what is folded."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator.content.files import read_files
from generator.pipeline import build_pages, examine, page_maker, site_of
from generator.site.pages import compare
from generator.site.pages.blocks import (
    MOST_CARDS,
    MOST_NAMES,
    MOST_WORDS,
    Block,
    Question,
    evidence_opens,
    issue_blocks,
)
from generator.site.pages.glance import glance
from generator.site.pages.views import Views
from tests.browser.crowd import write_crowd
from tests.building import HARBOUR, ROOT


@cache
def crowd(parties: int) -> Views:
    """Return the views of a briefing with twenty issues and this number of parties."""
    with TemporaryDirectory() as folder:
        site = site_of(examine(*read_files(write_crowd(Path(folder), parties))))
    return Views(site, site.corpus.briefings["list"])


def views_of(root: Path, slug: str) -> Views:
    """Return the views of a briefing of a project."""
    site = site_of(examine(*read_files(root)))
    return Views(site, site.corpus.briefings[slug])


def questions(views: Views) -> list[Question]:
    """Return every question of a briefing."""
    return [question for block in issue_blocks(views) for question in block.questions]


def test_rows_go_from_for_to_against_and_unclear_comes_last_in_the_order_of_the_editors() -> None:
    order = ["supports", "accepts", "conditional", "opposes", "rejects", "unclear"]
    parties = list(crowd(12).about.parties)
    for question in questions(crowd(12)):
        places = [(order.index(row.stance.code), parties.index(row.cell.cell.party)) for row in question.rows]
        assert places == sorted(places)


@pytest.mark.parametrize(("parties", "level"), [(6, 1), (9, 2), (12, 2)])
def test_rows_are_alone_up_to_six_and_grouped_by_stance_from_seven(parties: int, level: int) -> None:
    most = max(questions(crowd(parties)), key=lambda question: len(question.rows))
    assert most.level == level
    assert len(most.rows) > (6 if level == 2 else 3)


def test_the_first_block_is_whole_and_the_others_fold_when_twelve_rows_are_shown() -> None:
    blocks = issue_blocks(crowd(9))
    shown = [block for block in blocks if not block.folded]
    assert blocks[0] in shown
    assert sum(block.cost for block in shown[1:]) + shown[0].cost <= 12
    assert all(block.folded for block in blocks[len(shown) :])


def test_only_a_large_briefing_leaves_the_words_of_folded_blocks_to_the_pages_of_issues() -> None:
    large, small = issue_blocks(crowd(12)), issue_blocks(crowd(5))
    assert sum(len(list(block.first_rows)) for block in large) > MOST_WORDS
    assert [block.words for block in large] == [not block.folded for block in large]
    assert any(block.folded for block in small)
    assert all(block.words for block in small)


def test_a_page_with_very_many_passages_leads_to_the_pages_of_issues_instead() -> None:
    rows = [row for block in issue_blocks(crowd(12)) for row in block.first_rows]
    assert all(len(row.entry.position.evidence) == 1 for row in rows)
    assert evidence_opens(rows[:MOST_CARDS])
    assert not evidence_opens(rows[: MOST_CARDS + 1])
    site = crowd(12).site
    (planned,) = compare.pages(site)
    markdown = page_maker(site, [planned])(planned).markdown
    assert "<figure" not in markdown
    assert 'bb-ev bb-quote" href="../issues/point-1/#bb-party-party-8"' in markdown


def test_every_party_is_in_each_question_once() -> None:
    for question in questions(crowd(12)):
        named = [name for absence in question.absences for name, _ in absence.parties]
        assert sorted([row.party for row in question.rows] + named) == sorted(
            crowd(12).party(party) for party in crowd(12).about.parties
        )


def test_many_parties_without_a_position_are_counted_and_their_names_open() -> None:
    views = crowd(12)
    nobody = next(question for question in questions(views) if not question.rows)
    (absence,) = nobody.absences
    assert absence.folds
    few = [absence for question in questions(views) for absence in question.absences if not absence.folds]
    assert few
    assert all(len(absence.parties) <= MOST_NAMES for absence in few)


def test_the_words_of_a_position_on_several_propositions_are_printed_once() -> None:
    (closing,) = (
        block for block in issue_blocks(views_of(HARBOUR, "night-closing")) if block.issue == "closing"
    )
    first, second = closing.questions
    assert not any(row.repeated for row in first.rows)
    shown = {row.party for row in first.rows}
    assert {row.party for row in second.rows if row.repeated} == shown & {row.party for row in second.rows}
    assert [first.letter, second.letter] == ["a", "b"]


def test_issues_have_the_same_number_in_the_table_in_blocks_and_on_their_pages() -> None:
    views = views_of(ROOT, "ukraine-settlement")
    blocks = issue_blocks(views)
    assert [block.number for block in blocks] == list(range(1, len(blocks) + 1))
    assert [row.number for row in glance(views, blocks).rows] == [str(block.number) for block in blocks]
    pages = {page.uri: page.markdown for page in build_pages(views.site)}
    for block in blocks:
        assert f"Issue {block.number} of {len(blocks)}\n" in pages[block.target.uri]


def test_blocks_can_be_of_some_parties_and_issues() -> None:
    (block,) = issue_blocks(crowd(12), parties=["party-1", "party-7"], issues=["point-3"])
    assert isinstance(block, Block)
    (question,) = block.questions
    named = [name for absence in question.absences for name, _ in absence.parties]
    assert sorted([*(row.party for row in question.rows), *named]) == ["Party 1", "Party 7"]


@pytest.mark.parametrize(
    ("parties", "turned", "results"), [(5, False, True), (6, True, True), (10, True, False)]
)
def test_the_table_turns_names_from_six_parties_and_leaves_results_out_from_ten(
    parties: int, *, turned: bool, results: bool
) -> None:
    table = glance(crowd(parties), issue_blocks(crowd(parties)))
    assert (table.turned, table.has_results) == (turned, results)
    assert all(len(row.cells) == parties for row in table.rows)


def test_a_table_is_turned_on_its_side_if_names_are_too_long_for_a_phone() -> None:
    real = views_of(ROOT, "ukraine-settlement")
    table = glance(real, issue_blocks(real))
    assert (table.turned, table.on_side) == (False, True)
