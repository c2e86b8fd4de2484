"""A position does not answer what its issue asks.

On an issue with propositions, a position has a `stance`. On an issue with options it has the `option` that the party names, on an issue
with a unit the `amount`. Where the party names none, the position has the `stance` `unclear`, `not-stated`, `declined` or `not-found`.

Wrong, if the issue has `unit: elected seats`:

```yaml
stance: supports
```

Right:

```yaml
amount: "5"
```
"""

from collections.abc import Iterator

from generator.checks.content import Content, Diagnostics, answer_key, rule
from generator.checks.issue_answers import is_clear
from generator.content.model import ABSENCES, UNCLEAR, Briefing, Issue, Position
from generator.content.model.positions import is_left
from generator.content.validation import suggest_named

RULE = rule("E468", __name__, __doc__)
_KEYS = ("stance", "option", "amount")


def check(content: Content) -> Diagnostics:
    """Compare the keys of every entry with its issue."""
    for briefing, _, position in content.positions():
        issue = briefing.about.issues.get(position.issue)
        if issue is None or not is_clear(issue) or position.withdrawn:
            continue
        for key, message, hint in _problems(briefing, issue, position):
            yield RULE.at(position.location(key), message, hint)


def _problems(briefing: Briefing, issue: Issue, position: Position) -> Iterator[tuple[str, str, str]]:
    """Yield the key, the message and the hint of each problem."""
    right, choices = answer_key(briefing, position.issue)
    has = {"stance": "propositions", "option": "options", "amount": "a unit"}
    for key in _KEYS:
        if key != right and getattr(position, key) and not _is_off_scale(position, key):
            message = (
                f"the issue “{position.issue}” has {has[right]}, so a position needs “{right}”, not “{key}”"
            )
            instead = f"Write “{right}: …” in its place, with {choices}."
            yield key, message, f"Remove “{key}”." if getattr(position, right) else instead
    option = position.option
    if option and right == "option" and option not in issue.options and not is_left(option):
        labels = {name: (option.label,) for name, option in issue.options.items()}
        message = f"the issue “{position.issue}” has no option “{option}”"
        yield "option", message, suggest_named(option, labels)
    if (
        right != "stance"
        and getattr(position, right)
        and position.stance
        and _is_off_scale(position, "stance")
    ):
        message = f"the entry on “{position.issue}” has an {right} and says “{position.stance}”"
        yield "stance", message, f"Keep “{right}” if the party names one, else “stance”."


def _is_off_scale(position: Position, key: str) -> bool:
    """Return whether the value of `key` is unclear or an absence, which every issue accepts, or is left to do."""
    stance = position.stance
    return key == "stance" and isinstance(stance, str) and (stance in {UNCLEAR, *ABSENCES} or is_left(stance))
