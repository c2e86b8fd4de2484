"""Parties are defined once, in `briefings/parties.yml`, and named by identifier everywhere else.

Wrong, where parties.yml defines `russia`:

```yaml
parties: [ukraine, rusia]
```

Right:

```yaml
parties: [ukraine, russia]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content import Content
from generator.content.model.identifiers import better_id
from generator.content.validation import suggest_named
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.location import Location

RULE = Rule(
    "E401", "unknown-party", Severity.ERROR, "A party is named that parties.yml does not define.", __doc__
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at the parties of briefings, blocs and contested names."""
    corpus = content.corpus
    if "briefings/parties.yml" in corpus.unread:
        return
    for party, location in _named(content):
        if party not in corpus.parties and f"party:{better_id(party)}" not in corpus.unread:
            hint = "Parties are defined in briefings/parties.yml first."
            if corpus.parties:
                names = {name: about.names for name, about in corpus.parties.items()}
                hint = f"{suggest_named(party, names)} {hint}"
            yield RULE.at(location, f"there is no party “{party}”", hint)


def _named(content: Content) -> Iterator[tuple[str, Location]]:
    for briefing in content.corpus.briefings.values():
        for index, party in enumerate(briefing.about.parties):
            yield party, briefing.about.location("parties", index)
    for about in content.corpus.parties.values():
        for index, bloc in enumerate(about.part_of):
            yield bloc, about.location("part_of", index)
    for name in content.corpus.names.values():
        for index, user in enumerate(name.used_by):
            yield user, name.location("used_by", index)
