"""Two articles that rest on one wire story or one press conference are one piece of evidence: each says what the other
says, because both have it from there. A sidecar names what its article rests on under `origin`. Where all articles that
support a position share one, they count once.

Wrong, where both sidecars have `origin: press conference of the town, 2 May`:

```yaml
evidence:
  - {source: report, reported: wants the bridge to be wider}
  - {source: echo, reported: the club would like a wider bridge}
```

Right: one of the two alone, or another that has it from elsewhere.

```yaml
evidence:
  - {source: report, reported: wants the bridge to be wider}
  - {source: club-letter, quote: We want a wider bridge}
```

A position that rests on one article alone is not told. Where both articles are worth their place, each for words of its
own, the warning may stay.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content import Content
from generator.content.model import Relation
from generator.diagnostics import Diagnostic, Rule, Severity

RULE = Rule(
    "W420",
    "one-origin",
    Severity.WARNING,
    "All articles that support a position rest on the same origin.",
    __doc__,
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at the articles that support each position; where words were not found or evidence has faults, these are not known."""
    known = content.corpus.sources
    for _, _, position in content.positions():
        if position.lost("evidence"):
            continue
        supporting = [one for one in position.evidence if one.relation is Relation.SUPPORTS]
        articles = sorted({one.source for one in supporting})
        if len(articles) < 2 or any(one.selector not in content.passages for one in supporting):  # noqa: PLR2004 - a pair
            continue
        if len({known[name].origin for name in articles}) == 1:
            names = f"{', '.join(articles[:-1])} and {articles[-1]}"
            yield RULE.at(
                position.key_location("evidence"),
                f"{names} rest on one origin, and count once for the position on “{position.issue}”",
                f"All have it from: {known[articles[0]].origin}\n"
                "Cite a source that has it from elsewhere, or only one of them.",
            )
