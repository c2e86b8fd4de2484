"""The origin of each source: sources with the same `origin`, or with nearly the same text, are one piece of evidence."""

import hashlib
import json
from collections.abc import Mapping

from generator.content.model import PartialDate, Source
from generator.content.near_copies import near_copies
from generator.memory import Memory

_UNKNOWN_DATE = PartialDate(9999)


def with_origins(sources: Mapping[str, Source], memory: Memory) -> dict[str, Source]:
    """Return the sources with their origins, and with the earlier sources that each copies."""
    oldest_first = sorted(
        sources.values(), key=lambda source: (source.about.published or _UNKNOWN_DATE, source.id)
    )
    articles = [source.article for source in oldest_first]
    hashes = hashlib.sha256(json.dumps([(article.id, article.sha256) for article in articles]).encode())
    key = f"copies {hashes.hexdigest()}"
    memory.fetch([key])
    copies: Mapping[str, tuple[str, ...]] = memory.value(key, lambda: near_copies(articles))
    # The next member of a group, by the name of a source or the text of an `origin`.
    groups: dict[str, str] = {}

    def group_of(name: str) -> str:
        while name in groups:
            name = groups[name]
        return name

    for source in oldest_first:
        own = f"source:{source.id}"
        for other in (source.about.origin, *(f"source:{name}" for name in copies.get(source.id, ()))):
            if other and (first := group_of(other)) != (last := group_of(own)):
                # An `origin` that an editor wrote stands for its group.
                first, last = (last, first) if first.startswith("source:") else (first, last)
                groups[last] = first
    return {
        name: Source(name, source.about, source.article, group_of(f"source:{name}"), copies.get(name, ()))
        for name, source in sources.items()
    }
