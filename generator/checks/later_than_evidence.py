"""A position has a later date than all its evidence.

`as_of` says since when the party holds the position. Evidence that was said or published before that day shows an earlier position: the
date is too late, or the evidence for it is missing. The date of a briefing is not the date of its positions.

Wrong, if `seeds/report.yml` has `published: 2031-05-02`:

```yaml
- issue: width
  stance: supports
  as_of: 2031-05-20
  evidence: [{source: report, reported: wants the bridge to be wider}]
```

Right:

```yaml
- issue: width
  stance: supports
  as_of: 2031-05-02
  evidence: [{source: report, reported: wants the bridge to be wider}]
```

The check uses the `said_on` of evidence, else the `published` of its source. It says nothing if one of them is not known, or if the
dates leave it open: a statement of 2031-05 can be of the 20th. To say that a person checked the position later, use `reviewed_on`.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import PartialDate, Position
from generator.content.model.attribution import date_of_words
from generator.content.model.uses import position_uses

RULE = rule("W473", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Compare the date of each position with the newest of its evidence and of the evidence of its claims."""
    for _, party, position in content.positions():
        newest = _newest_words(content, party, position)
        if position.as_of and newest and position.as_of.first_day > newest.last_day:
            message = f"since {position.as_of}, but the newest evidence is of {newest}"
            hint = (
                f"Write the day on which the party took the position, such as {newest}, or add evidence of "
                f"{position.as_of}. If you only checked it again on that day, write it as “reviewed_on”."
            )
            yield RULE.at(position.location("as_of"), message, hint)


def _newest_words(content: Content, party: str, position: Position) -> PartialDate | None:
    """Return the date of the newest evidence; None if there is none, or a date is not known."""
    dates = [
        date_of_words(content.corpus.sources.get(use.evidence.source), use.evidence)
        for use in position_uses("", party, position)
    ]
    known = [date for date in dates if date]
    return max(known, key=lambda date: date.last_day) if known and len(known) == len(dates) else None
