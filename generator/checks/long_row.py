"""A row shows many words.

The row of a position shows exact words of its evidence. More than 160 characters are too many for readers who compare parties. Choose
the part that says where the party stands. Never leave out a condition or a “not”.

Wrong:

```yaml
evidence:
  - source: report
    reported: >-
      The club, which was founded in 1931 and has three hundred members in the town and in the villages along the river, said on
      Monday evening that it wants the bridge to be wider
```

Right:

```yaml
row_text: it wants the bridge to be wider
evidence:
  - source: report
    reported: >-
      The club, which was founded in 1931 and has three hundred members in the town and in the villages along the river, said on
      Monday evening that it wants the bridge to be wider
```

The words are printed in full as long as you choose none.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model.positions import LONGEST_ROW

RULE = rule("W475", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Count the characters of each row."""
    for _, _, position, words in content.rows:
        length = len(" … ".join(words.passage.texts)) if words else 0
        if length > LONGEST_ROW:
            location = position.location("row_text") if position.row_text else position.location("evidence")
            message = f"the row of this position shows {length} characters; {LONGEST_ROW} are enough"
            hint = "Choose the words that say where the party stands, and write them under row_text."
            yield RULE.at(location, message, hint)
