"""Nothing cites a stored source.

A stored source that no briefing cites may be one that an editor still means to use, or one that was forgotten. It is
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

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model.identifiers import is_id

RULE = rule("N421", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look for sources without a use, if it is known what every piece of evidence cites."""
    hint = "Cite it for a claim, or remove both of its files from seeds/."
    for name, source in content.corpus.sources.items() if content.complete else ():
        if not content.analysis.uses[name] and is_id(name):
            yield RULE.at(source.about.location(), f"nothing cites the source {name}", hint)
