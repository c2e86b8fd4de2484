"""Two parties, or two contested terms, have the same name.

Readers know parties by their names. If two parties have the same name, readers cannot tell them apart in a table. Most likely one entry
was copied and not changed.

Wrong, in `briefings/parties.yml`:

```yaml
town:
  name: The town
  kind: government
council:
  name: The town
  kind: government
```

Right:

```yaml
town:
  name: The town
  kind: government
council:
  name: The town council
  kind: government
```

The rule also holds for `short`, the name in tables, and for `term` in `names.yml`, where capital letters make no difference.
"""

from collections.abc import Iterable

from generator.checks.content import Content, Diagnostics, grouped, rule
from generator.content.model import ContestedName, Party
from generator.fold import folded_words

RULE = rule("W423", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Compare full names, the names in tables, and terms; each later entry is reported."""
    parties = content.corpus.parties.items()
    yield from _problems(("name", about.name, about, party) for party, about in parties)
    yield from _problems(
        ("short" if about.short else "name", about.label, about, party) for party, about in parties
    )
    yield from _problems(("term", name.term, name, key) for key, name in content.corpus.names.items())


def _problems(items: Iterable[tuple[str, str, Party | ContestedName, str]]) -> Diagnostics:
    """Check the names of some entries: the key of the name, the name, the entry and its identifier."""
    in_file_order = sorted(items, key=lambda item: item[2].location())
    for same in grouped(in_file_order, lambda item: folded_words(item[1]).casefold()).values():
        for key, name, entry, _ in same[1:]:
            message = f"“{name}” is also a name of “{same[0][3]}”"
            hint = "Write a different name for each, or remove one of the two entries if they mean the same."
            yield RULE.at(entry.location(key), message, hint)
