"""The levels of a scale are not in order, or not complete.

A scale of your own, of a briefing or an issue, runs from the strongest support to the strongest opposition: first the codes with `side: for`, then `between`,
then `against`. Each code occurs once, with at least one for and one against.

Wrong:

```yaml
scale:
  - {code: disagree, label: Disagrees, side: against, definition: The party says no.}
  - {code: agree, label: Agrees, side: for, definition: The party says yes.}
```

Right:

```yaml
scale:
  - {code: agree, label: Agrees, side: for, definition: The party says yes.}
  - {code: neutral, label: Neutral, side: between, definition: The party says that it takes no side.}
  - {code: disagree, label: Disagrees, side: against, definition: The party says no.}
```
"""

from collections.abc import Iterator

from generator.checks.content import Content, Diagnostics, own_scales, rule
from generator.content.model import ABSENCES, UNCLEAR, ScaleLevel, Side

RULE = rule("E412", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Check the scale of every briefing and every issue."""
    for node, scale in own_scales(content):
        for message, hint in _problems(scale):
            yield RULE.at(node.key_location("scale"), message, hint)


def _problems(scale: tuple[ScaleLevel, ...]) -> Iterator[tuple[str, str]]:
    """Yield message and hint of each problem."""
    codes = [level.code for level in scale]
    sides = [level.side for level in scale]
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield f"the code “{code}” occurs twice in the scale", "Write a different code for each level."
    for code in sorted({UNCLEAR, *ABSENCES} & set(codes)):
        yield f"“{code}” is reserved, so a scale cannot have it", "Choose another code."
    if sides != sorted(sides, key=list(Side).index):
        yield "the levels of the scale are not in order", "Order them: for, then between, then against."
    for side in (Side.FOR, Side.AGAINST):
        if side not in sides:
            yield f"the scale has no level with side: {side}", f"Add a level with side: {side}."
