"""A code of a scale has no definition.

Readers and other editors must know what a stance means, and how it differs from the next one. The default scale has definitions. In a
scale of your own, each code needs one: a sentence that says what it means that a party has this stance.

Wrong:

```yaml
scale:
  - {code: in-favour, label: In favour, side: for}
  - {code: against, label: Against, side: against}
```

Right:

```yaml
scale:
  - {code: in-favour, label: In favour, side: for, definition: The party says that it will vote for it.}
  - {code: against, label: Against, side: against, definition: The party says that it will vote against it.}
```
"""

from generator.checks.content import Content, Diagnostics, own_scales, rule

RULE = rule("E467", __name__, __doc__)
_EXAMPLES = {
    "for": "says that it will vote for the proposition",
    "between": "says that it would vote for a changed proposition",
    "against": "says that it will vote against the proposition",
}


def check(content: Content) -> Diagnostics:
    """Look for levels without a definition."""
    for _, scale in own_scales(content):
        for level in scale:
            if level.definition is None:
                hint = (
                    "Say in one sentence what it means that a party has this stance: "
                    f"definition: The party {_EXAMPLES[level.side]}."
                )
                yield RULE.at(level.location("code"), f"the stance “{level.code}” has no definition", hint)
