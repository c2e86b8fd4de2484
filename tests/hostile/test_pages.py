"""Whatever editors and articles write, the pages have the same elements and show exactly that text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from xml.etree.ElementTree import Element

import html5lib
import markdown
import pytest
import yaml

from generator.diagnostics import Severity
from generator.escape import shown
from generator.pipeline import build_pages, examine, site_of
from tests.hostile.payloads import PAYLOADS, PLAIN
from tests.hostile.project import project

MARKDOWN = markdown.Markdown(extensions=["admonition", "attr_list", "def_list", "tables", "toc"])
# The manual and the reference print the program's own rules, not the project.
OURS = "reference/"
# All that is asked of one text is asked in a row: its pages are made and read once.
each_text = pytest.mark.parametrize("text", PAYLOADS, scope="module")


@lru_cache(8)
def written(text: str, inline: str = PLAIN) -> Mapping[str, str]:
    """Give the Markdown of every page of the project that holds `text` everywhere, `inline` in notes."""
    examined = examine(project(text, inline))
    assert [str(one) for one in examined.diagnostics if one.severity is Severity.ERROR] == []
    return {
        page.uri: page.markdown for page in build_pages(site_of(examined)) if not page.uri.startswith(OURS)
    }


@cache
def expected() -> Mapping[str, tuple[list[str], str]]:
    """Give each page's elements and text with plain words everywhere."""
    return {uri: seen(page) for uri, page in written(PLAIN).items()}


@lru_cache(100)  # the pages of one text, and those with plain words, are not many more
def seen(page: str) -> tuple[list[str], str]:
    """Give the elements of a page with their attributes, in order, and the text between them."""
    tree = parsed(page)
    return list(_elements(tree)), one_line("".join(tree.itertext()))


def parsed(page: str) -> Element:
    """Read a page as the site builder and then a browser do."""
    body = MARKDOWN.reset().convert(page.split("\n---\n", 1)[1])
    tree: Element = html5lib.parseFragment(body, namespaceHTMLElements=False)
    return tree


def _elements(tree: Element) -> Iterator[str]:
    for element in tree.iter():  # comments too: their tag is a function, which no element expected has
        given = {
            name: element.attrib[name] for name in ("id", "class", "href", "role") if name in element.attrib
        }
        yield f"{element.tag} {sorted(element.attrib)} {given}"


def one_line(text: str) -> str:
    """Give `text` as a browser lays it out, all in small letters: some labels are printed in small letters."""
    return re.sub(r"[ \n\t]+", " ", text).strip().casefold()


def places(elements: list[str]) -> list[str]:
    """Leave out what depends on the length of a text in an article: the offsets in the ids of passages."""
    return [re.sub(r"at(-\d+)+", "at-*", element) for element in elements]


@each_text
def test_pages_have_the_elements_that_they_have_with_plain_words(text: str) -> None:
    pages = written(text)
    assert sorted(pages) == sorted(expected())
    for uri, page in pages.items():
        if uri.startswith("sources/daily"):  # one paragraph of the article more for each line of the text
            continue
        elements, _ = seen(page)
        assert places(elements) == places(expected()[uri][0]), uri


@each_text
def test_pages_show_the_text_where_they_show_plain_words(text: str) -> None:
    for uri, page in written(text).items():
        if uri.startswith("sources/daily"):
            continue
        _, words = seen(page)
        plain, wanted = one_line(PLAIN), one_line(shown(text))
        # The matrix has room for 60 characters.
        short = one_line(shown(text[:60].strip()))
        pattern = "|".join(sorted({re.escape(wanted), re.escape(short)}, key=len, reverse=True))
        assert re.sub(pattern, plain, words) == expected()[uri][1], uri


@each_text
def test_a_source_s_page_adds_no_element_of_the_text_s_own(text: str) -> None:
    elements, words = seen(written(text)["sources/daily.md"])
    kinds = {element.split(" ", 1)[0] for element in elements}
    assert kinds <= {element.split(" ", 1)[0] for element in expected()["sources/daily.md"][0]} | {"br"}
    assert one_line(shown(text.splitlines()[0])) in words


@each_text
def test_front_matter_holds_the_text_and_no_key_of_its_own(text: str) -> None:
    for uri, page in written(text).items():
        head = yaml.safe_load(page.split("---\n")[1])
        assert set(head) <= {"title", "description", "search", "head", "linked_data"}, uri
        assert set(head.get("head", {})) <= {"kind", "modified", "picture_of", "locale", "within"}, uri
    title = yaml.safe_load(
        written(text)["briefings/talks/index.md"].split("\n---\n")[0].removeprefix("---\n")
    )["title"]
    assert html.unescape(title) == shown(text).strip()
    assert not set(title) & set('<>"')


@each_text
def test_notes_and_analysis_gain_emphasis_and_web_links_only(text: str) -> None:
    for uri, page in written(PLAIN, text).items():
        gained = set(seen(page)[0]) - set(expected()[uri][0])
        assert all(re.match(r"(em|strong) \[\] |a \['href'\] \{'href': 'https?://", one) for one in gained), (
            uri
        )


def test_quoted_words_are_printed_as_the_source_has_them_and_stay_text() -> None:
    text = "She called it “a *good* <b>plan</b> [x](y) {: .z }”, twice"
    page = written(text)["briefings/talks/index.md"]
    tree = parsed(page)
    quoted = {(one.attrib["class"], one.attrib["lang"], "".join(one.itertext())) for one in tree.iter("q")}
    assert quoted == {("bb-v", "en", "a *good* <b>plan</b> [x](y) {: .z }")}
