"""`withdrawn: true` ends a position. Where no entry before it on the issue holds one, or all that were held have been withdrawn already,
readers are told that a party gave something up, and never what: the position that ended is missing, or the entry should be an absence.
Most likely it was left out, or its entry was changed where a new one should have been added.

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

An absence between the two (`declined`) ends nothing. Where the sources tell of the withdrawal and not of what was withdrawn, the
warning stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content import Content
from generator.content.model import Position
from generator.diagnostics import Diagnostic, Rule, Severity

RULE = Rule(
    "W441",
    "nothing-to-withdraw",
    Severity.WARNING,
    "A withdrawal has no position before it that it could end.",
    __doc__,
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look before each withdrawal for a position that none has ended yet."""
    for slug, analysis in content.analysis.briefings.items():
        for track in analysis.tracks.values():
            if f"briefings/{slug}/positions/{track.party}.yml" in content.corpus.unread:  # it may be there
                continue
            held, ended = False, False
            for entry in track.entries:
                if entry.withdrawn:
                    if not held and entry.stance is None:
                        yield _told(entry, ended=ended)
                    held, ended = False, True
                elif entry.stance is not None and entry.absence is None:
                    held = True


def _told(entry: Position, *, ended: bool) -> Diagnostic:
    location = entry.location("withdrawn")
    if ended:
        return RULE.at(
            location,
            f"the position on “{entry.issue}” was withdrawn already, and none was taken since",
            "Add the entry with the stance that was taken in between, or take this one out.",
        )
    return RULE.at(
        location,
        f"nothing before this on “{entry.issue}” is a position that could be withdrawn",
        "Add the entry with the stance that ended, with an “as_of” before this one.",
    )
