"""A draft still contains TODO.

`briefing draft` fills in the evidence and writes `TODO` for what a person has to decide: which issue the evidence is about, which
stance it shows, and what the party holds in one sentence. Nothing is published while a `TODO` is left.

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

If the evidence is about several issues, write an entry for each and move the evidence to the right entry.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import ABSENCES, Briefing, Position
from generator.content.model.positions import is_left

RULE = rule("E428", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look in every entry for what its draft left to the editor."""
    for briefing, _, position in content.positions():
        for path, value, hint in _values(briefing, position):
            if value is not None and is_left(value):
                yield RULE.at(position.location(*path), f"the {path[0]} is still TODO", hint)


def _values(briefing: Briefing, position: Position) -> Iterator[tuple[tuple[str, ...], str | None, str]]:
    """Yield each value that a draft may leave to the editor, as (path, value, hint)."""
    issues = ", ".join(briefing.about.issues)
    hint = (
        f"Write which issue the evidence is about: {issues}. If it is about several, write an entry for each."
    )
    yield ("issue",), position.issue, hint
    hint = (
        f"Read the evidence, then write the stance that it shows: {', '.join(briefing.codes)}; “unclear” if it is "
        f"ambiguous; or, if it shows no position: {', '.join(ABSENCES)}."
    )
    stances = position.stance if isinstance(position.stance, dict) else {"": position.stance}
    for proposal, code in stances.items():
        yield ("stance", proposal), code, hint
    hint = "Write in one sentence what the party holds, and who says so: “Ada Vale said that …”."
    yield ("statement",), position.statement, hint
    hint = "Write the text for the matrix in at most 60 characters, or remove the key."
    yield ("summary",), position.summary, hint
