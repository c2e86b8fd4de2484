"""A position cites words of parties that speak together, but its party is not one of them.

`parties` says whose words a passage is. As evidence for another party's position, the words would be put into its mouth.

Wrong, in `positions/drivers.yml`:

```yaml
- {source: joint-statement, quote: We will open the bridge in May, parties: [town, ferry-line]}
```

Right, in `positions/town.yml` and in `positions/ferry-line.yml`:

```yaml
- {source: joint-statement, quote: We will open the bridge in May, parties: [town, ferry-line]}
```

The rule also holds for the `parties` of a source. Words that are only background for a position, or contradict it, may be anybody's.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import Relation
from generator.content.model.attribution import joint_parties

RULE = rule("W464", __name__, __doc__)
_COUNTED = (Relation.SUPPORTS, Relation.QUALIFIES)


def check(content: Content) -> Diagnostics:
    """Compare the party of each position with the parties that say its evidence."""
    for use in content.uses():
        evidence = use.evidence
        joint = joint_parties(content.corpus.sources.get(evidence.source), evidence)
        if use.party and joint and use.party not in joint and evidence.relation in _COUNTED:
            message = f"these are words of {' and '.join(joint)}, not of {use.party}"
            hint = f"Remove this evidence, or add {use.party} to “parties” if it speaks with them."
            location = evidence.location("parties") if evidence.parties else evidence.segment_location(0)
            yield RULE.at(location, message, hint)
