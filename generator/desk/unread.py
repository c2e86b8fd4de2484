"""Which stored sources an editor has still to read."""

from collections.abc import Mapping

from generator.content.model import Source
from generator.pipeline import Examined


def unread_sources(examined: Examined) -> Mapping[str, Source]:
    """Return the sources without `read_on` that no evidence cites, drafts included, newest first; those without a date last.

    A source that is cited counts as read even without `read_on`: its file may be older than that key.
    """
    content = examined.content
    uses = content.analysis.uses
    found = [
        (name, source)
        for name, source in content.corpus.sources.items()
        if source.about.read_on is None and not uses.get(name)
    ]
    found.sort(key=lambda pair: (str(pair[1].about.published or ""), pair[0]), reverse=True)
    return dict(found)
