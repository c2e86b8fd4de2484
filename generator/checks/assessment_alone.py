"""A position or claim is supported only by a source's own judgement.

A source's opinion of a party is not the party's position. An `assessment` may be added to a quote or a reported passage.
On its own it would present the source's opinion as the party's.

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

The rule also holds for each of the `conditions`, `red_lines`, `interests` and `offers` of a position. Only evidence whose
`relation` is `supports` counts.
"""

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
