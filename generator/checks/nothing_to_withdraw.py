"""A withdrawal has no earlier position to end.

`withdrawn: true` ends a position. If no earlier entry on the issue holds a position, or all have been withdrawn already, readers learn
that a party gave up something, but not what. Most likely the position that ended is missing, or its entry was changed instead of a new
entry being added.

Wrong, as the only entry on the issue:

```yaml
- issue: night-closing
  withdrawn: true
  as_of: 2031-05-20
  statement: The operators’ association said that it no longer holds to its earlier position.
  evidence: […]
```

Right:

```yaml
- issue: night-closing
  stance: opposes
  as_of: 2031-03-04
  statement: The operators’ association said that the harbour must stay open at night.
  evidence: […]
- issue: night-closing
  withdrawn: true
  as_of: 2031-05-20
  statement: The operators’ association said that it no longer holds to its earlier position.
  evidence: […]
```

An absence between the two (`declined`) does not end the position. If the sources report the withdrawal but not the position that was
withdrawn, you can ignore the warning.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.content.paths import position_path

RULE = rule("W441", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look before each withdrawal for a position that has not ended yet."""
    for slug, analysis in content.analysis.briefings.items():
        for track in analysis.tracks.values():
            if position_path(slug, track.party) in content.corpus.unread:  # the position may be there
                continue
            has_position = False
            for entry in track.entries:
                if not entry.withdrawn:
                    has_position |= entry.answers and entry.absence is None
                    continue
                if not has_position and not entry.answers:
                    message = f"there is no position on “{track.issue}” left to withdraw"
                    hint = "Add the entry with the stance that ended, with an earlier “as_of”, or remove this entry."
                    yield RULE.at(entry.location("withdrawn"), message, hint)
                has_position = False
