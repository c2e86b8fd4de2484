"""Whatever editors and articles write, a page has the metadata and the elements of its own kind, and no others.

tests/browser/test_hostile.py compares the pages of the same project with plain words, element by element, in a browser.
"""

import html
import re
from collections.abc import Mapping
from functools import cache
from xml.etree.ElementTree import Element

import html5lib
import markdown
import yaml

from generator.diagnostics import Severity
from generator.escape import shown
from generator.pipeline import build_pages, examine, site_of
from tests.hostile.project import hostile_briefings, project, project_of

MARKDOWN = markdown.Markdown(extensions=["admonition", "attr_list", "def_list", "tables", "toc"])


def pages_of(files: Mapping[str, bytes]) -> Mapping[str, str]:
    """Return the Markdown of every page of a project. The reference is left out: it has no text of the project."""
    examined = examine(files)
    assert [error for error in examined.diagnostics if error.severity is Severity.ERROR] == []
    pages = build_pages(site_of(examined))
    return {page.uri: page.markdown for page in pages if not page.uri.startswith("editors/")}


@cache
def parsed(page: str) -> Element:
    """Parse a page as the site builder and then a browser do."""
    body = MARKDOWN.reset().convert(page.split("\n---\n", 1)[1])
    tree: Element = html5lib.parseFragment(body, namespaceHTMLElements=False)
    return tree


def elements(page: str) -> set[str]:
    """Return the elements of a page, each with its attributes."""
    return {
        f"{element.tag} {sorted(element.attrib)} "
        f"{[(name, element.attrib[name]) for name in ('id', 'class', 'href') if name in element.attrib]}"
        for element in parsed(page).iter()
    }


def test_front_matter_has_the_title_and_no_key_from_a_text() -> None:
    files = project_of(hostile_briefings())
    titles = set()
    for uri, page in pages_of(files).items():
        metadata = yaml.safe_load(page.split("---\n")[1])
        assert set(metadata) <= {"title", "description", "search", "head", "linked_data", "bar"}, uri
        assert set(metadata.get("head", {})) <= {"kind", "modified", "picture_of", "locale", "within"}, uri
        assert not set(metadata["title"]) & set('<>"'), uri
        titles.add(html.unescape(metadata["title"]))
    for path, raw in files.items():
        if path.endswith("briefing.yml"):
            assert shown(yaml.safe_load(raw)["title"]).strip() in titles, path


def test_notes_and_analysis_gain_emphasis_and_web_links_only() -> None:
    plain = pages_of(project_of(hostile_briefings(texts=False, inline=False)))
    hostile = pages_of(project_of(hostile_briefings(texts=False)))
    assert plain.keys() == hostile.keys()
    changed = [uri for uri in plain if plain[uri] != hostile[uri]]
    assert len(changed) > 15
    for uri in changed:
        gained = elements(hostile[uri]) - elements(plain[uri])
        allowed = re.compile(r"(em|strong) \[\] |a \['href'\] \[\('href', 'https?://")
        assert [element for element in gained if not allowed.match(element)] == [], uri


def test_quoted_words_are_printed_as_the_source_has_them() -> None:
    text = "She called it “a *good* <b>plan</b> [x](y) {: .z }”, twice"
    page = pages_of(project(text, "Plain words here"))["briefings/talks/index.md"]
    quoted = {
        (quote.attrib["class"], quote.attrib["lang"], "".join(quote.itertext()))
        for quote in parsed(page).iter("q")
    }
    assert quoted == {("bb-v", "en", "a *good* <b>plan</b> [x](y) {: .z }")}
