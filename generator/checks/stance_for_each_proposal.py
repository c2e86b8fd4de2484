"""A stance does not name its proposal, or names one that the issue does not have.

If an issue has several proposals, a stance says which proposal it is about.

Wrong, if the issue has the proposals `night-closing` and `noise-limit`:

```yaml
stance: supports
```

Right:

```yaml
stance: {night-closing: supports, noise-limit: opposes}
```

A proposal that is left out has no position on record. An absence needs no proposal: `stance: not-stated`.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model.positions import is_left
from generator.content.validation import suggest

RULE = rule("E406", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Compare each stance with the proposals of its issue."""
    for briefing, _, position in content.positions():
        issue, stance = briefing.about.issues.get(position.issue), position.stance
        if issue is None or not issue.proposals:
            continue
        proposals = list(issue.proposals)
        if isinstance(stance, dict):
            for proposal in stance.keys() - set(proposals):
                message = f"the issue “{position.issue}” has no proposal “{proposal}”"
                location = position.key_location("stance", proposal)
                yield RULE.at(location, message, suggest(proposal, proposals))
        elif len(proposals) > 1 and stance and position.absence is None and not is_left(stance):
            each = ", ".join(f"{proposal}: {stance}" for proposal in proposals)
            message = f"the issue “{position.issue}” has {len(proposals)} proposals: which one is this stance about?"
            hint = f"Write a stance for each: stance: {{{each}}}"
            yield RULE.at(position.location("stance"), message, hint)
