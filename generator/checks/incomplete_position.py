"""A position lacks a required key, or has keys that contradict it.

A position has a stance (or an option or an amount, if the issue asks for one) and a statement that sums it up. An absence only has the
date up to which the sources were searched. A withdrawal has a date, a statement and evidence, but no stance.

Add the date since which the party holds a position (`as_of`) if the sources tell it. Without it, pages say "not dated".

Wrong:

```yaml
- issue: us-proposal
  stance: conditional
  evidence: […]
```

Right:

```yaml
- issue: us-proposal
  stance: conditional
  as_of: 2025-12-02
  statement: Moscow says parts of the text are acceptable and other parts need more work.
  evidence: […]
- issue: european-role
  stance: not-found
  searched_until: 2025-12-02
```
"""

from collections.abc import Iterator

from generator.checks.content import Content, Diagnostics, answer_key, has_unknown_stance, rule
from generator.content.model import Briefing, Position

RULE = rule("E409", __name__, __doc__)
_A = {"stance": "a stance", "option": "an option", "amount": "an amount"}


def check(content: Content) -> Diagnostics:
    """Check the keys of every entry."""
    for briefing, _, position in content.positions():
        if has_unknown_stance(briefing, position):
            continue
        for message, hint in _problems(briefing, position):
            yield RULE.at(position.location(), f"the entry on “{position.issue}” {message}", hint)


def _problems(briefing: Briefing, position: Position) -> Iterator[tuple[str, str]]:
    """Yield each problem as (message, hint)."""
    key, choices = answer_key(briefing, position.issue)
    if position.withdrawn and position.answers:
        hint = f"Remove “{key}”: the entry before has the {key} that ended."
        yield f"is withdrawn and has {_A[key]}", hint
    if not position.withdrawn and not position.answers:
        absent = "not-stated, declined or not-found"
        absent = absent if key == "stance" else f"“stance: …” with {absent}"
        yield f"has no {key}", f"Add “{key}: …” with {choices}; if no position is on record: {absent}."
    if position.absence is not None:
        if position.evidence:
            hint = "Evidence shows a position: write the stance that it shows, or remove the evidence."
            yield f"says “{position.absence}” and has evidence", hint
        if position.date is None:
            hint = "Add “searched_until: …” with the day up to which you searched the sources, such as 2025-12-02."
            yield "does not say up to when the sources were searched", hint
        return
    if position.withdrawn and position.as_of is None:
        hint = "Add “as_of: …” with the day on which the party withdrew its position, such as 2025-12-02."
        yield "has no date", hint
    if position.statement is None:
        hint = "Add “statement: …” with the position in one sentence that says who holds it."
        yield "has no statement", hint
