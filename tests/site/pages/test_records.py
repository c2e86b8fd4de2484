"""Glossary, tags and corrections."""

from generator.content.files import read_files
from generator.pipeline import build_pages, examine, site_of
from tests.building import ROOT
from tests.site.pages.changed import pages_with

BRIEFING = "briefings/night-closing/briefing.yml"
LIGHTHOUSE = "briefings/lighthouse/briefing.yml"
NAMES = "briefings/names.yml"


def test_the_glossary_shows_users_preferred_words_and_passages_of_a_term() -> None:
    page = pages_with()["glossary.md"]
    assert "## night closing {: #bb-term-night-closing }" in page
    assert "Used by: [Council](parties/harbour-council.md), [Islanders](parties/islanders.md)" in page
    assert "The editors write: **closing at night**" in page
    assert "*closing the islands*" in page
    # Two passages of one paragraph: the longer one is shown.
    assert page.count("<q ") == 1
    assert "announced on Tuesday that the council backs a night closing</q>" in page
    assert "](sources/tide-2031-03-05.md#at-" in page


def test_the_glossary_finds_only_whole_words() -> None:
    inside = pages_with((NAMES, "term: night closing", "term: ight closing"))["glossary.md"]
    assert "No cited passage contains this term." in inside
    capitals = pages_with((NAMES, "term: night closing", "term: NIGHT CLOSING"))["glossary.md"]
    assert capitals.count("<q ") == 1


def test_the_glossary_sorts_terms_without_regard_to_case() -> None:
    page = pages_with((NAMES, "night-closing:\n", "zeal: {term: Zeal}\nanchor: {term: anchorage}\nnight-closing:\n"))["glossary.md"]  # fmt: skip
    assert page.index("## anchorage") < page.index("## night closing") < page.index("## Zeal")


def test_the_method_links_to_the_glossary_if_there_is_one() -> None:
    assert "[glossary](glossary.md)" in pages_with()["method.md"]
    without = pages_with(without=(NAMES,))
    assert "glossary" not in without["method.md"]
    assert "glossary.md" not in without


def test_each_tag_lists_its_briefings_and_is_shown_without_hyphens() -> None:
    pages = pages_with(
        (BRIEFING, "tags: [harbour, noise]", "tags: [noise, quiet-nights]"),
        (LIGHTHOUSE, "status: exploratory\n", "status: exploratory\ntags: [quiet-nights]\n"),
    )
    first, second = pages["tags.md"].split("\n## ")[1:]
    assert first.startswith("noise {: #bb-tag-noise }")
    assert second.startswith("quiet nights {: #bb-tag-quiet-nights }")
    assert (first.count("](briefings/"), second.count("](briefings/")) == (1, 2)
    assert (
        '<a href="../../tags/#bb-tag-quiet-nights">quiet nights</a>' in pages["briefings/lighthouse/index.md"]
    )
    assert "[Briefings by subject](tags.md)" in pages["index.md"]


def test_a_site_without_tags_has_no_page_or_link_for_them() -> None:
    pages = pages_with((BRIEFING, "tags: [harbour, noise]\n", ""))
    assert "tags.md" not in pages
    assert not any("tags.md" in text for uri, text in pages.items() if not uri.startswith("editors/"))


def test_corrections_of_all_briefings_are_listed_the_newest_first() -> None:
    page = pages_with(
        (LIGHTHOUSE, "issues:\n", "corrections:\n  - {date: 2031-07-01, was: <b>1</b>, now: Two., reason: Miscounted.}\nissues:\n"),
    )["corrections.md"]  # fmt: skip
    assert page.index("1 July 2031") < page.index("12 June 2031")
    assert '../briefings/lighthouse/changes/#bb-correction-2031-07-01-1"' in page
    assert "&lt;b&gt;1&lt;/b&gt;" in page
    for words in ("The noise limit is 58 dB(A).", "The noise limit is 55 dB(A).", "The Lantern corrected its report."):  # fmt: skip
        assert words in page


def test_a_site_without_changes_and_corrections_has_no_page_or_link_for_them() -> None:
    pages = {page.uri: page.markdown for page in build_pages(site_of(examine(*read_files(ROOT))))}
    assert not {uri for uri in pages if uri.endswith(("changes.md", "corrections.md"))}
    linking = {
        uri
        for uri, text in pages.items()
        if "changes.md" in text or "corrections.md" in text or "/changes/" in text
    }
    assert linking == set()
    assert "No position has changed so far." in pages["briefings/ukraine-settlement/index.md"]
