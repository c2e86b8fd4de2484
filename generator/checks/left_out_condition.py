"""A quote ends before a condition, or begins after it.

A party that agrees “only if the rents are frozen” has not agreed. Without the condition, readers think that it has.

Wrong, if the source has: “We support the bridge only if the rents are frozen,” Ada Vale said.

```yaml
- {source: report, quote: We support the bridge, speaker: ada-vale}
```

Right: with the condition,

```yaml
- {source: report, quote: We support the bridge only if the rents are frozen, speaker: ada-vale}
```

or with the stance `conditional`, or with the condition under `conditions`.

The check looks for words such as “only if”, “unless”, “provided”, “nur wenn”, “à condition que” and “если” directly after a segment, and for a
condition that the same speaker puts before it. It knows the languages of `generator/speech/meaning.yml`. A position with `conditions` or with
the stance `conditional` is not reported. “But” is no condition. A row does not show `conditions`: if words of `row_text` leave out a
condition, only the stance `conditional` helps.
"""

from generator.checks.content import Citation, Content, Diagnostics, rule
from generator.checks.omissions import omissions
from generator.speech.left_out import Reason

RULE = rule("W457", __name__, __doc__)
_CONDITIONAL = "conditional"
_ADVICE = "Quote the condition too, or write it under “conditions” of the position."
_ADVICE_ON_ROWS = "Add the condition to the words of the row, or write the stance “conditional”."


def check(content: Content) -> Diagnostics:
    """Look for a condition directly before and after the segments of each piece of evidence."""
    for found in omissions(content, Reason.CONDITION):
        if not _names_conditions(found.citation):
            message = f"the condition “{found.words} …” is left out: {found.source} has it {found.place}"
            advice = _ADVICE_ON_ROWS if found.citation.row else _ADVICE
            yield RULE.at(found.location, message, f"The source: {found.sentence}\n{advice}")


def _names_conditions(citation: Citation) -> bool:
    """Return whether readers of the words see that the position has conditions."""
    position = citation.use.position
    if position is None:
        return False
    stance = position.stance
    is_conditional = _CONDITIONAL in (stance.values() if isinstance(stance, dict) else [stance])
    return is_conditional or (bool(position.conditions) and citation.row is None)
