"""The dates of roles or of earlier names contradict each other.

A card shows the role that a speaker had, and the name that a party had, when the words were said. So only one can hold on each day.

Wrong: which role did she have in 2029?

```yaml
ada-vale:
  name: Ada Vale
  roles:
    - {role: Councillor, from: 2024, until: 2030}
    - {role: Mayor, from: 2028}
```

Right:

```yaml
ada-vale:
  name: Ada Vale
  roles:
    - {role: Councillor, from: 2024, until: 2028-05-03}
    - {role: Mayor, from: 2028-05-03}
```

A speaker has `role` or `roles`, not both. The last day of one role may be the first day of the next one. The same holds for the
`earlier_names` of a party.
"""

from collections.abc import Sequence
from itertools import combinations

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model.shared import DatedRole, EarlierName

RULE = rule("E461", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Check the roles of all speakers and the earlier names of all parties."""
    for party in content.corpus.parties.values():
        yield from _problems(party.earlier_names)
        for speaker in party.speakers.values():
            if speaker.role is not None and speaker.roles:
                hint = "Keep “roles” if the office changed, else “role”."
                yield RULE.at(speaker.key_location("roles"), "this speaker has both “role” and “roles”", hint)
            yield from _problems(speaker.roles)


def _problems(items: Sequence[DatedRole | EarlierName]) -> Diagnostics:
    """Check that each item ends after it begins, and that no two hold on the same days."""
    in_order = []
    for item in items:
        if item.until and item.from_ and item.until.last_day < item.from_.first_day:
            message = f"this ends on {item.until}, before it begins, on {item.from_}"
            yield RULE.at(item.location("until"), message, "Correct one of the two dates.")
        else:
            in_order.append(item)
    for first, second in combinations(in_order, 2):
        if not (_may_end_before(first, second) or _may_end_before(second, first)):
            message = f"“{_words(first)}” and “{_words(second)}” hold on the same days"
            hint = "Write the last day of the earlier one as “until”, and the first day of the later one as “from”."
            yield RULE.at(second.location(), message, hint)


def _may_end_before(item: DatedRole | EarlierName, other: DatedRole | EarlierName) -> bool:
    """Return whether `item` may end before `other` begins, or on that day: the dates may be inexact."""
    end, start = item.until, other.from_
    return end is not None and start is not None and end.first_day <= start.last_day


def _words(item: DatedRole | EarlierName) -> str:
    return item.role if isinstance(item, DatedRole) else item.name
