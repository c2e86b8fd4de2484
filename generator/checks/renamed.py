"""A renamed identifier does not exist, or the old one is used again.

`briefings/renamed.yml` redirects readers from old addresses to new ones, so the new ones must exist and the old ones must be unused.

Wrong, if there is no party `city`:

```yaml
parties:
  town: city
```

Right: the identifier that the party has now. `briefing rename` writes this file for you.
"""

from collections.abc import Collection, Mapping

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import RenamedFile
from generator.content.validation import suggest

RULE = rule("E429", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Check every renamed identifier, if all files could be read."""
    corpus, renamed = content.corpus, content.corpus.renamed
    if renamed is None or corpus.unread:
        return
    yield from _problems(renamed, ("briefings",), renamed.briefings, corpus.briefings)
    yield from _problems(renamed, ("parties",), renamed.parties, corpus.parties)
    yield from _problems(renamed, ("sources",), renamed.sources, corpus.sources)
    for slug, names in renamed.issues.items():
        if slug in corpus.briefings:
            yield from _problems(renamed, ("issues", slug), names, corpus.briefings[slug].about.issues)
        else:
            hint = suggest(slug, list(corpus.briefings))
            yield RULE.at(renamed.key_location("issues", slug), f"there is no briefing “{slug}”", hint)


def _problems(
    file: RenamedFile, path: tuple[str, ...], names: Mapping[str, str], known: Collection[str]
) -> Diagnostics:
    for old, new in names.items():
        if new not in known:
            message = f"“{old}” redirects to “{new}”, which does not exist"
            yield RULE.at(file.location(*path, old), message, suggest(new, [*known]))
        if old in known:
            message = f"“{old}” was renamed, but is in use again"
            yield RULE.at(file.key_location(*path, old), message, "Remove this line.")
