import pytest

from generator.edit.articles.html import convert
from generator.edit.articles.html.normal_forms import date_of, language_of
from tests.articles.test_html import PROSE, article


def values(head: str, key: str, attributes: str = "") -> list[str]:
    return [found.value for found in article("", head, attributes).details.get(key, ())]


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def test_values_that_contradict_are_all_listed_with_their_places() -> None:
    head = '<meta property="og:title" content="Bridge to close"><title>Bridge closes | Valley Press</title>'
    found = article(
        "", head + json_ld('{"@type": "NewsArticle", "headline": "Old bridge must close"}')
    ).details
    assert [(item.value, item.where) for item in found["title"]] == [
        ("Bridge to close", "meta og:title"),
        ("Old bridge must close", "JSON-LD headline"),
        ("Bridge closes | Valley Press", "title"),
    ]


@pytest.mark.parametrize(
    "title",
    ["Bridge to close | Valley Press", "Bridge to close - Valley Press", "Valley Press: Bridge to close"],
)
def test_a_title_has_no_name_of_the_site(title: str) -> None:
    site = '<meta property="og:site_name" content="Valley Press">'
    assert values(f'{site}<meta property="og:title" content="{title}">', "title") == ["Bridge to close"]


def test_a_date_comes_only_from_what_a_machine_reads() -> None:
    assert values("<p>Published 3 March 2024</p>", "published") == []
    head = '<meta property="article:published_time" content="2024-03-02T23:30:00-05:00">'
    assert values(
        head + json_ld('{"@type": "Article", "datePublished": "2024-03-03T04:30:00Z"}'), "published"
    ) == [
        "2024-03-03",
        "2024-03-02",
    ]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-12-02", "2025-12-02"),
        ("2025-12-02T10:00:00+01:00", "2025-12-02"),
        ("20251202", "2025-12-02"),
        ("2025/12/02 10:00", "2025-12-02"),
        ("Tue, 02 Dec 2025 10:00:00 GMT", "2025-12-02"),
        ("December 2, 2025", "2025-12-02"),
        ("02/12/2025", ""),
        ("2025-13-02", ""),
        ("2025", ""),
        ("2025/12", "2025-12"),
        ("2025-13", ""),
        ("12/2025", ""),
        ("yesterday", ""),
    ],
)
def test_a_date_is_read_only_if_its_day_is_certain(value: str, day: str) -> None:
    assert date_of(value) == day


@pytest.mark.parametrize(
    ("value", "tag"),
    [
        ("en_gb", "en-GB"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("de", "de"),
        ("fr_FR.UTF-8", "fr-FR"),
        ("english", ""),
        ("", ""),
    ],
)
def test_a_language_is_written_as_bcp_47_writes_it(value: str, tag: str) -> None:
    assert language_of(value) == tag


def test_a_country_alone_is_no_contradiction() -> None:
    assert values('<meta property="og:locale" content="en_US">', "language", 'lang="en"') == ["en"]
    assert values('<meta property="og:locale" content="de_DE">', "language", 'lang="en"') == ["en", "de-DE"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ('{"@type": "NewsArticle"}', ["article"]),
        ('{"@type": "SocialMediaPosting"}', ["post"]),
        ('{"@type": "LiveBlogPosting"}', []),
        ('{"@type": "BlogPosting"}', []),
        ('{"@type": "WebPage"}', []),
        ('{"@type": ["NewsArticle"], "articleSection": "Press release"}', ["statement", "article"]),
    ],
)
def test_a_kind_is_given_only_if_the_page_states_it(text: str, kinds: list[str]) -> None:
    assert values(json_ld(text), "kind") == kinds


@pytest.mark.parametrize(
    "text",
    ["{", "[" * 100_000, '"text"', "null", '{"@type": 3, "author": {"name": {"x": []}}}', "<!-- {} -->"],
)
def test_damaged_json_ld_gives_no_detail_and_no_error(text: str) -> None:
    assert not article("", json_ld(text)).details.get("byline")


def test_an_article_that_is_not_free_is_announced() -> None:
    notices = article("", json_ld('{"@type": "NewsArticle", "isAccessibleForFree": false}')).notices
    assert any("not free to read" in notice for notice in notices)


def test_several_authors_are_named_in_the_order_of_the_page() -> None:
    text = '{"@type": "NewsArticle", "author": [{"name": "Ann Lee"}, {"name": "By Bo Falk"}], "publisher": {"name": "Valley Press"}}'
    assert values(json_ld(text), "byline") == ["Ann Lee, Bo Falk"]
    assert values(json_ld(text), "publisher") == ["Valley Press"]


def test_a_publisher_and_an_author_may_be_named_by_their_identifiers() -> None:
    article_item = '{"@type": "NewsArticle", "author": [{"@id": "#ann"}], "publisher": {"@id": "#press"}}'
    others = '{"@type": "Organization", "@id": "#press", "name": "Valley Press"}, {"@type": "Person", "@id": "#ann", "name": "Ann Lee"}'
    head = json_ld(f'{{"@graph": [{article_item}, {others}]}}')
    assert (values(head, "publisher"), values(head, "byline")) == (["Valley Press"], ["Ann Lee"])
    assert not values(json_ld(article_item), "publisher")


def test_a_heading_that_leads_to_the_home_page_is_the_name_of_the_site() -> None:
    page = f'<title>The Quay: Notes</title><h1><a href="/">The Quay</a></h1><h3>Notes</h3><p>{PROSE[0]}</p><p>{PROSE[1]}</p>'
    assert [found.value for found in convert(page.encode(), "page.html").details["title"]] == ["Notes"]


def test_a_heading_that_the_browser_shows_as_title_comes_before_a_headline_for_search_engines() -> None:
    head = "<title>Battle of Skarn - Pedia</title>" + json_ld(
        '{"@type": "Article", "headline": "1644 battle"}'
    )
    page = f"{head}<h1>Battle of Skarn</h1><p>{PROSE[0]}</p><p>{PROSE[1]}</p>"
    assert [found.value for found in convert(page.encode(), "page.html").details["title"]] == [
        "Battle of Skarn",
        "1644 battle",
    ]


def test_reader_mode_states_the_author() -> None:
    page = (
        f'<h1>Bridge</h1><div class="credits reader-credits">Ann Lee</div><p>{PROSE[0]}</p><p>{PROSE[1]}</p>'
    )
    assert [found.value for found in convert(page.encode(), "page.html").details["byline"]] == ["Ann Lee"]
    assert values('<meta property="og:article:author" content="Ann Lee">', "byline") == ["Ann Lee"]


def test_the_address_is_that_which_the_page_or_the_saving_program_states() -> None:
    head = '<link rel="canonical" href="https://press.example/bridge"><meta property="og:url" content="http://press.example/bridge#top">'
    assert values(head, "url") == ["https://press.example/bridge"]
    assert values(
        '<link rel="canonical" href="/bridge"><!-- saved from url=(0028)http://press.example/bridge2 -->',
        "url",
    ) == ["http://press.example/bridge2"]
