"""A stored source that no briefing cites may be one that an editor still means to use, or one that was forgotten. It is
published all the same, on a page of its own on which nothing rests.

Wrong: `seeds/second-report.txt` and `.yml`, and no evidence with `source: second-report`.

Right: a claim that cites it,

```yaml
evidence:
  - {source: second-report, reported: wants the bridge to be wider}
```

or neither of the two files. A note stops nothing, and is told by `briefing check` alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content import Content
from generator.content.model.identifiers import is_id
from generator.diagnostics import Diagnostic, Rule, Severity

RULE = Rule("N421", "uncited-source", Severity.NOTE, "Nothing cites a stored source.", __doc__)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look for sources without a use, where it is known what each piece of evidence cites."""
    if not content.complete:
        return
    for name, source in content.corpus.sources.items():
        if not content.analysis.uses[name] and is_id(name):
            yield RULE.at(
                source.about.location(),
                f"nothing cites the source {name}",
                "Cite it where it bears on a claim; if it is not needed, take both its files out of seeds/.",
            )
