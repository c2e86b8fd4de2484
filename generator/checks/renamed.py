"""`briefings/renamed.yml` leads readers from old addresses to new ones, so the new ones must be there, and the old ones free.

Wrong, where no party is named `city`:

```yaml
parties:
  town: city
```

Right: the identifier that the party has now. `briefing rename` writes the file by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.checks.content import Content
from generator.content.model import RenamedFile
from generator.content.validation import suggest
from generator.diagnostics import Diagnostic, Rule, Severity

RULE = Rule(
    "E429", "renamed", Severity.ERROR, "A renamed identifier leads nowhere, or is in use again.", __doc__
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at every identifier that was renamed, where all that has one could be read."""
    corpus, renamed = content.corpus, content.corpus.renamed
    if renamed is None or corpus.unread:
        return
    yield from _names(renamed, ("briefings",), renamed.briefings, corpus.briefings)
    yield from _names(renamed, ("parties",), renamed.parties, corpus.parties)
    yield from _names(renamed, ("sources",), renamed.sources, corpus.sources)
    for slug, names in renamed.issues.items():
        if slug in corpus.briefings:
            yield from _names(renamed, ("issues", slug), names, corpus.briefings[slug].about.issues)
        else:
            hint = suggest(slug, list(corpus.briefings))
            yield RULE.at(renamed.key_location("issues", slug), f"there is no briefing “{slug}”", hint)


def _names(
    file: RenamedFile, path: tuple[str, ...], names: dict[str, str], known: Collection[str]
) -> Iterator[Diagnostic]:
    for old, new in names.items():
        if new not in known:
            message = f"“{old}” leads to “{new}”, which is not there"
            yield RULE.at(file.location(*path, old), message, suggest(new, [*known]))
        if old in known:
            message = f"“{old}” was renamed, and is in use again"
            yield RULE.at(file.key_location(*path, old), message, "Take the line out.")
