"""A party is not defined in parties.yml.

Parties are defined once, in `briefings/parties.yml`. All other files refer to them by identifier.

Wrong, if parties.yml defines `russia`:

```yaml
parties: [ukraine, rusia]
```

Right:

```yaml
parties: [ukraine, russia]
```
"""

from collections.abc import Iterator

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model.identifiers import identifier
from generator.content.validation import suggest_named
from generator.location import Location

RULE = rule("E401", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Check the parties of briefings, blocs and contested names."""
    corpus = content.corpus
    if "briefings/parties.yml" in corpus.unread:
        return
    names = {party: about.names for party, about in corpus.parties.items()}
    for party, location in _references(content):
        if party not in corpus.parties and f"party:{identifier(party)}" not in corpus.unread:
            suggestion = f"{suggest_named(party, names)} " if names else ""
            hint = f"{suggestion}Define each party in briefings/parties.yml first."
            yield RULE.at(location, f"there is no party “{party}”", hint)


def _references(content: Content) -> Iterator[tuple[str, Location]]:
    for briefing in content.briefings:
        for index, party in enumerate(briefing.about.parties):
            yield party, briefing.about.location("parties", index)
    for about in content.corpus.parties.values():
        for index, bloc in enumerate(about.part_of):
            yield bloc, about.location("part_of", index)
    for name in content.corpus.names.values():
        for index, party in enumerate(name.used_by):
            yield party, name.location("used_by", index)
