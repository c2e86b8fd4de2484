"""Check that quoted words equal the characters of the stored text, wherever a page shows them.

The link of a quote names its source and its place there, for example `#at-10-20` for the characters 10 to 20. Nothing else
that the page says about the quote is used, and the stored texts are read from the disk. Of a text that is withheld, no word may be
shown; its details on the disk say so.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml
from lxml import html

from generator.build.verify.built_site import BuiltPage, BuiltSite, Finding, excerpt
from generator.build.verify.card_quotes import shows_words_at
from generator.build.verify.shown_text import flat, shown

_SOURCE = re.compile(r"sources/([a-z0-9-]+)/index\.html")
_PLACE_ID = re.compile(r'\sid="(at-[0-9-]+)"')
_PLACE = re.compile(r"at((?:-\d+-\d+)+)")
_SPAN = re.compile(r"-(\d+)-(\d+)")
_ELLIPSIS = " … "
_DIFFERENT = "these words are not in the stored text"
_WITHHELD = "this shows words of a source that is withheld"


class QuoteCheck:
    """Compares the quotes of pages with stored texts; `compared` collects (source, place) of passages marked on sources."""

    def __init__(self, site: BuiltSite, seeds: Path) -> None:
        """Read the stored texts in the folder `seeds`, and the places of passages on the pages of sources."""
        self.compared: set[tuple[str, str]] = set()
        self._texts = {path.stem: path.read_bytes().decode("utf-8") for path in seeds.glob("*.txt")}
        self._withheld = {source for source in self._texts if _is_withheld(seeds / f"{source}.yml")}
        self._shown_texts = {source: shown(text) for source, text in self._texts.items()}
        self._passages = {
            (page[1], place): segments
            for page in filter(None, map(_SOURCE.fullmatch, site.files))
            for place in _PLACE_ID.findall(site.text(page[0]) or "")
            if (segments := _segments(self._texts.get(page[1], ""), place))
        }
        self._cited = {
            flat(text)
            for (source, _), segments in self._passages.items()
            if source not in self._withheld
            for text in (_ELLIPSIS.join(segments), _marked(segments))
        }
        shown_texts = (text for source, text in self._shown_texts.items() if source not in self._withheld)
        all_texts = "\n".join(shown_texts)  # quotes have no line break
        self._is_stored = cache(lambda words: words in all_texts)  # many pages show the same words

    def check(self, page: BuiltPage) -> Iterator[Finding]:
        """Compare every quote of a page with its stored text."""
        for link in page.tree.xpath("//a[contains(@href, '#at-')]"):
            target = _target(page, link)
            if target and target not in self._passages:
                yield link, f"this link leads to no passage of the source “{target[0]}”: {link.get('href')}"
        for card in page.tree.xpath(f"//figure[{_has_class('bb-card')}]"):
            yield from self._check_card(page, card)
        for element in page.tree.xpath(f"//*[{_has_class('bb-words')}]"):
            place = element.get("data-place")
            if not (self._are_at(element, place) if place else flat(element.text_content()) in self._cited):
                yield element, f"no passage is cited with these words: {excerpt(element.text_content())}"
        for element in page.tree.iter("q"):
            if not self._is_stored(flat(element.text_content())):
                yield element, f"{_DIFFERENT}: {excerpt(element.text_content())}"
        if match := _SOURCE.fullmatch(page.uri):
            yield from self._check_source(page, match[1])

    def _are_at(self, element: html.HtmlElement, place: str) -> bool:
        """Return whether the words of an element are those of a source at a place, and part of a passage that is cited there."""
        source, _, at = place.partition(":")
        segments = _segments(self._texts.get(source, ""), at) or []
        cited = [span for name, passage in self._passages if name == source for span in _spans(passage)]
        return (
            bool(segments)
            and source not in self._withheld
            and flat(element.text_content()) in {flat(_ELLIPSIS.join(segments)), flat(_marked(segments))}
            and all(any(a <= start and end <= b for a, b in cited) for start, end in _spans(at))
        )

    def _check_card(self, page: BuiltPage, card: html.HtmlElement) -> Iterator[Finding]:
        """Compare the words of a card, and those that its button copies, with the place that its link leads to."""
        links = card.xpath(".//a[contains(@href, '#at-')]")
        targets = {target for link in links if (target := _target(page, link))}
        quoted = card.findall("blockquote")
        target = targets.pop() if len(targets) == 1 else ("", "")
        if target[0] in self._withheld:
            yield from ((part, _WITHHELD) for part in (*quoted, *card.xpath(".//*[@data-words]")))
            return
        segments = self._passages.get(target)
        if segments is None or len(quoted) != 1:
            yield card, "a card must show one passage and link to its place in the source"
            return
        if not shows_words_at(
            quoted[0], self._texts[target[0]], _spans(target[1]), own_words="bb-quote" in card.classes
        ):
            yield card, f"{_DIFFERENT}: {excerpt(quoted[0].text_content())}"
        for button in card.xpath(".//*[@data-words]"):
            if not flat(button.get("data-words")).startswith(flat(_marked(segments))):
                yield button, f"{_DIFFERENT}: {excerpt(button.get('data-words'))}"

    def _check_source(self, page: BuiltPage, source: str) -> Iterator[Finding]:
        """Compare the page of a source with its stored text: each marked passage, and all text between them."""
        if source not in self._shown_texts:
            if not page.tree.xpath("//meta[@http-equiv='refresh']"):  # a renamed source leads to its new page
                yield page.tree, f"this page shows a source that is not stored: {source}"
            return
        paragraphs = page.tree.xpath(f"//*[{_has_class('bb-pp')}]/p")
        if source in self._withheld:
            self.compared.update(target for target in self._passages if target[0] == source)
            yield from ((part, _WITHHELD) for part in paragraphs if any(_runs(part)))
            return
        yield from self._check_marks(page, source)
        position = 0
        for paragraph in paragraphs:
            for run in _runs(paragraph):
                start = self._shown_texts[source].find(run, position)
                if start < 0:
                    yield paragraph, f"{_DIFFERENT}: {excerpt(run)}"
                else:
                    position = start + len(run)

    def _check_marks(self, page: BuiltPage, source: str) -> Iterator[Finding]:
        """Compare the words of each marked passage with its place in the stored text."""
        marks_by_place: dict[str, list[html.HtmlElement]] = {}
        for mark in page.tree.xpath("//mark[@data-at]"):
            for place in mark.get("data-at").split():
                marks_by_place.setdefault(place, []).append(mark)
        for place, marks in marks_by_place.items():
            segments = self._passages.get((source, place))
            words = "".join(mark.text_content() for mark in marks)
            if segments is None or _letters("".join(segments)) != _letters(words):
                yield marks[0], f"{_DIFFERENT}: {excerpt(words)}"
            self.compared.add((source, place))


def _is_withheld(details: Path) -> bool:
    """Return whether the file with the details of a source says that its text is withheld."""
    return bool(yaml.safe_load(details.read_bytes()).get("status") == "withheld")


def _segments(text: str, place: str) -> list[str] | None:
    """Return the words of a stored text at a place such as `at-10-20-35-40`; None if it has no such place."""
    spans = _spans(place)
    if not all(start < end <= len(text) for start, end in spans):
        return None
    return [shown(text[start:end]) for start, end in spans]


def _spans(place: str) -> list[tuple[int, int]]:
    match = _PLACE.fullmatch(place)
    return [(int(start), int(end)) for start, end in _SPAN.findall(match[1])] if match else []


def _has_class(name: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


def _target(page: BuiltPage, link: html.HtmlElement) -> tuple[str, str] | None:
    """Return the source that a link leads to, and the place in it; None if it leads to something else."""
    url, _, place = link.get("href", "").partition("#")
    match = None if re.match("[a-z]+:", url) else _SOURCE.fullmatch(page.target(url) or "")
    return (match[1], place) if match else None


def _runs(paragraph: html.HtmlElement) -> Iterator[str]:
    """Yield each run of words in a paragraph; notes about unpublished parts separate the runs."""
    run = paragraph.text or ""
    for child in paragraph:
        if "bb-gap" in child.classes:
            yield flat(run)
            run = child.tail or ""
        else:
            run += child.text_content() + (child.tail or "")
    yield flat(run)


def _marked(segments: list[str]) -> str:
    return _ELLIPSIS.join(f"“{segment}”" for segment in segments)


def _letters(text: str) -> str:
    """Return the text without spaces and invisible characters, which may be lost between two paragraphs."""
    return "".join(char for char in text if not char.isspace() and unicodedata.category(char) != "Cf")
