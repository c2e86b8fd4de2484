"""The search index: its records, and the same bytes for the same site."""

# ruff: noqa: RUF001 - other forms of letters are what is tested

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build.search import (
    FOLDER,
    KINDS,
    IndexedPage,
    PageRecords,
    Record,
    index_page,
    page_records,
    write_index,
)
from generator.build.search.words import words
from generator.cli import main
from tests.building import HARBOUR, files


@pytest.fixture(scope="module")
def found(real_site: Path) -> list[PageRecords]:
    """The records of all pages of the real site."""
    return list(page_records(real_site))


def test_every_card_of_an_issue_is_a_record_that_leads_to_the_card(found: list[PageRecords]) -> None:
    cards = [
        (page.url + record.anchor, record.kind)
        for page in found
        for record in page.records
        if record.kind in {"quote", "reported", "assessment"}
    ]
    assert len(cards) > 30
    assert {kind for _, kind in cards} == {"quote", "reported", "assessment"}
    assert all("/issues/" in uri and "#bb-entry-" in uri for uri, _ in cards)
    assert len(dict(cards)) == len(cards)


def test_every_kind_of_record_has_a_letter(found: list[PageRecords]) -> None:
    assert {record.kind for page in found for record in page.records} <= set(KINDS)


def test_every_page_of_a_briefing_names_it_and_no_other_page(harbour_site: Path) -> None:
    index = json.loads((harbour_site / FOLDER / "index.json").read_text(encoding="utf-8"))
    named = {
        (url, index["briefings"][briefing])
        for name, briefing, _ in index["texts"]
        for url, *_ in json.loads((harbour_site / FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    }
    pages = {page.url: page for page in page_records(harbour_site)}
    titles = {url: page.title for url, page in pages.items() if page.records[-1].kind == "briefing"}
    assert len(titles) > 2
    assert named == {
        (url, next((title for home, title in titles.items() if url.startswith(home)), "")) for url in pages
    }


def test_every_stance_is_a_record_with_its_proposition_its_words_and_how_sure_it_is(
    harbour_site: Path,
) -> None:
    stances = [
        record
        for page in page_records(harbour_site)
        if page.url.startswith("briefings/")
        for record in page.records
        if record.kind == "stance"
    ]
    assert len(stances) > 15
    assert all(record.proposition and record.text and record.basis for record in stances)
    rejects = next(record for record in stances if record.title == "Night Line rejects")
    assert rejects.proposition == "The harbour closes every night from midnight to five."
    assert rejects.text.startswith("“Ein Probebetrieb ist kein Verbot”")
    assert rejects.language == "de"
    assert rejects.basis == "Own words · 19 May 2031"


def test_no_page_is_found_by_a_stance_without_its_proposition(found: list[PageRecords]) -> None:
    texts = [record.text for page in found for record in page.records if record.kind in {"briefing", "issue"}]
    assert texts
    assert [
        text for text in texts for line in text.split("\n") if line in {"Supports", "Rejects", "Conditional"}
    ] == []


def test_a_page_of_an_issue_is_not_found_by_the_stances_in_its_headings(found: list[PageRecords]) -> None:
    pages = [record.text for page in found for record in page.records if record.kind == "issue"]
    assert pages
    assert not any("Ukraine: rejects" in text for text in pages)


def test_quoted_words_have_their_marks_in_a_result(found: list[PageRecords]) -> None:
    texts = [record.text for page in found for record in page.records if record.kind == "briefing"]
    assert any("“neither further nor closer” to an agreement" in text for text in texts)


def test_only_the_published_words_of_a_stored_text_are_indexed(harbour_site: Path) -> None:
    # Of this source only the cited words are published.
    page = next(page for page in page_records(harbour_site) if page.url == "sources/gull-2031-02-10/")
    paragraphs = [record for record in page.records if record.anchor.startswith("#p")]
    stored = (HARBOUR / "seeds" / "gull-2031-02-10.txt").read_text(encoding="utf-8")
    assert paragraphs
    assert sum(len(record.text) for record in paragraphs) < len(stored) / 2


def test_a_record_has_the_words_of_the_page_without_icons_and_markers(found: list[PageRecords]) -> None:
    overview = next(record for page in found for record in page.records if record.kind == "briefing")
    assert "neither further nor closer" in overview.text
    assert "¶" not in overview.text
    assert "  " not in overview.text


def test_manuals_and_pages_that_exclude_themselves_are_in_no_search(real_site: Path, tmp_path: Path) -> None:
    site = shutil.copytree(real_site, tmp_path / "site")
    assert (site / "editors" / "reference" / "checks" / "index.html").is_file()
    about = site / "method" / "index.html"
    page = about.read_text(encoding="utf-8")
    assert any(record.url == "method/" for record in page_records(site))
    about.write_text(
        page.replace("</head>", '<meta name="briefing-search" content="exclude"></head>'), encoding="utf-8"
    )
    urls = [record.url for record in page_records(site)]
    assert urls
    assert [url for url in urls if url.startswith(("editors/", "guides/", "reference/", "method/"))] == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("har\u00adbour", "harbour"),
        ("agree\u200bd", "agreed"),
        ("ﬁnal oﬀer", "offer"),
        ("ｆｕｌｌ", "full"),
        ("Zoë Müller-Groß", "mullergross"),
        ("O’Neill’s", "oneills"),
        ("the nego- tiations", "negotiations"),
        ("1 500 000 names", "1500000"),
        ("30 % of it", "30%"),
        ("C++ and C#", "c++"),
        ("in the U.S.", "u.s"),
        ("ليلاً", "ليلا"),
        ("Ещё", "еще"),
        ("港を閉め", "港を"),
    ],
)
def test_a_word_is_found_however_it_is_written(text: str, word: str) -> None:
    assert word in words([text])


def test_the_same_site_gives_the_same_index_and_a_smaller_site_a_smaller_one(
    small_built: Path, tmp_path: Path
) -> None:
    site = shutil.copytree(small_built / "site", tmp_path / "site")
    before = files(site / FOLDER)
    assert CliRunner().invoke(main, ["index", str(site)]).exit_code == 0
    assert files(site / FOLDER) == before
    (site / "parties" / "index.html").unlink()
    assert CliRunner().invoke(main, ["index", str(site)]).exit_code == 0
    after = files(site / FOLDER)
    assert sum(map(len, after.values())) < sum(map(len, before.values()))
    assert not any(b'"parties/"' in content for content in after.values())


def made(number: int) -> IndexedPage:
    """Return a page of a stored text with 2,000 characters, half of them in words of its own."""
    text = " ".join(f"common{at} own{number}x{at}" for at in range(100))
    record = Record("", "source", "A text", text, "en")
    return index_page(PageRecords(f"sources/s{number:04}/", "A text", [record]))


def texts_in(folder: Path) -> set[str]:
    """Return the names of the files of texts in an index."""
    return {name for name, content in files(folder).items() if content.startswith(b"[[")}


def test_pages_share_files_of_texts_and_a_new_page_changes_few_of_them(tmp_path: Path) -> None:
    pages = [made(number) for number in range(0, 800, 2)]
    write_index(tmp_path, pages)
    before = texts_in(tmp_path)
    assert len(before) < len(pages) / 3
    pages.insert(4, made(7))
    write_index(tmp_path, pages)
    assert len(texts_in(tmp_path) - before) < 5


def test_texts_are_written_while_pages_come(tmp_path: Path) -> None:
    seen = []

    def pages() -> Iterator[IndexedPage]:
        for number in range(100):
            seen.append(len(files(tmp_path)))
            yield made(number)

    write_index(tmp_path, pages())
    assert seen[-1] > 4


def test_a_folder_without_a_site_is_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["index", str(tmp_path)])
    assert result.exit_code == 2
    assert "is not a built site" in result.output
