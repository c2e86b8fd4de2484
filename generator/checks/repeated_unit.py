"""An amount repeats the unit of its issue.

Pages show the amount and the unit: “5” with the unit “elected seats” becomes “5 elected seats”.

Wrong, if the issue has `unit: elected seats`:

```yaml
amount: 5 elected seats
```

Right:

```yaml
amount: "5"
```
"""

import re

from generator.checks.content import Content, Diagnostics, rule
from generator.fold import fold

RULE = rule("W470", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look for the unit in every amount."""
    for briefing, _, position in content.positions():
        issue = briefing.about.issues.get(position.issue)
        if position.amount and issue and issue.unit:
            amount, unit = (fold(text).text.lower() for text in (position.amount, issue.unit))
            if re.search(rf"(?<![^\W\d_]){re.escape(unit)}(?!\w)", amount):
                message = f"the amount repeats the unit: pages show “{position.amount} {issue.unit}”"
                yield RULE.at(position.location("amount"), message, "Write the amount without its unit.")
