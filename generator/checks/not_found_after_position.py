"""An entry says that nothing was found, after a position that still stands.

That the sources have nothing newer is no change: the party still holds its last position. So pages keep showing it, and say up to when
the sources were checked. Write this date into the entry of the position, so that readers of the file see it too. If the party gave up
its position, write an entry with `withdrawn: true`, which needs evidence.

Wrong:

```yaml
- issue: width
  stance: supports
  as_of: 2031-05-02
  statement: The report says that the club wants a wider bridge.
  evidence: […]
- issue: width
  stance: not-found
  searched_until: 2031-06-11
```

Right:

```yaml
- issue: width
  stance: supports
  as_of: 2031-05-02
  searched_until: 2031-06-11
  statement: The report says that the club wants a wider bridge.
  evidence: […]
```

`not-stated` after a position is the same. `declined` is an answer, so it is a change.
"""

from generator.analysis.history import Track
from generator.checks.content import Content, Diagnostics, rule

RULE = rule("W474", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look in each track for searches without result after a position."""
    for analysis in content.analysis.briefings.values():
        for track in analysis.tracks.values():
            yield from _problems(track)


def _problems(track: Track) -> Diagnostics:
    for entry in track.checks:
        before = [
            other
            for other in track.entries
            if other.date is None or (entry.date is not None and other.date <= entry.date)
        ]
        if not before or before[-1].absence or before[-1].withdrawn:
            continue
        since = f" of {before[-1].date}" if before[-1].date else ""
        line = before[-1].location().line
        message = f"“{entry.absence}” ends nothing: the position{since} on “{track.issue}” still stands"
        hint = (
            f"Remove this entry. In the entry in line {line} write “searched_until: {entry.date}”, so that the page says "
            "up to when the sources were checked. If the party gave up its position, write “withdrawn: true”."
        )
        yield RULE.at(entry.location("stance"), message, hint)
