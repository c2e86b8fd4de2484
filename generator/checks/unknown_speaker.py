"""A speaker is not defined for the party.

Speakers are defined with their party in `briefings/parties.yml`. In a position file, the speaker must belong to that party: the words
of another party's speaker are another party's position. The same holds for the `speaker` and the `party` of a source.

Wrong, in `positions/russia.yml`:

```yaml
- source: moscow-talks-2025-12-02
  speaker: volodymyr-zelenskyy
  quote: work is not over yet
```

Right, in `positions/ukraine.yml`:

```yaml
- source: moscow-talks-2025-12-02
  speaker: volodymyr-zelenskyy
  quote: work is not over yet
```

A member can speak for its bloc: in the file of a bloc, evidence may name a speaker of a party that has the bloc in its `part_of`. The page
names both. A speaker of the bloc cannot speak for a member. If parties speak together (`parties`), the speaker may belong to each of
them.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import Node, Party
from generator.content.model.attribution import cannot_speak, joint_parties
from generator.content.validation import suggest_named

RULE = rule("E404", __name__, __doc__)


class _Reference(NamedTuple):
    """A speaker that a node of a file names, and the parties that the speaker may speak for; any party if there are none."""

    speaker: str
    parties: Collection[str]
    node: Node


def check(content: Content) -> Diagnostics:
    """Check the speaker of every source and every piece of evidence, if parties.yml could be read."""
    parties, unread = content.corpus.parties, content.corpus.unread
    if "briefings/parties.yml" in unread or not parties:
        return
    for speaker, allowed, node in _references(content):
        if not cannot_speak(content.corpus, speaker, allowed):
            continue
        owner = " or ".join(f"“{party}”" for party in allowed) or "no party"
        message = f"{owner} has {'no' if allowed else 'a'} speaker “{speaker}”"
        candidates = _candidates(parties, allowed)
        yield RULE.at(node.location("speaker"), message, _hint(parties, speaker, candidates))


def _candidates(parties: Mapping[str, Party], allowed: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """Return the names of every speaker who may speak for one of `allowed`, or for any party if it is empty."""
    return {
        speaker: details.names
        for party, about in sorted(parties.items())
        if not allowed or party in allowed or not set(allowed).isdisjoint(about.part_of)
        for speaker, details in sorted(about.speakers.items())
    }


def _hint(parties: Mapping[str, Party], speaker: str, candidates: Mapping[str, tuple[str, ...]]) -> str:
    owners = [party for party, about in parties.items() if speaker in about.speakers]
    if not owners:
        return suggest_named(speaker, candidates)
    if speaker in candidates:
        return f"Several members have a speaker of this name: {', '.join(owners)}. Give each an identifier of its own."
    return f"“{speaker}” speaks for {', '.join(owners)}."


def _references(content: Content) -> Iterator[_Reference]:
    """Yield every speaker that a source or evidence names. Outside position files, evidence may name any speaker."""
    for source in content.corpus.sources.values():
        about = source.about
        if about.speaker is not None:
            own = (about.party,) if about.party else ()
            yield _Reference(about.speaker, about.parties or own, about)
    for use in content.uses():
        if use.evidence.speaker is not None:
            joint = joint_parties(content.corpus.sources.get(use.evidence.source), use.evidence)
            parties = tuple(dict.fromkeys((use.party, *joint))) if use.party else ()
            yield _Reference(use.evidence.speaker, parties, use.evidence)
