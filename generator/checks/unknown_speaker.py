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

from collections.abc import Iterator

from generator.checks.content import Content
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.model.uses import Use, uses
from generator.shape import suggest

RULE = Rule(
    "E404", "unknown-speaker", Severity.ERROR, "A speaker is named whom the party does not have.", __doc__
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at the speaker of every piece of evidence."""
    unread = any(
        name == "briefings/parties.yml" or name.startswith("party:") for name in content.corpus.unread
    )
    if unread or not content.corpus.parties:  # every speaker would be unknown; the parties are told already
        return
    for briefing in content.corpus.briefings.values():
        for use in uses(briefing):
            if use.evidence.speaker is not None:
                yield from _speaker(content, use, use.evidence.speaker)


def _speaker(content: Content, use: Use, speaker: str) -> Iterator[Diagnostic]:
    parties = content.corpus.parties
    home = [party for party, about in parties.items() if speaker in about.speakers]
    mark = use.evidence.mark("speaker")
    if use.party is None:
        if not home:
            everybody = sorted(name for about in parties.values() for name in about.speakers)
            yield RULE.at(mark, f"no party has a speaker “{speaker}”", suggest(speaker, everybody))
    elif use.party in parties and use.party not in home:
        own = list(parties[use.party].speakers)
        hint = f"“{speaker}” speaks for {', '.join(home)}." if home else suggest(speaker, own)
        yield RULE.at(mark, f"“{use.party}” has no speaker “{speaker}”", hint)
