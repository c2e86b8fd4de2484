"""A party has two entries on one issue, and their dates don't say which is newer.

Several entries on one issue are the history of a position, and the one with the newest date is current. With two entries of the same
day, or with one that has no date, it is unclear which one is current.

Wrong:

```yaml
- {issue: ceasefire, stance: opposes, as_of: 2025-12-02, …}
- {issue: ceasefire, stance: conditional, as_of: 2025-12-02, …}
```

Right: one entry for the day. If the party contradicted itself on that day, write `stance: unclear`.
"""

from itertools import pairwise

from generator.analysis.history import Track
from generator.checks.content import Content, Diagnostics, rule

RULE = rule("E410", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Compare neighbouring entries of each party on each issue."""
    for analysis in content.analysis.briefings.values():
        for track in analysis.tracks.values():
            yield from _undated(track)
            for before, after in pairwise(track.entries):
                if before.date is not None and before.date == after.date:
                    key = "searched_until" if after.as_of is None else "as_of"
                    message = f"“{track.issue}” has another entry of {after.date}"
                    hint = f"The other entry is in line {before.location().line}: keep one of the two, or correct a date."
                    yield RULE.at(after.location(key), message, hint)


def _undated(track: Track) -> Diagnostics:
    """Yield entries without a date beside others. An absence or a withdrawal without a date is another error."""
    for entry in track.entries if len(track.entries) > 1 else ():
        if entry.date is None and entry.answers and entry.absence is None:
            message = f"“{track.issue}” has several entries, and this one has no date"
            hint = "Add “as_of: …” with the day, the month or the year, so that it is clear which entry is newer."
            yield RULE.at(entry.location(), message, hint)
