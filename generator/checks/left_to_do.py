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

from generator.checks.content import Content, Diagnostics, answer_key, rule
from generator.content.model import ABSENCES
from generator.content.model.positions import is_left

RULE = rule("E428", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look in every entry for what its draft left to the editor."""
    for briefing, _, position in content.positions():
        stances = position.stance if isinstance(position.stance, dict) else {"": position.stance}
        values: dict[tuple[str, ...], str | None] = {
            ("issue",): position.issue,
            **{("stance", proposition): code for proposition, code in stances.items()},
            ("statement",): position.statement,
            **{(key,): getattr(position, key) for key in ("option", "amount", "reason")},
        }
        key, choices = answer_key(briefing, position.issue)
        read = f"Read the evidence, then write the {key} that it shows, {choices}"
        hints = {
            "issue": f"Write which issue the evidence is about: {', '.join(briefing.about.issues)}. If it is about "
            "several, write an entry for each.",
            "stance": f"{read}; “unclear” if it is ambiguous; or, if it shows no position: {', '.join(ABSENCES)}.",
            **dict.fromkeys(
                ("option", "amount"), f"{read}. If it shows none, write “stance: not-stated” instead."
            ),
            "reason": "Write in one sentence why this stance fits and not the next one, or remove the key.",
            "statement": "Write in one sentence what the party holds, and who says so: “Ada Vale said that …”.",
        }
        for path, value in values.items():
            if value is not None and is_left(value):
                yield RULE.at(position.location(*path), f"the {path[0]} is still TODO", hints[path[0]])
