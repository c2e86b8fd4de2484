"""Quoted words: equal to the characters of the stored text, wherever a page shows them.

What a page says of a quote is taken from its address alone: the source, and where in it the words begin and end. The text is
read anew from the disk. Nothing of the program that found the quotes and printed them is used.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lxml import html

from generator.build.verify.page import SOURCE, Fault, Finished, Page, classes, cut

_PLACE = re.compile(r"at((?:-\d+-\d+)+)")
_SPAN = re.compile(r"-(\d+)-(\d+)")
_BREAKS = "\t\n\v\f\r\x85\u2028\u2029"
_TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # the direction of all that follows
_LEFT_OUT = " … "
_NOT_STORED = "the stored text does not say so: these words are not those of the source"


def faults(page: Page, site: Finished) -> Iterator[Fault]:
    """Compare every quote of a page with its stored text; what was compared is noted in `site`."""
    for link in page.tree.xpath("//a[contains(@href, '#at-')]"):
        source, place = _leads_to(page, site, link)
        if source is not None and (
            place not in site.places(source) or _segments(site, source, place) is None
        ):
            yield page.fault(
                link, f"this link leads to no passage of the source “{source}”: {link.get('href')}"
            )
    for card in page.tree.iter("figure"):
        if "bb-card" in classes(card):
            yield from _card(page, site, card)
    for words in page.tree.xpath("//*[contains(concat(' ', @class, ' '), ' bb-words ')]"):
        if _flat(words.text_content()) not in _cited(site):
            yield page.fault(words, f"no stored text is cited with these words: {cut(words.text_content())}")
    for words in page.tree.xpath("//q"):
        if not _said(site, _flat(words.text_content())):
            yield page.fault(words, f"{_NOT_STORED}: {cut(words.text_content())}")
    if found := SOURCE.fullmatch(page.uri):
        yield from _source(page, site, found[1])


def _leads_to(page: Page, site: Finished, link: html.HtmlElement) -> tuple[str | None, str]:
    """Give the source and the place in it that a link leads to."""
    address, _, place = link.get("href", "").partition("#")
    found = None if re.match("[a-z]+:", address) else SOURCE.fullmatch(site.target(page, address) or "")
    return (found[1] if found else None), place


def _segments(site: Finished, source: str, place: str) -> list[str] | None:
    """Give the words that stand in a stored text at a place such as `at-10-20-35-40`; None where there is no such place."""
    text, found = site.stored(source), _PLACE.fullmatch(place)
    if text is None or found is None:
        return None
    spans = [(int(start), int(end)) for start, end in _SPAN.findall(found[1])]
    if any(not start < end <= len(text) for start, end in spans):
        return None
    return [_shown(text[start:end]) for start, end in spans]


def _cited(site: Finished) -> frozenset[str]:
    """Give the words of every passage that pages of sources have a place for, with and without quotation marks."""
    if site.words is None:
        found = (_segments(site, source, place) for source in site.sources for place in site.places(source))
        all_segments = [segments for segments in found if segments]
        site.words = frozenset(
            _flat(write(segments)) for segments in all_segments for write in (_LEFT_OUT.join, _marked)
        )
    return site.words


def _said(site: Finished, words: str) -> bool:
    """Say whether any stored text has these words; the same words are asked for on many pages."""
    if words not in site.said:
        site.said[words] = any(words in text for text in _texts(site))
    return site.said[words]


def _texts(site: Finished) -> tuple[str, ...]:
    """Give every stored text as a page can show it."""
    if site.shown is None:
        sources = sorted(path.stem for path in site.seeds.glob("*.txt"))
        site.shown = tuple(_flat(_shown(site.stored(source) or "")) for source in sources)
    return site.shown


def _card(page: Page, site: Finished, card: html.HtmlElement) -> Iterator[Fault]:
    """Compare a card with the place that its link leads to: its words, and those that its button copies."""
    places = {_leads_to(page, site, link) for link in card.xpath(".//a[contains(@href, '#at-')]")}
    quoted = card.findall("blockquote")
    if len(places) != 1 or len(quoted) != 1:
        yield page.fault(card, "a card should show one passage, and link to its place in its source")
        return
    ((source, place),) = places
    segments = _segments(site, source, place) if source else None
    if source is None or segments is None:
        yield page.fault(card, "this card leads to no stored text")
        return
    expected = _marked(segments) if "bb-quote" in classes(card) else _LEFT_OUT.join(segments)
    if _flat(quoted[0].text_content()) != _flat(expected):
        yield page.fault(card, f"{_NOT_STORED}: {cut(quoted[0].text_content())}")
    for button in card.xpath(".//*[@data-words]"):
        if not _flat(button.get("data-words", "")).startswith(_flat(_marked(segments))):
            yield page.fault(button, f"{_NOT_STORED}: {cut(button.get('data-words'))}")
    site.cards += 1


def _source(page: Page, site: Finished, source: str) -> Iterator[Fault]:
    """Compare the page of a source with its stored text: each marked passage, and all that stands around them."""
    text = site.stored(source)
    if text is None and page.moved:
        return
    if text is None:
        yield page.fault(page.tree, f"this page shows a source that is not stored: {source}")
        return
    marked: dict[str, list[html.HtmlElement]] = {}
    for mark in page.tree.xpath("//mark[@data-at]"):
        for place in mark.get("data-at").split():
            marked.setdefault(place, []).append(mark)
    for place, marks in marked.items():
        segments = _segments(site, source, place)
        words = "".join(mark.text_content() for mark in marks)
        if segments is None or _letters("".join(segments)) != _letters(words):
            yield page.fault(marks[0], f"{_NOT_STORED}: {cut(words)}")
        site.passages.add((source, place))
    whole, at = _shown(text), 0
    for paragraph in page.tree.xpath("//*[contains(concat(' ', @class, ' '), ' bb-pp ')]/p"):
        for run in _runs(paragraph):
            found = whole.find(run, at)
            if found < 0:
                yield page.fault(paragraph, f"{_NOT_STORED}: {cut(run)}")
            else:
                at = found + len(run)


def _runs(paragraph: html.HtmlElement) -> Iterator[str]:
    """Give the words of a paragraph between the notes of what is not published."""
    run = paragraph.text or ""
    for child in paragraph:
        if "bb-gap" in classes(child):
            yield _flat(run)
            run = child.tail or ""
        else:
            run += child.text_content() + (child.tail or "")
    yield _flat(run)


def _marked(segments: list[str]) -> str:
    return _LEFT_OUT.join(f"“{one}”" for one in segments)


def _shown(text: str) -> str:
    """Give a stored text as a page can show it: line breaks as spaces, what nobody could see as a sign for it."""
    return _flat(
        "".join(" " if char in _BREAKS else "\ufffd" if _unseen(char) else char for char in text), ends=True
    )


def _unseen(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cs"} or char in _TURNS or char in "\ufffe\uffff"


def _flat(text: str, *, ends: bool = False) -> str:
    """Give a text with each run of spaces as one, and without those at its ends."""
    flat = re.sub("[ \t\n\r]+", " ", text)
    return flat if ends else flat.strip(" ")


def _letters(text: str) -> str:
    """Give a text without what may be lost between two paragraphs: spaces, and characters that nobody sees."""
    return "".join(char for char in text if not char.isspace() and unicodedata.category(char) != "Cf")
