"""A party has no entry on an issue, not even an absence.

If nothing is on record, the page says "no position found" and up to when the sources were searched. An entry shows that an editor
has looked. Without one, the issue may have been forgotten, and the page says "no position recorded".

Wrong: no entry at all for an issue.

Right:

```yaml
- issue: european-role
  stance: not-found
  searched_until: 2025-12-02
```
"""

from generator.checks.content import Content, Diagnostics, grouped, rule
from generator.content.model import Briefing
from generator.content.paths import position_path
from generator.location import Location

RULE = rule("W415", __name__, __doc__)
_NOTHING_FOUND = "If the sources have no position, write this, with the day up to which you searched them:"


def check(content: Content) -> Diagnostics:
    """Check every pair of party and issue whose position file could be read."""
    for slug, analysis in content.analysis.briefings.items():
        empty = [track for track in analysis.tracks.values() if not track.entries]
        for party, tracks in grouped(empty, lambda track: track.party).items():
            unread = position_path(slug, party) in content.corpus.unread
            if not unread and party in content.corpus.parties:
                issues = [track.issue for track in tracks]
                yield from _problems(content.corpus.briefings[slug], party, issues)


def _problems(briefing: Briefing, party: str, issues: list[str]) -> Diagnostics:
    entries = {issue: f"- {{issue: {issue}, stance: not-found, searched_until: DATE}}" for issue in issues}
    fill = f"To write all such entries of the briefing, run: briefing fill {briefing.slug} --until DATE"
    file = briefing.positions.get(party)
    if file is None:
        message = f"there is no file for “{party}”, one of the parties of {briefing.slug}"
        listed = "\n".join(f"  {entry}" for entry in entries.values())
        hint = f"Write the file. {_NOTHING_FOUND}\nparty: {party}\npositions:\n{listed}\n{fill}"
        yield RULE.at(Location(position_path(briefing.slug, party)), message, hint)
    elif all(entry.issue in briefing.about.issues for entry in file.positions):  # else one may be misspelt
        for issue, entry in entries.items():
            hint = f"Add an entry. {_NOTHING_FOUND}\n{entry}\n{fill}"
            yield RULE.at(file.key_location("positions"), f"“{party}” has no entry on “{issue}”", hint)
