"""A stance does not name its proposition, or names one that the issue does not have.

If an issue has several propositions, a stance says which proposition it is about.

Wrong, if the issue has the propositions `night-closing` and `noise-limit`:

```yaml
stance: supports
```

Right:

```yaml
stance: {night-closing: supports, noise-limit: opposes}
```

A proposition that is left out has no position on record. An absence needs no proposition: `stance: not-stated`.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model.positions import is_left
from generator.content.validation import suggest

RULE = rule("E406", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Compare each stance with the propositions of its issue."""
    for briefing, _, position in content.positions():
        issue, stance = briefing.about.issues.get(position.issue), position.stance
        if issue is None or not issue.propositions:
            continue
        propositions = list(issue.propositions)
        if isinstance(stance, dict):
            for proposition in stance.keys() - set(propositions):
                message = f"the issue “{position.issue}” has no proposition “{proposition}”"
                location = position.key_location("stance", proposition)
                yield RULE.at(location, message, suggest(proposition, propositions))
        elif len(propositions) > 1 and stance and position.absence is None and not is_left(stance):
            each = ", ".join(f"{proposition}: {stance}" for proposition in propositions)
            message = f"the issue “{position.issue}” has {len(propositions)} propositions: which one is this stance about?"
            hint = f"Write a stance for each: stance: {{{each}}}"
            yield RULE.at(position.location("stance"), message, hint)
