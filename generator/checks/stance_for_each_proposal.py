"""Where an issue has several proposals, a stance says which proposal it is about.

Wrong, where the issue has the proposals `night-closing` and `noise-limit`:

```yaml
stance: supports
```

Right:

```yaml
stance: {night-closing: supports, noise-limit: opposes}
```

A proposal that is left out has no position on record. An absence may stand alone: `stance: not-stated`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content import Content
from generator.content.model import Position
from generator.content.model.positions import is_left
from generator.content.validation import suggest
from generator.diagnostics import Diagnostic, Rule, Severity

RULE = Rule(
    "E406",
    "stance-for-each-proposal",
    Severity.ERROR,
    "A stance does not say which proposal it is about, or names one that the issue does not have.",
    __doc__,
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Compare each stance with the proposals of its issue."""
    for briefing, _, position in content.positions():
        issue = briefing.about.issues.get(position.issue)
        if issue is None or issue.lost("proposals"):
            continue
        proposals = list(issue.proposals)
        if isinstance(position.stance, dict):
            for proposal in position.stance:
                if proposal not in proposals:
                    yield RULE.at(
                        position.key_location("stance", proposal),
                        f"the issue “{position.issue}” has no proposal “{proposal}”",
                        suggest(proposal, proposals),
                    )
        elif len(proposals) > 1 and _needs_proposals(position):
            each = ", ".join(f"{proposal}: {position.stance}" for proposal in proposals)
            yield RULE.at(
                position.location("stance"),
                f"the issue “{position.issue}” has {len(proposals)} proposals: which one is meant?",
                f"Write a stance for each: stance: {{{each}}}",
            )


def _needs_proposals(position: Position) -> bool:
    """Say whether the one stance of an entry is about a proposal; an absence and what is left to do are not."""
    return isinstance(position.stance, str) and position.absence is None and not is_left(position.stance)
