"""A stance is a code of the briefing's scale, `unclear`, or one of the absences `not-stated`, `declined` and
`not-found`. Without a `scale` of its own a briefing has `supports`, `accepts`, `conditional`, `opposes`, `rejects`.

Wrong: `stance: agrees`

Right: `stance: accepts`
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content import Content
from generator.content.model import ABSENCES, UNCLEAR
from generator.content.model.positions import is_left
from generator.content.validation import suggest_named
from generator.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("E405", "unknown-stance", Severity.ERROR, "A stance is no code of the briefing's scale.", __doc__)

_ALIKE = 0.8


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at every stance."""
    for briefing, _, position in content.positions():
        if briefing.about.lost("scale"):
            continue
        known: dict[str, tuple[str, ...]] = {code: (level.label,) for code, level in briefing.codes.items()}
        known |= {UNCLEAR: ()} | {code: (label,) for code, label in ABSENCES.items()}
        held = position.stance.items() if isinstance(position.stance, dict) else [("", position.stance)]
        for proposal, code in held:
            if code is not None and code not in known and not is_left(code):
                # “agrees” is more like “rejects” than like any other: only a word that is nearly the same is offered.
                hint = suggest_named(code, known, _ALIKE)
                yield RULE.at(position.location("stance", proposal), f"“{code}” is no stance here", hint)
