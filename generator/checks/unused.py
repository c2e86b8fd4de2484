"""A source or a party is not used.

A stored source that no briefing cites, or a party that no briefing lists, may have been
forgotten. Its page is published, but has no content.

Wrong: `seeds/second-report.txt` and `.yml`, but no evidence with `source: second-report`; or a party `ferry-line` in
`briefings/parties.yml`, but no briefing with that party.

Right: a claim that cites the source,

```yaml
evidence:
  - {source: second-report, reported: wants the bridge to be wider}
```

a briefing that lists the party,

```yaml
parties: [town, drivers, ferry-line]
```

or remove the two files of the source, or the entry of the party. A party is also used if it is a bloc in `part_of`, if it is in
`used_by` in `briefings/names.yml`, or if a source or evidence names it or one of its speakers. Only `briefing check` reports this, and it does not stop the
build.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model.identifiers import is_id

RULE = rule("I421", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look for sources and parties without a use, if everything that may use them could be read."""
    if content.complete:
        yield from _sources(content)
        if not any(name.startswith(("party:", "name:")) for name in content.corpus.unread):
            yield from _parties(content)


def _sources(content: Content) -> Diagnostics:
    hint = "Cite it for a claim, or remove both of its files from seeds/."
    for name, source in content.corpus.sources.items():
        if not content.analysis.uses[name] and is_id(name):
            yield RULE.at(source.about.location(), f"no evidence cites the source {name}", hint)


def _parties(content: Content) -> Diagnostics:
    parties = content.corpus.parties
    sources = [source.about for source in content.corpus.sources.values()]
    evidence = [use.evidence for use in content.uses()]
    speakers = {item.speaker for item in sources} | {item.speaker for item in evidence}
    used = {
        party for briefing in content.briefings for party in (*briefing.about.parties, *briefing.positions)
    }
    used |= {bloc for about in parties.values() for bloc in about.part_of}
    used |= {party for name in content.corpus.names.values() for party in name.used_by}
    used |= {party for item in sources for party in (item.party, *item.parties) if party}
    used |= {party for item in evidence for party in item.parties}
    used |= {party for party, about in parties.items() if speakers & about.speakers.keys()}
    hint = "Add it to the parties of a briefing, or remove it from briefings/parties.yml."
    for party, about in parties.items():
        if party not in used:
            yield RULE.at(about.location("name"), f"no briefing uses the party {party}", hint)
