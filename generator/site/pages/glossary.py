"""The glossary: contested names, who uses them, what the editors write instead, and passages that hold them."""

import re
from collections.abc import Iterator
from functools import partial

from generator.evidence import Passage
from generator.fold import folded_words
from generator.location import Location
from generator.site.pages import links
from generator.site.pages.page import PageSpec, PlannedPage
from generator.site.site import Site
from generator.word_boundaries import cuts_word


def pages(site: Site) -> Iterator[PlannedPage]:
    """Yield the glossary; no page when no name is contested."""
    if site.corpus.names:
        yield PlannedPage(links.GLOSSARY.uri, partial(_page, site))


def _page(site: Site) -> PageSpec:
    names = sorted(site.corpus.names.items(), key=lambda item: (item[1].term.casefold(), item[0]))
    return PageSpec(
        uri=links.GLOSSARY.uri,
        template="glossary.md.jinja",
        title=site.language.say("Glossary"),
        description=site.language.say("Contested names and terms, who uses them, and what this site writes."),
        context={
            "corpus": site.corpus,
            "terms": [(key, name, _passages(site, name.term)) for key, name in names],
        },
        edit=Location("briefings/names.yml"),
    )


def _passages(site: Site, term: str) -> list[Passage]:
    """Return the cited passages that hold a term, by source and paragraph: the longest of each paragraph."""
    found: dict[tuple[str, int], Passage] = {}
    longest_first = sorted(site.passages.values(), key=lambda passage: -sum(map(len, passage.texts)))
    for passage in longest_first:
        if _has(passage, term) and not site.corpus.sources[passage.selector.source].is_withheld:
            found.setdefault((passage.selector.source, passage.paragraph), passage)
    return [found[place] for place in sorted(found)]


def _has(passage: Passage, term: str) -> bool:
    """Return whether a passage holds a term as whole words, whatever their case."""
    words = re.compile(re.escape(folded_words(term)), re.IGNORECASE)
    folded = (folded_words(text) for text in passage.texts)
    return any(not cuts_word(text, *hit.span()) for text in folded for hit in words.finditer(text))
