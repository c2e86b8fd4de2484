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
from generator.content.model.node import Node
from generator.content.validation import suggest_named
from generator.location import Location

RULE = rule("E401", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Check the parties of briefings, sources, evidence, blocs and contested names."""
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
    corpus = content.corpus
    lists: list[tuple[Node, str, tuple[str, ...]]] = [
        *((briefing.about, "parties", briefing.about.parties) for briefing in content.briefings),
        *((about, "part_of", about.part_of) for about in corpus.parties.values()),
        *((name, "used_by", name.used_by) for name in corpus.names.values()),
        *((source.about, "parties", source.about.parties) for source in corpus.sources.values()),
        *((use.evidence, "parties", use.evidence.parties) for use in content.uses()),
    ]
    for node, key, parties in lists:
        for index, party in enumerate(parties):
            yield party, node.location(key, index)
    for source in corpus.sources.values():
        if source.about.party is not None:
            yield source.about.party, source.about.location("party")
