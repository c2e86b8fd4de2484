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
    for search in track.checks:
        before = [
            entry for entry in track.entries if entry.date and search.date and entry.date <= search.date
        ]
        if not before or before[-1].absence or before[-1].withdrawn or before[-1].date is None:
            continue
        position, since = before[-1], before[-1].date
        if search.date is None or since.last_day > search.date.last_day:  # the position may be newer
            continue
        message = (
            f"“{search.absence}” does not end the position of {since} on “{track.issue}”, which still stands"
        )
        hint = (
            f"Remove this entry. In the entry in line {position.location().line} write “searched_until: {search.date}”, so "
            "that the page says up to when the sources were checked. If the party gave up its position, write “withdrawn: true”."
        )
        yield RULE.at(search.location("stance"), message, hint)
