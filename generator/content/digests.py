"""Hashes of all that a part of the corpus is made from: what is made from it alone is the same while its hash is."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.content.model import Corpus
from generator.content.model.uses import uses
from generator.content.paths import file_kind


@dataclass(frozen=True)
class Digests:
    """SHA-256 hashes in hexadecimal.

    `shared` is that of the files that all briefings share, such as parties.yml. `sources` are by identifier: of both
    files, of the identifiers of its copies and of its origin. `briefings` are by slug: of its files, of the sources that
    it cites, and of the shared files.
    """

    shared: str = ""
    sources: Mapping[str, str] = field(default_factory=dict)
    briefings: Mapping[str, str] = field(default_factory=dict)


def digests(files: Mapping[str, bytes], corpus: Corpus) -> Digests:
    """Return the hashes of a corpus that was read from `files`, bytes by path."""
    groups: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for path, raw in files.items():
        groups.setdefault(_group(path), []).append((path, hashlib.sha256(raw).hexdigest()))
    shared = _hash(sorted(groups.get(("list", ""), [])))
    sources = {
        name: _hash((sorted(groups["source", name]), source.origin, source.copies))
        for name, source in corpus.sources.items()
    }
    briefings = {}
    for slug, briefing in corpus.briefings.items():
        cited = sorted({use.evidence.source for use in uses(briefing)})
        cited_digests = [(name, sources.get(name), f"source:{name}" in corpus.unread) for name in cited]
        briefings[slug] = _hash((sorted(groups["briefing", slug]), cited_digests, shared))
    return Digests(shared, sources, briefings)


def _group(path: str) -> tuple[str, str]:
    """Return the part of the corpus to which the file at `path` belongs, as (kind, identifier)."""
    kind = file_kind(path)
    if kind == "source":
        return kind, PurePosixPath(path).stem
    folder, name, *rest = path.split("/")
    if folder == "briefings" and rest:
        return "briefing", name
    return kind or "other", ""


def _hash(value: Iterable[object]) -> str:
    return hashlib.sha256(json.dumps(value).encode(errors="surrogateescape")).hexdigest()
