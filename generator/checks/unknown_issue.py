"""An issue is not defined in the briefing.

Issues are defined in the `briefing.yml` of each briefing. Positions and analysis refer to them by identifier.

Wrong, if the briefing defines `occupied-territory`:

```yaml
- issue: ocupied-territory
```

Right:

```yaml
- issue: occupied-territory
```
"""

from collections.abc import Callable, Iterator
from functools import partial

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import Briefing
from generator.content.model.positions import is_left
from generator.content.validation import suggest_named
from generator.location import Location

RULE = rule("E403", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Check the issues of positions and of analysis."""
    for briefing in content.briefings:
        issues = briefing.about.issues
        titles = {identifier: (issue.title,) for identifier, issue in issues.items()}
        for issue, locate in _references(briefing):
            if issue not in issues:
                message = f"this briefing has no issue “{issue}”"
                yield RULE.at(locate(), message, suggest_named(issue, titles))


def _references(briefing: Briefing) -> Iterator[tuple[str, Callable[[], Location]]]:
    """Yield every issue that is referred to, and what returns the location, which takes time."""
    for file in briefing.positions.values():
        for position in file.positions:
            if not is_left(position.issue):  # another check reports what a draft leaves to do
                yield position.issue, partial(position.location, "issue")
    for note in briefing.about.analysis:
        for index, issue in enumerate(note.about):
            yield issue, partial(note.location, "about", index)
