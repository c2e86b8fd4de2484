"""Readers know parties by their names. Two with one name cannot be told apart in a table, and one of them was most likely
copied and not changed.

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

The same holds for `short`, the name in tables, and for a `term` of `names.yml`: of two entries for one term, in capitals or not, only
one would say what this site writes.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content import Content
from generator.content.model import Party
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.fold import folded_words

RULE = Rule(
    "W423", "same-name", Severity.WARNING, "Two parties, or two contested terms, have one name.", __doc__
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Compare full names, the names in tables, and terms; of one pair, one of the two is told."""
    parties = sorted(content.corpus.parties.items(), key=lambda entry: entry[1].location())
    full: dict[str, str] = {}
    tables: dict[str, str] = {}
    for party, about in parties:
        other = full.setdefault(_plain(about.name), party)
        short = tables.setdefault(_plain(about.label), party)
        if other != party:
            yield _told(about, "name", other)
        elif short != party:
            yield _told(about, "short" if about.short else "name", short)
    terms: dict[str, str] = {}
    for name, contested in sorted(content.corpus.names.items(), key=lambda entry: entry[1].location()):
        other = terms.setdefault(_plain(contested.term), name)
        if other != name:
            yield RULE.at(
                contested.location("term"),
                f"“{contested.term}” is the term of “{other}” too",
                "Put the two entries together: one term has one entry.",
            )


def _plain(name: str) -> str:
    return folded_words(name).casefold()


def _told(party: Party, key: str, other: str) -> Diagnostic:
    return RULE.at(
        party.location(key),
        f"“{getattr(party, key)}” is the name of the party “{other}” too",
        "Give each party a name of its own, or take one of the two out if they are the same.",
    )
