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

from __future__ import annotations

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import Party
from generator.diagnostics import Diagnostic
from generator.fold import folded_words

RULE = rule("W423", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Compare full names, the names in tables, and terms; the later entry of a pair is reported."""
    full_names: dict[str, str] = {}
    table_names: dict[str, str] = {}
    for party, about in sorted(content.corpus.parties.items(), key=lambda item: item[1].location()):
        same_full = full_names.setdefault(_plain(about.name), party)
        same_in_tables = table_names.setdefault(_plain(about.label), party)
        if same_full != party:
            yield _problem(about, "name", same_full)
        elif same_in_tables != party:
            yield _problem(about, "short" if about.short else "name", same_in_tables)
    terms: dict[str, str] = {}
    for identifier, name in sorted(content.corpus.names.items(), key=lambda item: item[1].location()):
        other = terms.setdefault(_plain(name.term), identifier)
        if other != identifier:
            message = f"“{name.term}” is also the term of “{other}”"
            yield RULE.at(name.location("term"), message, "Merge the two entries: each term has one entry.")


def _plain(name: str) -> str:
    return folded_words(name).casefold()


def _problem(party: Party, key: str, other: str) -> Diagnostic:
    message = f"“{getattr(party, key)}” is also the name of the party “{other}”"
    hint = "Write a different name for each party, or remove one of the two if they are the same."
    return RULE.at(party.location(key), message, hint)
