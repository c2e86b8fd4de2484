"""A withdrawal has no position before it that it could end.

`withdrawn: true` ends a position. Where no entry before it on the issue holds one, or all that were held have been withdrawn already,
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

from generator.checks.content import Content, Diagnostics, position_path, rule
from generator.content.model import Position

RULE = rule("W441", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look before each withdrawal for a position that has not ended yet."""
    for slug, analysis in content.analysis.briefings.items():
        for track in analysis.tracks.values():
            if position_path(slug, track.party) not in content.corpus.unread:  # else it may be there
                yield from _problems(track.entries)


def _problems(entries: tuple[Position, ...]) -> Diagnostics:
    """Check the entries of a party on an issue, oldest first."""
    holds_position = was_withdrawn = False
    for entry in entries:
        if not entry.withdrawn:
            holds_position |= entry.stance is not None and entry.absence is None
            continue
        if not holds_position and entry.stance is None:
            yield RULE.at(entry.location("withdrawn"), *_message(entry.issue, was_withdrawn=was_withdrawn))
        holds_position, was_withdrawn = False, True


def _message(issue: str, *, was_withdrawn: bool) -> tuple[str, str]:
    """Return message and hint."""
    if was_withdrawn:
        return (
            f"the position on “{issue}” was withdrawn already, and no new one was taken since",
            "Add the entry with the stance that was taken in between, or remove this entry.",
        )
    return (
        f"no earlier entry on “{issue}” is a position that could be withdrawn",
        "Add the entry with the stance that ended, with an “as_of” before this one.",
    )
