"""Speakers are defined with their party in `briefings/parties.yml`. In a position file the speaker must be one of
that party's: words of another party's speaker are another party's position.

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
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.content import Content
from generator.content.model.uses import Use
from generator.content.validation import suggest_named
from generator.diagnostics import Diagnostic, Rule, Severity

RULE = Rule(
    "E404", "unknown-speaker", Severity.ERROR, "A speaker is named whom the party does not have.", __doc__
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at the speaker of every piece of evidence."""
    if "briefings/parties.yml" in content.corpus.unread or not content.corpus.parties:
        return  # every speaker would be unknown; the parties are told already
    homes: dict[str, list[str]] = {}
    for party, about in content.corpus.parties.items():
        for speaker in about.speakers:
            homes.setdefault(speaker, []).append(party)
    for uses in content.analysis.uses.values():
        for use in uses:
            if use.evidence.speaker is not None:
                yield from _speaker(content, use, use.evidence.speaker, homes)


def _speaker(
    content: Content, use: Use, speaker: str, homes: Mapping[str, list[str]]
) -> Iterator[Diagnostic]:
    parties, home = content.corpus.parties, homes.get(speaker, [])
    if not home and any(about.lost("speakers", speaker) for about in parties.values()):
        return
    if use.party is None:
        left_out = any(
            name.startswith("party:") and name[6:] not in parties for name in content.corpus.unread
        )
        if not home and not left_out:
            known = sorted(one for about in parties.values() for one in about.speakers.items())
            hint = suggest_named(speaker, {name: one.names for name, one in known})
            yield RULE.at(use.evidence.location("speaker"), f"no party has a speaker “{speaker}”", hint)
    elif use.party in parties and use.party not in home:
        own = {name: one.names for name, one in parties[use.party].speakers.items()}
        hint = f"“{speaker}” speaks for {', '.join(home)}." if home else suggest_named(speaker, own)
        message = f"“{use.party}” has no speaker “{speaker}”"
        yield RULE.at(use.evidence.location("speaker"), message, hint)
