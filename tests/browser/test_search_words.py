"""A search finds the words of every page and text, in other forms and other languages, and the best results first."""

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from generator.build.search import page_records
from generator.build.search.words import words as words_of
from generator.site.theme_files import FOLDER as ASSETS
from tests.browser.searching import kind, search, status
from tests.many_languages import TEXTS

# Searches for each word, and returns the results of each: their addresses, and whether they have the word as it stands.
ASK = """async ([script, words]) => {
  const { open } = await import(script);
  const index = await open(new URL('search-index/', location.href));
  return Promise.all(words.map(async word => {
    const { ids, asked } = await index.search(word, { kind: [], briefing: [] }, false);
    const results = await Promise.all(ids.map(id => index.record(id, asked)));
    return results.map(({ at, places, inTitle, inProposition }) => [at, [places, inTitle, inProposition].flat().some(place => place.exact)]);
  }));
}"""


# Cuts texts into the words by which they are found.
CUT = """async ([script, texts]) => {
  const { pairs, pieces } = await import(script);
  const cut = piece => piece.ways.length ? piece.ways.flat() : [...piece.folded, ...pairs(piece.folded)];
  return texts.map(text => pieces(text.normalize('NFC')).flatMap(cut));
}"""


FORMS = {
    "schliessen": "de1",
    "Straßenbahnfahrer": "de1",
    "STRASSENBAHNFAHRER": "de1",
    "harbour night": "en1",
    "flamboyant": "en1",
    "“final offer”": "en1",
    "cooperation": "en1",
    "email": "en1",
    "up to date": "en1",
    "negotiations": "en1",
    "ONeill's": "en1",
    "resume of Zoe Muller-Gross": "en1",
    "1500000": "en1",
    "1,500,000 names": "en1",
    "€1.5bn": "en1",
    "30 %": "en1",
    "§ 218": "en1",
    "#42": "en1",
    "$7": "en1",
    "½": "en1",
    "3/4": "en1",
    "C++": "en1",
    "U.S.": "en1",
    "fullwidth": "en1",
    "新幹線の駅": "ja1",
    "ﾍﾞｲﾙ": "ja1",
    "关闭港口": "zh1",
    "ท่าเรือ": "th1",
    "الميناء": "ar1",
    "еще один иод": "ru1",
    "הנמל": "he1",
    "항구": "ko1",
    "ΛΙΜΑΝΙ": "el1",
    "बंदरगाह": "hi1",
    "میبندیم": "fa1",
}
"""Words in another form than in the text, and the source in which they stand."""


def ask(site: Path, page: Page, asked: list[str]) -> list[list[tuple[str, bool]]]:
    """Return the results of each search: their addresses, and whether they have the words as they stand."""
    script = next((site / ASSETS).glob("search-index.*.js")).name
    return [
        [(urljoin(page.url, at), exact) for at, exact in results]
        for results in page.evaluate(ASK, [f"{page.url}{ASSETS}/{script}", asked])
    ]


def test_the_browser_cuts_texts_into_the_same_words_as_the_build(
    many_languages_site: Path, many_languages_url: str, page: Page
) -> None:
    page.goto(many_languages_url)
    script = next((many_languages_site / ASSETS).glob("query-words.*.js")).name
    texts = [text for text, _ in TEXTS.values()]
    texts += ["".join(texts)[at::7] for at in range(7)]  # letters of all scripts in one word
    found = page.evaluate(CUT, [f"{page.url}{ASSETS}/{script}", texts])
    assert [set(cut) for cut in found] == [words_of([text]) for text in texts]


@pytest.mark.parametrize("name", ["real", "harbour", "many_languages"])
def test_every_word_that_stands_on_a_page_or_in_a_text_is_found_where_it_stands(
    name: str, page: Page, request: pytest.FixtureRequest
) -> None:
    site = request.getfixturevalue(f"{name}_site")
    page.goto(request.getfixturevalue(f"{name}_url"))
    where: dict[str, set[str]] = {}
    for found in page_records(site):
        for record in found.records:
            for word in set(f"{record.title} {record.text} {record.proposition}".split()):
                if re.search(r"[^\W_]", word):
                    where.setdefault(word, set()).add(urljoin(page.url, found.url + record.anchor))
    assert len(where) > 500
    results = dict(zip(where, ask(site, page, list(where)), strict=True))
    missed = {word for word, places in where.items() if not places <= {at for at, _ in results[word]}}
    late = {word for word, [(_, exact), *_] in results.items() if not exact}
    assert (missed, late) == (set(), set())


def test_the_labels_of_the_facts_about_a_source_are_not_found(many_languages_site: Path) -> None:
    pages = [found.records[-1] for found in page_records(many_languages_site) if found.url == "sources/de1/"]
    assert [page.title for page in pages] == ["Report de"]
    assert "Written for a test." in pages[0].text
    for label in ("Rights", "Retrieved", "Dotted lines", "SHA-256", "More about this text"):
        assert label not in pages[0].text


def test_words_in_another_form_find_the_text_and_no_text_in_another_language(
    many_languages_site: Path, many_languages_url: str, page: Page
) -> None:
    page.goto(many_languages_url)
    results = zip(FORMS, ask(many_languages_site, page, list(FORMS)), strict=True)
    texts = {
        asked: {at.split("/sources/")[1].split("/")[0] for at, _ in found if "/sources/" in at}
        for asked, found in results
    }
    assert texts == {asked: {source} for asked, source in FORMS.items()}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("setlement", "settlement"), ("guarnatees", "guarantees"), ("Verordnung", "Lärmschutzverordnung")],
)
def test_a_word_that_nobody_wrote_is_corrected_and_the_page_says_so(
    many_languages_url: str, page: Page, typed: str, meant: str
) -> None:
    page.goto(many_languages_url)
    results = search(page, typed)
    expect(results.locator("mark").first).to_have_text(meant)
    expect(status(page)).to_have_text(f"No result for “{typed}”. Results for “{meant}”: 1 result")


def test_words_that_no_text_has_together_find_texts_with_some_and_the_page_says_so(
    real_url: str, page: Page
) -> None:
    page.goto(real_url)
    results = search(page, "Ushakov xylophone")
    expect(status(page)).to_contain_text("No result has all these words. Results with some of them:")
    expect(results.first.locator("mark").first).to_contain_text("Ushakov")


def test_words_between_marks_of_quotation_are_found_in_this_order_only(
    many_languages_site: Path, many_languages_url: str, page: Page
) -> None:
    page.goto(many_languages_url)
    asked = ["close harbour night", '"close the harbour"', "„Hafen bei Nacht“", '"harbour the close"']
    counts = [len(results) for results in ask(many_languages_site, page, asked)]
    assert counts[3] == 0
    assert 0 < counts[1] < counts[0]
    assert counts[2] > 0


def test_the_beginning_of_a_word_finds_it_after_whole_words(real_url: str, page: Page) -> None:
    page.goto(real_url)
    expect(search(page, "Zelensk").first).to_contain_text("Zelenskyy")


def test_pages_of_a_briefing_come_before_stored_texts(real_url: str, harbour_url: str, page: Page) -> None:
    page.goto(real_url)
    assert "Stored text" not in search(page, "Ukraine").locator(".bb-kind").all_inner_texts()[:3]
    # Here the word is in the title of a stored text.
    page.goto(harbour_url)
    kinds = search(page, "trial").locator(".bb-kind").all_inner_texts()
    expect(kind(page, "Stored text")).to_be_visible()
    assert len(kinds) > 6
    assert "Stored text" not in kinds
