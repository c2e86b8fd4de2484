"""The glossary: contested names and terms, who uses them, and what the editors write instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages import links
from generator.pages.page import PageSpec, Target
from generator.site import Site
from generator.text import folded_words


@dataclass(frozen=True)
class TermView:
    """A term: its users, and the cited passages in which it stands, by source."""

    id: str
    term: str
    users: tuple[tuple[str, Target], ...]
    prefer: str
    note: str
    passages: tuple[tuple[str, Target], ...]


def pages(site: Site) -> Iterator[PageSpec]:
    """Give the glossary; none where no name is contested."""
    if not site.corpus.names:
        return
    parties = site.corpus.parties
    terms = [
        TermView(
            f"bb-term-{key}",
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
        {"terms": sorted(terms, key=lambda one: one.term.casefold())},
        edit_uri="briefings/names.yml",
        language=site.language,
    )


def _passages(site: Site, term: str) -> Iterator[tuple[str, Target]]:
    """Give the cited passages in which a term stands, each once."""
    words = folded_words(term).casefold()
    found = {
        links.passage_target(
            passage
        ): f"{site.corpus.sources[passage.selector.source].about.title}, ¶{passage.paragraph}"
        for passage in site.passages.values()
        if words in folded_words(" ".join(passage.texts)).casefold()
    }
    yield from sorted(
        ((label, target) for target, label in found.items()), key=lambda pair: (pair[1].uri, pair[1].anchor)
    )
