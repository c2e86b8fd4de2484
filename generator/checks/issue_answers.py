"""An issue does not say how parties answer its question, or says it in several ways.

A question that is answered by yes or no has `propositions`. One that asks for a choice has `options`; one that asks how many or how much
has a `unit`. An issue has exactly one of the three, and only propositions have a `scale`.

Wrong:

```yaml
council:
  title: Elected seats
  question: How many seats of the council are elected?
```

Right:

```yaml
council:
  title: Elected seats
  question: How many seats of the council are elected?
  unit: elected seats
start:
  title: Start of the trial
  question: When does the trial begin?
  options:
    at-once: {label: At once, text: The trial begins on the day after the vote.}
    autumn: {label: In autumn}
```
"""

from collections.abc import Iterator

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import ABSENCES, UNCLEAR, Issue
from generator.fold import folded_words

RULE = rule("E466", __name__, __doc__)
_KEYS = {"propositions": "propositions", "options": "options", "unit": "a unit"}


def check(content: Content) -> Diagnostics:
    """Check how each issue is answered."""
    for briefing in content.briefings:
        for name, issue in briefing.about.issues.items():
            for key, message, hint in _problems(issue):
                location = issue.key_location(*key) if key else briefing.about.key_location("issues", name)
                yield RULE.at(location, f"the issue “{name}” {message}", hint)


def is_clear(issue: Issue) -> bool:
    """Return whether an issue says in exactly one way how parties answer it."""
    return len(_ways(issue)) == 1


def _ways(issue: Issue) -> list[str]:
    return [key for key in _KEYS if getattr(issue, key)]


def _problems(issue: Issue) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield the path to the key, the message and the hint of each problem."""
    found = _ways(issue)
    if not found:
        hint = (
            "If parties say yes or no, add “propositions: {name: {text: A sentence.}}”; if they choose, add “options: {name: "
            "{label: A choice}}”; if they name an amount, add “unit: elected seats”."
        )
        yield (), "does not say how parties answer its question", hint
    if len(found) > 1:
        hint = "Keep one of them. Make a second issue if there are two questions."
        yield (found[1],), f"has {' and '.join(_KEYS[key] for key in found)}", hint
    if issue.scale and not issue.propositions:
        yield ("scale",), "has a scale but no propositions", "Remove “scale”: options and amounts have none."
    labels: dict[str, str] = {}
    for code, option in issue.options.items():
        first = labels.setdefault(folded_words(option.label).lower(), code)
        if first != code:
            message = f"has two options with the label “{option.label}”, “{first}” and “{code}”"
            yield ("options", code, "label"), message, "Write another label: readers see only the labels."
    for code in sorted({UNCLEAR, *ABSENCES} & set(issue.options)):
        yield ("options", code), f"has an option “{code}”, which is reserved", "Choose another identifier."
