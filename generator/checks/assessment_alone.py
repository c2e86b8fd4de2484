"""What a source thinks of a party is not what the party says. An `assessment` may stand beside a quote or a
reported passage; alone it would put the source's opinion into the party's mouth.

Wrong:

```yaml
- issue: occupied-territory
  stance: rejects
  evidence:
    - {source: talks-2025, assessment: continued refusal to retreat}
```

Right:

```yaml
- issue: occupied-territory
  stance: rejects
  evidence:
    - {source: talks-2025, reported: Moscow said it would not withdraw}
    - {source: talks-2025, assessment: continued refusal to retreat}
```

The same holds for each of its `conditions`, `red_lines`, `interests` and `offers`. Passages whose `relation` is not
`supports` carry nothing either: they stand beside what does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.content import Content
from generator.content.model import Claim, Kind, Position, Relation
from generator.diagnostics import Diagnostic, Rule, Severity

RULE = Rule(
    "E408",
    "assessment-alone",
    Severity.ERROR,
    "What a party holds rests only on a source's own judgement.",
    __doc__,
)
CLAIMS: Mapping[str, str] = {
    "conditions": "condition",
    "red_lines": "red line",
    "interests": "interest",
    "offers": "offer",
}


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at what supports each position and each of its claims; an absence holds nothing."""
    for _, _, position in content.positions():
        if position.absence is None:
            hint = "or make the stance not-stated and leave the evidence out."
            yield from _told(position, f"the position on “{position.issue}”", hint)
        for name, _, claim in position.claims:
            yield from _told(claim, f"this {CLAIMS[name]}", "or take the sentence out.")


def _told(held: Position | Claim, what: str, otherwise: str) -> Iterator[Diagnostic]:
    supporting = [one for one in held.evidence if one.relation is Relation.SUPPORTS]
    if held.evidence and not held.lost("evidence") and all(one.kind is Kind.ASSESSMENT for one in supporting):
        found = "only an assessment supports" if supporting else "nothing supports"
        yield RULE.at(
            held.key_location("evidence"),
            f"{found} {what}",
            f"Add a quote or a reported passage, {otherwise}",
        )
