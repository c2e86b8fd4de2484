"""What a party holds rests only on a source's own judgement.

What a source thinks of a party is not what the party says. An `assessment` may stand beside a quote or a
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

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import Claim, Kind, Position, Relation

RULE = rule("E408", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Check what supports each position and each of its claims; an absence needs no support."""
    for _, _, position in content.positions():
        if position.absence is None:
            fix = "or set the stance to not-stated and remove the evidence."
            yield from _problem(position, f"the position on “{position.issue}”", fix)
        for name, _, claim in position.claims:
            kind = name.removesuffix("s").replace("_", " ")  # red_lines: red line
            yield from _problem(claim, f"this {kind}", "or remove the sentence.")


def _problem(item: Position | Claim, description: str, fix: str) -> Diagnostics:
    kinds = [evidence.kind for evidence in item.evidence if evidence.relation is Relation.SUPPORTS]
    if item.evidence and set(kinds) <= {Kind.ASSESSMENT}:
        support = "only an assessment supports" if kinds else "nothing supports"
        hint = f"Add a quote or a reported passage, {fix}"
        yield RULE.at(item.key_location("evidence"), f"{support} {description}", hint)
