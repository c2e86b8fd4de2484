"""Find the evidence of a corpus, analyse it and check it, but not again for parts that are as they were.

What is found about a part of the corpus is remembered by its digest. The checks have three scopes: most look at a
briefing with its sources; some compare all uses of a source; the rest, each time, look at the whole site.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from generator import checks, evidence
from generator.analysis import CorpusAnalysis, analyse
from generator.checks.content import Content, grouped
from generator.content.digests import SHARED, Digests, Part, combined, part_of
from generator.content.model import Corpus
from generator.content.model.uses import uses
from generator.diagnostics import Diagnostic, merged
from generator.evidence import Passages
from generator.memory import Memory

Diagnostics = tuple[Diagnostic, ...]
CheckParts = Callable[[Sequence[Content]], Iterable[Diagnostics]]
"""Returns what `checks.check_parts` reports in each of several parts of the content, in their order."""

_SLICES = 8  # of the briefings: several for each process, so that all end at about the same time


def check_in_turn(parts: Sequence[Content]) -> Iterator[Diagnostics]:
    """Check one part after the other."""
    return map(checks.check_parts, parts)


def examine_corpus(
    corpus: Corpus,
    digests: Digests,
    language: str,
    today: dt.date,
    memory: Memory,
    *,
    check_parts: CheckParts,
) -> tuple[Content, Diagnostics]:
    """Return the content of `corpus`, and the diagnostics of the evidence gate and of all checks, sorted.

    `language` is that of the site, `today` the day of the check. `check_parts` checks what is new.
    """
    passages, evidence_errors = _resolved(corpus, digests, memory)
    content = Content(corpus, passages, _analysed(corpus, digests, memory), language, today)
    return content, merged(
        evidence_errors,
        _found_in_parts(content, digests, memory, check_parts),
        _found_about_sources(content, digests, memory),
        checks.check_site(content),
    )


def _resolved(corpus: Corpus, digests: Digests, memory: Memory) -> tuple[Passages, Diagnostics]:
    """Look up the evidence of briefings, except those of which all evidence was found before."""
    keys = {slug: f"passages {digest}" for slug, digest in digests.briefings.items()}
    memory.fetch(keys.values())
    known: dict[str, Passages] = {
        slug: found for slug, key in keys.items() if (found := memory.get(key)) is not None
    }
    passages, errors = evidence.resolve(corpus, known)
    for slug in keys.keys() - known.keys():
        selectors = [use.evidence.selector for use in uses(corpus.briefings[slug])]
        if all(selector in passages for selector in selectors):
            memory.put(keys[slug], {selector: passages[selector] for selector in selectors})
    return passages, errors


def _analysed(corpus: Corpus, digests: Digests, memory: Memory) -> CorpusAnalysis:
    keys = {slug: f"analysis {digest}" for slug, digest in digests.briefings.items()}
    known = {slug: found for slug, key in keys.items() if (found := memory.get(key)) is not None}
    analysis = analyse(corpus, known)
    for slug in keys.keys() - known.keys():  # not stored: it consists of the positions of the corpus
        memory.put(keys[slug], analysis.briefings[slug], stored=False)
    return analysis


def _found_in_parts(
    content: Content, digests: Digests, memory: Memory, check_parts: CheckParts
) -> Diagnostics:
    """Return what the checks of parts report: each diagnostic belongs to the part in whose files it is."""
    keys = _keys_of_parts(content, digests)
    memory.fetch(keys.values())
    found: dict[Part, Diagnostics | None] = {part: memory.get(key) for part, key in keys.items()}
    new = [part for part, diagnostics in found.items() if diagnostics is None]
    if not new:
        return merged(*filter(None, found.values()))
    reported = merged(*check_parts(_slices(content, new)))
    by_part = grouped(reported, lambda diagnostic: part_of(diagnostic.location.file))
    for part in new:
        found[part] = tuple(by_part.get(part, ()))
        if by_part.keys() <= keys.keys():
            memory.put(keys[part], found[part])
    others = (diagnostics for part, diagnostics in by_part.items() if part not in keys)
    return merged(*filter(None, found.values()), *others)


def _slices(content: Content, new: Iterable[Part]) -> list[Content]:
    """Return parts of the content, each with some of the `new` briefings and the sources that they cite; one has all other sources."""
    names = grouped(new, lambda part: part[0])
    briefings, sources = ([name for _, name in names.get(kind, ())] for kind in ("briefing", "source"))
    size = max(1, -(-len(briefings) // _SLICES))
    slices = [content.part(briefings[at : at + size], ()) for at in range(0, len(briefings), size)]
    others = set(sources).difference(*(part.corpus.sources for part in slices))
    return slices if slices and not others else [*slices, content.part((), others)]


def _keys_of_parts(content: Content, digests: Digests) -> Mapping[Part, str]:
    site = combined((content.language, digests.shared, sorted(content.languages), sorted(content.publishers)))
    return {
        SHARED: f"checks {site}",
        **{("source", name): f"checks {site} {digest}" for name, digest in digests.sources.items()},
        **{("briefing", slug): f"checks {site} {digest}" for slug, digest in digests.briefings.items()},
    }


def _found_about_sources(content: Content, digests: Digests, memory: Memory) -> Diagnostics:
    """Return what the checks of sources report about each source that is cited."""
    keys: dict[str, str] = {}
    for name, digest in digests.sources.items():
        if briefings := sorted({use.briefing for use in content.analysis.uses[name]}):
            citing = " ".join(digests.briefings[slug] for slug in briefings)
            keys[name] = f"source {digest} {content.complete} {citing}"
    memory.fetch(keys.values())
    found: list[Diagnostics] = []
    for name, key in keys.items():
        found.append(memory.value(key, partial(_found_about_source, content, name)))
    return merged(*found)


def _found_about_source(content: Content, name: str) -> Diagnostics:
    return checks.check_source(content.part_of_source(name))
