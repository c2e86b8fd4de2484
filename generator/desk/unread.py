"""Which stored sources an editor has still to read: those from which nothing is cited."""

from collections.abc import Mapping

from generator.content.model import Source
from generator.pipeline import Examined


def unread_sources(examined: Examined) -> Mapping[str, Source]:
    """Return the sources that no evidence cites, drafts included, newest first; those without a date last."""
    content = examined.content
    uses = content.analysis.uses
    found = [(name, source) for name, source in content.corpus.sources.items() if not uses.get(name)]
    found.sort(key=lambda pair: (str(pair[1].about.published or ""), pair[0]), reverse=True)
    return dict(found)
