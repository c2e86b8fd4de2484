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
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content import Content
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.model import Kind, Relation

RULE = Rule(
    "E408", "assessment-alone", Severity.ERROR, "A position rests only on a source's own judgement.", __doc__
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at what supports each position; passages of other relations do not."""
    for _, _, position in content.positions():
        supporting = [one for one in position.evidence if one.relation is Relation.SUPPORTS]
        if position.evidence and all(one.kind is Kind.ASSESSMENT for one in supporting):
            found = "only an assessment supports" if supporting else "nothing supports"
            yield RULE.at(
                position.key_mark("evidence"),
                f"{found} the position on “{position.issue}”",
                "Add a quote or a reported passage, or make the stance not-stated and leave the evidence out.",
            )
