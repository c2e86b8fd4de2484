"""Where nothing is on record, the page says "no position found" with the date up to which was searched. An entry
makes that an editor's finding; without one it could as well be forgotten.

Wrong: no entry at all for an issue.

Right:

```yaml
- issue: european-role
  stance: not-found
  searched_until: 2025-12-02
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content import Content
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.marks import Mark

RULE = Rule(
    "W415", "no-entry", Severity.WARNING, "A party has no entry on an issue, not even an absence.", __doc__
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at every pair of party and issue."""
    for slug, analysis in content.analysis.briefings.items():
        briefing = content.corpus.briefings[slug]
        for (party, issue), track in analysis.tracks.items():
            path = f"briefings/{slug}/positions/{party}.yml"
            if track.entries or path in content.corpus.unread or party not in content.corpus.parties:
                continue
            entry = f"- {{issue: {issue}, stance: not-found, searched_until: {briefing.about.as_of}}}"
            file = briefing.positions.get(party)
            if file is None:
                message = f"“{party}” has no entry on “{issue}”: there is no file {path}"
                hint = f"Write it. If the sources have nothing on “{issue}”, it is:\nparty: {party}\npositions:\n  {entry}"
                yield RULE.at(Mark(path), message, hint)
            elif all(one.issue in briefing.about.issues for one in file.positions):  # else one is misspelt
                hint = f"Add one. If the sources have nothing on it, it is:\n{entry}"
                yield RULE.at(file.key_mark("positions"), f"“{party}” has no entry on “{issue}”", hint)
