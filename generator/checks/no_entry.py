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
from generator.content.model import Briefing
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.location import Location

RULE = Rule(
    "W415", "no-entry", Severity.WARNING, "A party has no entry on an issue, not even an absence.", __doc__
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at every pair of party and issue."""
    for slug, analysis in content.analysis.briefings.items():
        briefing = content.corpus.briefings[slug]
        missing: dict[str, list[str]] = {}
        for (party, issue), track in analysis.tracks.items():
            path = f"briefings/{slug}/positions/{party}.yml"
            if not track.entries and path not in content.corpus.unread and party in content.corpus.parties:
                missing.setdefault(party, []).append(issue)
        for party, issues in missing.items():
            yield from _missing(briefing, party, issues)


def _missing(briefing: Briefing, party: str, issues: list[str]) -> Iterator[Diagnostic]:
    day = "…" if briefing.about.lost("as_of") else briefing.about.as_of
    entries = {issue: f"- {{issue: {issue}, stance: not-found, searched_until: {day}}}" for issue in issues}
    file = briefing.positions.get(party)
    if file is None:
        path = f"briefings/{briefing.slug}/positions/{party}.yml"
        message = f"there is no file of “{party}”, which is among the parties of {briefing.slug}"
        listed = "\n".join(f"  {entry}" for entry in entries.values())
        hint = f"Write it. Where the sources have nothing, it is:\nparty: {party}\npositions:\n{listed}"
        yield RULE.at(Location(path), message, hint)
    elif all(one.issue in briefing.about.issues for one in file.positions):  # else one is misspelt
        for issue, entry in entries.items():
            hint = f"Add one. If the sources have nothing on it, it is:\n{entry}"
            yield RULE.at(file.key_location("positions"), f"“{party}” has no entry on “{issue}”", hint)
