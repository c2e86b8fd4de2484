"""A reader searches: by keyboard, to the card, in every language of the texts, and by kind of text."""

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from generator.build.search import page_records
from generator.build.search.words import words as words_of
from generator.site.theme_files import FOLDER as ASSETS
from tests.browser.serving import wait_for_scripts
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
ISSUE = "briefings/ukraine-settlement/issues/us-proposal/"


def search(page: Page, words: str) -> Locator:
    """Search with the keyboard alone. Return the results."""
    page.keyboard.press("/")
    page.keyboard.type(words, delay=5)
    expect(page.locator(".bb-search ol[aria-busy=false]")).to_be_attached()
    expect(status(page)).to_have_text(re.compile(r"\d"))
    return page.locator(".bb-search li")


def status(page: Page) -> Locator:
    """Return the line that counts the results."""
    return page.locator(".bb-search [role=status]")


def words(page: Page) -> Locator:
    """Return the field that a reader types into."""
    return page.locator(".bb-search input[type=search]")


def hold(page: Page, urls: str | re.Pattern[str], *, passes: int = 0) -> None:
    """Hold back the requests for `urls` from now on, after the first `passes`, until `page.unroute_all()`."""
    passed = iter(range(passes))

    def answer(route: Route) -> None:
        if next(passed, None) is not None:
            route.continue_()

    page.route(urls, answer)


def count(page: Page) -> int:
    """Return the number of results that the page names."""
    return int(re.findall(r"\d+", status(page).inner_text())[0])


def kind(page: Page, name: str) -> Locator:
    """Return the filter for a kind of result."""
    return page.locator(".bb-search fieldset[data-filter=kind] label").filter(has_text=name)


def test_the_keyboard_leads_from_words_of_a_quote_to_its_card_and_its_passage(
    real_url: str, page: Page
) -> None:
    page.goto(real_url)
    first = search(page, "more or less acceptable").first
    expect(first).to_contain_text("The party’s own words")
    expect(first).to_contain_text("Yuri Ushakov")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(ISSUE) + r"#bb-entry-russia--.*--e\d$"))
    card = page.locator("figure:target")
    expect(card).to_be_in_viewport()
    expect(card).to_contain_text("more or less acceptable")
    card.get_by_role("link", name="Read it in the source").click()
    passage = page.locator("mark", has_text="more or less acceptable")
    expect(passage).to_be_in_viewport()
    expect(passage).to_have_class(re.compile("bb-target"))


def test_a_page_marks_the_words_of_the_search_and_changes_no_text(real_url: str, page: Page) -> None:
    page.goto(real_url + ISSUE)
    wait_for_scripts(page)
    before = page.inner_text("article")
    page.goto(f"{real_url}{ISSUE}?h=acceptable")
    expect(page).to_have_url(real_url + ISSUE)
    wait_for_scripts(page)
    assert page.evaluate("CSS.highlights.get('bb-found').size") > 1
    assert page.inner_text("article") == before


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_opens_the_search_and_escape_closes_it(real_url: str, page: Page, key: str) -> None:
    page.goto(real_url)
    page.keyboard.press(key)
    expect(words(page)).to_be_focused()
    expect(words(page)).to_have_value("")
    page.keyboard.type("territory")
    expect(page.locator(".bb-search li").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".bb-search")).to_be_hidden()
    expect(page.get_by_role("button", name="Search")).to_be_visible()


def test_the_arrow_keys_go_through_the_results_and_back_to_the_words(real_url: str, page: Page) -> None:
    page.goto(real_url)
    results = search(page, "Putin")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(results.nth(1).locator("a")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(words(page)).to_be_focused()


def test_a_filter_shows_the_results_of_one_kind_and_counts_them(real_url: str, page: Page) -> None:
    page.goto(real_url)
    results = search(page, "territory")
    of_all_kinds = count(page)
    page.get_by_role("checkbox", name="Reported by the source").check()
    expect(status(page)).not_to_have_text(re.compile(rf"^{of_all_kinds}\b"))
    expect(page.locator(".bb-search ol[aria-busy=false]")).to_be_attached()
    kinds = results.locator(".bb-kind").all_inner_texts()
    assert kinds
    assert all(shown.startswith("Reported by the source") for shown in kinds)
    assert 0 < count(page) < of_all_kinds


def test_an_assessment_of_a_source_is_not_shown_as_a_party_s_words(real_url: str, page: Page) -> None:
    page.goto(real_url)
    search(page, "Russia")
    expect(kind(page, "The source’s own assessment")).to_be_visible()
    page.get_by_role("checkbox", name="The source’s own assessment").check()
    titles = page.locator(".bb-search li b")
    expect(titles.first).to_contain_text("not a statement by a party")
    assert all("not a statement by a party" in title for title in titles.all_inner_texts())


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


def test_more_results_come_on_demand_and_the_first_of_them_gets_the_focus(real_url: str, page: Page) -> None:
    page.goto(real_url)
    results = search(page, "Russia")
    before = results.count()
    page.get_by_role("button", name="More results").click()
    expect(results.nth(before).locator("a")).to_be_focused()


def test_a_url_with_words_opens_the_search_with_them(real_url: str, page: Page) -> None:
    page.goto(f"{real_url}?q=Ushakov")
    expect(words(page)).to_have_value("Ushakov")
    expect(page.locator(".bb-search li").first).to_contain_text("Ushakov")


def test_a_search_without_results_says_so(real_url: str, page: Page) -> None:
    page.goto(real_url)
    page.keyboard.press("/")
    page.keyboard.type("zzyzxq", delay=5)
    expect(status(page)).to_have_text("No result for “zzyzxq”. Try fewer or other words.")


def test_a_result_on_the_same_page_is_shown(real_url: str, page: Page) -> None:
    page.goto(real_url + ISSUE)
    search(page, "more or less acceptable").first.locator("a").click()
    expect(page.locator(".bb-search")).to_be_hidden()
    expect(page.locator("figure:target")).to_be_in_viewport()


def test_the_index_is_not_fetched_before_somebody_searches(real_url: str, page: Page) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(real_url)
    page.wait_for_load_state("networkidle")
    assert [url for url in requests if "search-index" in url or "search_index" in url] == []


def test_the_scripts_of_the_search_and_the_list_of_its_files_are_fetched_at_once(
    real_url: str, page: Page
) -> None:
    page.goto(real_url)
    page.wait_for_load_state("networkidle")
    hold(page, "**/*")
    with (
        page.expect_request("**/search-index/index.json"),
        page.expect_request("**/search.*.js"),
        page.expect_request("**/search-index.*.js"),
        page.expect_request("**/query-words.*.js"),
    ):
        page.keyboard.press("/")


def test_the_words_are_fetched_while_the_reader_is_typing(real_url: str, page: Page) -> None:
    page.clock.install()  # so that the pause after the last letter never ends
    page.goto(real_url)
    page.keyboard.press("/")
    expect(status(page)).to_have_text("Search pages, quotes and stored texts.")
    page.wait_for_load_state("networkidle")
    page.clock.pause_at(page.evaluate("Date.now()") + 1_000)
    with page.expect_response(re.compile(r"search-index/[0-9a-f]{10}\.json")):
        page.keyboard.type("terri")


def test_the_first_results_are_shown_while_others_are_fetched(real_url: str, page: Page) -> None:
    page.goto(real_url)
    index = page.evaluate("fetch('search-index/index.json').then(answer => answer.json())")
    hold(page, re.compile("|".join(name for name, *_ in index["texts"])), passes=1)
    page.keyboard.press("/")
    words(page).fill("territory")
    expect(page.locator(".bb-search li").first).to_be_visible()
    expect(page.locator(".bb-search ol")).to_have_attribute("aria-busy", "true")
    before = page.locator(".bb-search li").count()
    page.unroute_all()
    expect(page.locator(".bb-search ol[aria-busy=false]")).to_be_attached()
    assert page.locator(".bb-search li").count() > before


def test_a_search_that_could_not_be_loaded_is_loaded_with_the_next_letter(real_url: str, page: Page) -> None:
    page.goto(real_url)
    page.route("**/search-index/index.json", lambda route: route.fulfill(body="not JSON"))
    page.keyboard.press("/")
    expect(status(page)).to_have_text("The search could not be loaded.")
    page.unroute_all()
    page.keyboard.type("territory")
    expect(page.locator(".bb-search li").first).to_be_visible()
