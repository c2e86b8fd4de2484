"""A stance is not a code of the scale.

A stance is a code of the scale, `unclear`, or one of the absences `not-stated`, `declined` and `not-found`. The scale is that of the
issue, else that of the briefing. Without either, the codes are `supports`, `accepts`, `conditional`, `opposes` and `rejects`.

Wrong: `stance: agrees`

Right: `stance: accepts`
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import ABSENCES, UNCLEAR
from generator.content.model.positions import is_left
from generator.content.validation import suggest_named

RULE = rule("E405", __name__, __doc__)

# “agrees” resembles “rejects” most, so only a nearly identical word is suggested.
_SIMILARITY = 0.8


def check(content: Content) -> Diagnostics:
    """Check every stance on a proposition."""
    for briefing, _, position in content.positions():
        codes = briefing.codes_of(position.issue)
        if not codes:  # the issue asks for an option or an amount
            continue
        labels: dict[str, tuple[str, ...]] = {code: (level.label,) for code, level in codes.items()}
        labels |= {UNCLEAR: ()} | {code: (label,) for code, label in ABSENCES.items()}
        stances = position.stance if isinstance(position.stance, dict) else {"": position.stance}
        for proposition, code in stances.items():
            if code is not None and code not in labels and not is_left(code):
                hint = suggest_named(code, labels, _SIMILARITY)
                of = "issue" if codes != briefing.codes_of("") else "briefing"
                message = f"“{code}” is not a stance of this {of}"
                yield RULE.at(position.location("stance", proposition), message, hint)
