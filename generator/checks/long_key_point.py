"""A key point has more than 40 words.

Readers decide by the summary whether to read on. A point that is short is read to its end.

Wrong:

```yaml
key_points:
  where_it_stands:
    text: >-
      The town, which has talked about the bridge since the flood of 2029, wants to close it to cars from June, while the drivers’ club,
      which collected nine hundred signatures in March, wants it to be wider and the traders have not said yet what they want
```

Right:

```yaml
key_points:
  where_it_stands:
    text: The town wants to close the bridge to cars from June. The drivers’ club wants it wider.
```

Languages without spaces are not counted.
"""

from generator.checks.content import Content, Diagnostics, rule

RULE = rule("W476", __name__, __doc__)
_MOST_WORDS = 40


def check(content: Content) -> Diagnostics:
    """Count the words of each key point."""
    for briefing in content.briefings:
        for key, point in briefing.about.key_points.points:
            for name in ("text", "past_text"):
                words = len((getattr(point, name) or "").split())
                if words > _MOST_WORDS:
                    message = f"this key point has {words} words; {_MOST_WORDS} are enough"
                    hint = "Keep what happened and who says so. The rest can go to “background”."
                    location = briefing.about.location("key_points", key, name)
                    yield RULE.at(location, message, hint)
