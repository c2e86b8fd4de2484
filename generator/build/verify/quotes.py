"""Check that quoted words equal the characters of the stored text, wherever a page shows them.

The link of a quote names its source and its place there, for example `#at-10-20` for the characters 10 to 20. Nothing else
that the page says about the quote is used, and the stored texts are read from the disk. Of a text that is withheld, no word may be
shown; its details on the disk say so.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from lxml import html

from generator.build.verify.card_quotes import shows_words_at
from generator.build.verify.facts import PageFacts, line_of
from generator.build.verify.page import BuiltPage, excerpt
from generator.build.verify.shown_text import flat
from generator.build.verify.stored_texts import StoredTexts, spans_of

_SOURCE = re.compile(r"sources/([a-z0-9-]+)/(?:\d+-\d+/)?index\.html")
_PLACE_ID = re.compile("at-[0-9-]+")
_ELLIPSIS = " … "
_DIFFERENT = "these words are not in the stored text"
NOT_CITED = "no passage is cited with these words"
_WITHHELD = "this shows words of a source that is withheld"


def check(page: BuiltPage, stored: StoredTexts, facts: PageFacts) -> None:
    """Compare every quote of a page with its stored text; `facts` has the links and ids of the page already."""
    likely: set[str] = set()  # sources of the words in sentences
    if source := source_of(page.uri):
        likely.add(source)
        facts.texts[source] = stored.version(source)
        _check_source(page, source, stored, facts)
    _check_cards(page, stored, facts)
    for element in page.with_class("bb-words"):
        _check_words(element, stored, facts)
    likely.update(source for _, source, _, _ in facts.places)
    likely.update(source for path in facts.links if (source := source_of(path)))
    for element in page.by_name["q"]:
        if source := stored.source_with(flat(element.text_content()), sorted(likely)):
            facts.texts[source] = stored.version(source)
        else:
            facts.add_problem(element, f"{_DIFFERENT}: {excerpt(element.text_content())}")


def _check_words(element: html.HtmlElement, stored: StoredTexts, facts: PageFacts) -> None:
    """Compare words of a list with the place that they name; only the whole site shows whether a passage is cited there."""
    shown = flat(element.text_content())
    place = element.get("data-place")
    if not place:
        facts.words.append((line_of(element), shown))
        return
    source, _, at = place.partition(":")
    facts.texts[source] = stored.version(source)
    segments = stored.segments(source, at)
    if segments and not stored.is_withheld(source) and shown in cited_words(segments):
        facts.places.append((line_of(element), source, at, excerpt(shown)))
    else:
        facts.add_problem(element, f"{NOT_CITED}: {excerpt(shown)}")


def _check_cards(page: BuiltPage, stored: StoredTexts, facts: PageFacts) -> None:
    for card in page.with_class("bb-card"):
        if card.tag == "figure":
            _check_card(page, card, stored, facts)


def _check_card(page: BuiltPage, card: html.HtmlElement, stored: StoredTexts, facts: PageFacts) -> None:
    """Compare the words of a card, which its button copies, with the place that its link leads to."""
    targets = {target for link in card.iter("a") if (target := _target(page, link))}
    quoted = list(card.iterchildren("blockquote"))
    source, place = targets.pop() if len(targets) == 1 else ("", "")
    facts.texts[source] = stored.version(source)
    if stored.is_withheld(source):
        for part in quoted:
            facts.add_problem(part, _WITHHELD)
        return
    segments = stored.segments(source, place)
    if not segments or len(quoted) != 1:
        facts.add_problem(card, "a card must show one passage and link to its place in the source")
        return
    own_words = _has_class(card, "bb-quote")
    if not shows_words_at(quoted[0], stored.text(source), spans_of(place), own_words=own_words):
        facts.add_problem(quoted[0], f"{_DIFFERENT}: {excerpt(quoted[0].text_content())}")


def _check_source(page: BuiltPage, source: str, stored: StoredTexts, facts: PageFacts) -> None:
    """Compare the page of a source with its stored text: each marked passage, and all text between them."""
    if source not in stored.sources:
        # The page of a renamed source leads to its new page.
        if all(value != "refresh" for _, value in page.by_attribute["http-equiv"]):
            facts.add_problem(page.tree, f"this page shows a source that is not stored: {source}")
        return
    _check_places(page, source, stored, facts)
    paragraphs = [child for part in page.with_class("bb-pp") for child in part.iterchildren("p")]
    if stored.is_withheld(source):
        facts.marked |= facts.passages
        for part in paragraphs:
            if any(_runs(part)):
                facts.add_problem(part, _WITHHELD)
        return
    _check_marks(page, source, stored, facts)
    _check_text(paragraphs, source, stored, facts)


def _check_places(page: BuiltPage, source: str, stored: StoredTexts, facts: PageFacts) -> None:
    """Collect the places that links to the page of a source can name; each is in its stored text."""
    for place in filter(_PLACE_ID.fullmatch, facts.ids):
        if stored.segments(source, place):
            facts.passages.add(place)
        else:
            facts.add_problem(page.tree, f"the stored text of {source} has no place {place}")


def _check_text(
    paragraphs: Iterable[html.HtmlElement], source: str, stored: StoredTexts, facts: PageFacts
) -> None:
    """Compare all words of the paragraphs of a source with its stored text, in their order."""
    text = stored.shown(source)
    position = 0
    for paragraph in paragraphs:
        for run in _runs(paragraph):
            start = text.find(run, position)
            if start < 0:
                facts.add_problem(paragraph, f"{_DIFFERENT}: {excerpt(run)}")
            else:
                position = start + len(run)


def _check_marks(page: BuiltPage, source: str, stored: StoredTexts, facts: PageFacts) -> None:
    """Compare the words of each marked passage with its place in the stored text.

    A passage over two parts of a long source has words on the page of each. The check of the whole site adds them up.
    """
    marks_by_place: dict[str, list[html.HtmlElement]] = {}
    for mark, places in page.by_attribute["data-at"]:
        for place in places.split() if mark.tag == "mark" else ():
            marks_by_place.setdefault(place, []).append(mark)
    for place, marks in marks_by_place.items():
        letters = letters_of("".join(stored.segments(source, place)))
        words = "".join(mark.text_content() for mark in marks)
        shown = letters_of(words)
        if not shown or shown not in letters:
            facts.add_problem(marks[0], f"{_DIFFERENT}: {excerpt(words)}")
        elif shown != letters or place not in facts.passages:
            facts.pieces.append((line_of(marks[0]), place, len(shown)))
        if place in facts.passages:
            facts.marked.add(place)


def cited_words(segments: Sequence[str]) -> set[str]:
    """Return the words of a passage as pages show them: plain, and each part in quotation marks."""
    return {flat(_ELLIPSIS.join(segments)), flat(_marked(segments))}


def source_of(uri: str) -> str | None:
    """Return the source that a page shows; None if it shows none."""
    match = _SOURCE.fullmatch(uri)
    return match[1] if match else None


def _has_class(element: html.HtmlElement, name: str) -> bool:
    return name in (element.get("class") or "").split()  # a comment has no attributes


def _target(page: BuiltPage, link: html.HtmlElement) -> tuple[str, str] | None:
    """Return the source that a link leads to, and the place in it; None if it leads to no place of a source of the site."""
    url, _, place = link.get("href", "").partition("#")
    source = source_of(page.target(url) or "") if place.startswith("at-") and ":" not in url else None
    return (source, place) if source else None


def _runs(paragraph: html.HtmlElement) -> Iterator[str]:
    """Yield each run of words in a paragraph; notes about unpublished parts separate the runs."""
    run = paragraph.text or ""
    for child in paragraph:
        if _has_class(child, "bb-gap"):
            yield flat(run)
            run = child.tail or ""
        else:
            run += child.text_content() + (child.tail or "")
    yield flat(run)


def _marked(segments: Sequence[str]) -> str:
    return _ELLIPSIS.join(f"“{segment}”" for segment in segments)


def letters_of(text: str) -> str:
    """Return the text without spaces and invisible characters, which may be lost between two paragraphs."""
    letters = "".join(text.split())
    if letters.isprintable():
        return letters
    return "".join(char for char in letters if unicodedata.category(char) != "Cf")
