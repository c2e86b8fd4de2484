"""`withdrawn: true` ends a position. Where no entry before it on the issue has a stance, readers are told that a party gave something up, and
never what: the position that ended is missing, or the entry should be an absence. Most likely it was left out, or its entry was changed
where a new one should have been added.

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

Where the sources tell of the withdrawal and not of what was withdrawn, the warning stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content import Content
from generator.diagnostics import Diagnostic, Rule, Severity

RULE = Rule(
    "W441",
    "nothing-to-withdraw",
    Severity.WARNING,
    "A position is withdrawn that no entry before records.",
    __doc__,
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at the entry before each withdrawal: whether it is a position."""
    for slug, analysis in content.analysis.briefings.items():
        for track in analysis.tracks.values():
            path = f"briefings/{slug}/positions/{track.party}.yml"
            if path in content.corpus.unread:  # the entry before may be there
                continue
            for before, entry in zip((None, *track.entries), track.entries, strict=False):
                ended = before is not None and before.stance is not None and before.absence is None
                if entry.withdrawn and entry.stance is None and not ended:
                    yield RULE.at(
                        entry.mark("withdrawn"),
                        f"nothing before this on “{track.issue}” is a position that could be withdrawn",
                        "Add the entry with the stance that ended, with an “as_of” before this one.",
                    )
