"""The glossary: contested names and terms, who uses them, and what the editors write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.evidence import Passage
from generator.fold import folded_words
from generator.location import Location
from generator.site.pages import links
from generator.site.pages.page import PageSpec, Target
from generator.site.site import Site
from generator.word_boundaries import cuts_word


@dataclass(frozen=True)
class PassageView:
    """A cited passage in the source's own characters, and where it stands."""

    text: str
    language: str
    place: str
    target: Target


@dataclass(frozen=True)
class TermView:
    """A term: its users, and the cited passages in which it stands."""

    id: str
    term: str
    users: tuple[tuple[str, Target], ...]
    prefer: str
    note: str
    passages: tuple[PassageView, ...]


def pages(site: Site) -> Iterator[PageSpec]:
    """Give the glossary; none where no name is contested."""
    if not site.corpus.names:
        return
    parties = site.corpus.parties
    terms = [
        TermView(
            links.term_id(key),
            name.term,
            tuple((parties[one].label, links.party_page(one)) for one in name.used_by if one in parties),
            name.prefer or "",
            name.note or "",
            tuple(_passages(site, name.term)),
        )
        for key, name in site.corpus.names.items()
    ]
    yield PageSpec(
        links.GLOSSARY.uri,
        "glossary.md.jinja",
        site.language.say("Glossary"),
        site.language.say("Contested names and terms, who uses them, and what is written here instead."),
        {"terms": sorted(terms, key=lambda one: (one.term.casefold(), one.id))},
        edit=Location("briefings/names.yml"),
        language=site.language,
    )


def _passages(site: Site, term: str) -> Iterator[PassageView]:
    """Give the cited passages in which a term stands: of each paragraph the longest, in the order of the sources."""
    found: dict[tuple[str, int], Passage] = {}
    for passage in site.passages.values():
        place = passage.selector.source, passage.paragraph
        if _has(passage, term) and (place not in found or _length(passage) > _length(found[place])):
            found[place] = passage
    for (name, paragraph), passage in sorted(found.items()):
        about = site.corpus.sources[name].about
        yield PassageView(
            " … ".join(passage.texts),
            about.language,
            f"{about.title}, ¶{paragraph}",
            links.passage_target(passage),
        )


def _has(passage: Passage, term: str) -> bool:
    """Say whether a term stands in a passage as whole words, in capitals or not."""
    words = re.compile(re.escape(folded_words(term)), re.IGNORECASE)
    folded = (folded_words(text) for text in passage.texts)
    return any(not cuts_word(text, *hit.span()) for text in folded for hit in words.finditer(text))


def _length(passage: Passage) -> int:
    return sum(span.end - span.start for span in passage.spans)
