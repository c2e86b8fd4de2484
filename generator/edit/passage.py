"""Words that an editor names -> the evidence with them, where they stand in the stored texts once."""

from __future__ import annotations

from generator.content.model import Kind
from generator.edit.change import ChangeError, Desk
from generator.edit.quote_finder.blocks import evidence_block
from generator.edit.quote_finder.find import Found, Hit, find
from generator.edit.quote_finder.findings import FORMATS
from generator.edit.quote_finder.query import QueryError, read_query
from generator.edit.yaml_writer import value
from generator.evidence import Span


def passage(
    desk: Desk,
    words: str,
    *,
    source: str = "",
    kind: Kind | None = None,
    speaker: str = "",
    number: int = 0,
    why: str = "",
) -> str:
    """Write the evidence with `words` as an entry of a list.

    Without `kind` it is a quote where the words stand in quotation marks, else reported. Where they stand several times,
    `number` says which place is meant, from 1. Raises ChangeError where they stand nowhere, or it is open which is meant.
    """
    try:
        query = read_query(words)
    except QueryError as fault:
        raise ChangeError(str(fault)) from None
    sources = desk.examined.content.corpus.sources
    articles = [one.article for name, one in sources.items() if source in ("", name)]
    found = find(articles, desk.examined.content.corpus, query)
    hit = _chosen(found, number)
    own = kind or _kind(hit)
    block = evidence_block(hit.article, own, hit.spans, speaker or None)
    if block is None:
        raise ChangeError(
            "These words cannot be evidence: they cut a word, or are too few to be found again."
        )
    return f"{block}\n  why: {value(why)}" if why else block


def _chosen(found: Found, number: int) -> Hit:
    if not found.hits:
        raise ChangeError(FORMATS["text"](found))
    if number > found.total:
        raise ChangeError(f"These words stand in {found.total} places; there is no place {number}.")
    if number > len(found.hits):
        raise ChangeError(
            f"Of {found.total} places the first {len(found.hits)} have a number: give more words, or --source."
        )
    if len(found.hits) > 1 and not number:
        told = FORMATS["text"](found)
        raise ChangeError(
            f"{told}\n\nWhich place is meant? Say --number 1 for the first, or give more words."
        )
    return found.hits[max(number - 1, 0)]


def _kind(hit: Hit) -> Kind:
    return Kind.QUOTE if hit.block and f"\n  {Kind.QUOTE}:" in hit.block else Kind.REPORTED


def first_passage(desk: Desk, source: str) -> str:
    """Write the first sentence of a stored text as evidence. Raises ChangeError where none can be."""
    article = desk.examined.content.corpus.sources[source].article
    for paragraph in article.paragraphs:
        for start, end in article.sentences(paragraph):
            words = article.text[start:end]
            span = Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
            if block := evidence_block(article, Kind.REPORTED, [span]):
                return block
    raise ChangeError(f"No sentence of {source} can be evidence: give the words.")
