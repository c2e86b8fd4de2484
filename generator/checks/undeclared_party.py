"""The party of a position file is not listed in its briefing.

A briefing shows the parties in its `parties` list, in that order. Readers would never see the positions of a party that is not listed.

Wrong: a file `positions/poland.yml` and a briefing.yml with

```yaml
parties: [ukraine, russia]
```

Right:

```yaml
parties: [ukraine, russia, poland]
```
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.content.validation import closest_identifier

RULE = rule("E402", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Compare position files with the briefing's list; a misspelt party in the list is reported as unknown."""
    names = {party: about.names for party, about in content.corpus.parties.items()}
    for briefing in content.briefings:
        parties = briefing.about.parties
        misspelt = {closest_identifier(party, names) for party in parties if party not in names}
        for party, file in briefing.positions.items():
            if party not in {*parties, *misspelt}:
                message = f"“{party}” is not one of the parties of {briefing.slug}"
                hint = f"Add {party} to “parties” in briefings/{briefing.slug}/briefing.yml."
                yield RULE.at(file.location("party"), message, hint)
