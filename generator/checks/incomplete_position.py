"""A position says what the party holds, since when, and in which words an editor sums it up. An absence says only
up to when the sources were searched. A withdrawal has a date, a statement and evidence, and no stance.

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

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content import Content, is_meant_absent
from generator.content.model import Position
from generator.diagnostics import Diagnostic, Rule, Severity

RULE = Rule(
    "E409",
    "incomplete-position",
    Severity.ERROR,
    "A position lacks what makes it one, or has what contradicts it.",
    __doc__,
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at the parts of every entry."""
    for briefing, _, position in content.positions():
        if is_meant_absent(briefing, position):
            continue
        for key, message, hint in _faults(position, ", ".join(briefing.codes)):
            if not position.lost(key) and not position.has_unknown:
                yield RULE.at(position.location(), f"the entry on “{position.issue}” {message}", hint)


def _faults(position: Position, codes: str) -> Iterator[tuple[str, str, str]]:
    """Give each fault with the key that would mend it."""
    if position.withdrawn and position.stance is not None:
        yield (
            "withdrawn",
            "is withdrawn and has a stance",
            "Take “stance” out: the stance that ended stands in the entry before.",
        )
    if not position.withdrawn and not position.lost("withdrawn") and position.stance is None:
        hint = f"Add “stance: …” with one of: {codes}; where nothing is on record, not-stated, declined or not-found."
        yield "stance", "has no stance", hint
    if position.absence is not None:
        if position.evidence:
            yield (
                "evidence",
                f"says “{position.absence}” and gives evidence",
                "Evidence shows a position: give the stance that it shows, or take the evidence out.",
            )
        if position.date is None:
            hint = "Add “searched_until: …” with the day up to which you looked, such as 2025-12-02."
            yield "searched_until", "does not say up to when the sources were searched", hint
        return
    if position.as_of is None:
        yield (
            "as_of",
            "has no date",
            "Add “as_of: …” with the day on which the party took the position, such as 2025-12-02.",
        )
    if position.statement is None:
        yield (
            "statement",
            "has no statement",
            "Add “statement: …” with the position in one sentence that says who holds it.",
        )
