"""A draft that `briefing draft` writes has the evidence, and `TODO` where a person has to judge: which issue it is about,
what stance it shows, and what the party holds in one sentence. Until then nothing is published.

Wrong:

```yaml
- issue: todo
  stance: TODO
  statement: TODO
```

Right:

```yaml
- issue: us-proposal
  stance: conditional
  statement: Yuri Ushakov said that parts were “more or less acceptable” and that others “don’t suit us”.
```

Where the evidence is about several issues, make an entry for each and move the evidence to where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content import Content
from generator.content.model import ABSENCES, Briefing, Position
from generator.content.model.positions import is_left
from generator.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("E428", "left-to-do", Severity.ERROR, "A draft has something left to do.", __doc__)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at every entry for what its draft left to the editor."""
    for briefing, _, position in content.positions():
        if is_left(position.issue):
            hint = f"Write what the evidence is about: {', '.join(briefing.about.issues)}. If it is about several, make an entry for each."
            yield RULE.at(position.location("issue"), "the issue is left for you to choose", hint)
        yield from _stances(briefing, position)
        if position.statement is not None and is_left(position.statement):
            hint = "Write in one sentence what the party holds, and who says so: “Ada Vale said that …”."
            yield RULE.at(position.location("statement"), "the statement is left for you to write", hint)
        if position.summary is not None and is_left(position.summary):
            hint = "Write the line of the matrix, at most 60 characters, or take the key out."
            yield RULE.at(position.location("summary"), "the summary is left for you to write", hint)


def _stances(briefing: Briefing, position: Position) -> Iterator[Diagnostic]:
    held = position.stance.items() if isinstance(position.stance, dict) else [("", position.stance)]
    for proposal, code in held:
        if code is not None and is_left(code):
            hint = (
                f"Read the evidence, then write what it shows: {', '.join(briefing.codes)}; “unclear” where it cannot be "
                f"read, and where it shows no position: {', '.join(ABSENCES)}."
            )
            yield RULE.at(position.location("stance", proposal), "the stance is left for you to judge", hint)
