"""Hashes of all that a part of the corpus is made from: what is made from it alone is the same while its hash is."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.content.model import Corpus
from generator.content.model.uses import uses
from generator.content.paths import file_kind, source_of
from generator.memory import Memory

Part = tuple[str, str]
"""A part of the corpus: ("briefing", its slug), ("source", its identifier), or SHARED."""
SHARED: Part = ("shared", "")


@dataclass(frozen=True)
class Digests:
    """SHA-256 hashes in hexadecimal.

    `shared` is that of the files that all briefings share, such as parties.yml. `sources` are by identifier: of both
    files, of the identifiers of its copies and of its origin. `briefings` are by slug: of its files, of the sources that
    it cites, and of the shared files. It tells whether the drafts of a briefing are part of it.
    """

    shared: str
    sources: Mapping[str, str]
    briefings: Mapping[str, str]


def digests(hashes: Mapping[str, str], corpus: Corpus, memory: Memory) -> Digests:
    """Return the hashes of a corpus that was read from files with these hashes, by path.

    Which sources a briefing cites follows from its own files, so the process remembers it.
    """
    groups: dict[Part, list[tuple[str, str]]] = {}
    for path, file_hash in hashes.items():
        groups.setdefault(part_of(path), []).append((path, file_hash))
    shared = combined(sorted(groups.get(SHARED, [])))
    sources = {
        name: combined((sorted(groups["source", name]), source.origin, source.copies))
        for name, source in corpus.sources.items()
    }
    briefings = {}
    for slug, briefing in corpus.briefings.items():
        own = combined(sorted(groups["briefing", slug]))
        cited = memory.get(f"cited {own}")
        if cited is None:
            cited = sorted({use.evidence.source for use in uses(briefing)})
            memory.put(f"cited {own}", cited, stored=False)
        cited_digests = [(name, sources.get(name), f"source:{name}" in corpus.unread) for name in cited]
        briefings[slug] = combined((own, cited_digests, shared))
    return Digests(shared, sources, briefings)


def part_of(path: str) -> Part:
    """Return the part of the corpus to which the file at `path` belongs; its kind is "other" if it is not read."""
    match file_kind(path):
        case "source":
            return "source", source_of(path)
        case "list":
            return SHARED
    match path.split("/"):
        case ("briefings", slug, _, *_):
            return "briefing", slug
    return "other", ""


def combined(value: Iterable[object]) -> str:
    """Return the hash of a value that JSON can describe."""
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()
