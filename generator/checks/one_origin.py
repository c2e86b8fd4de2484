"""All articles that support a position rest on the same origin.

Two articles that rest on one wire story or one press conference are one piece of evidence: each says what the other
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

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import Relation

RULE = rule("W420", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Compare the origins of the articles that support each position, if all of its evidence is known."""
    sources = content.corpus.sources
    for _, _, position in content.positions():
        evidence = [item for item in position.evidence if item.relation is Relation.SUPPORTS]
        found = all(item.selector in content.passages for item in evidence)
        first, *others = sorted({item.source for item in evidence}) or [""]
        if not others or not found:
            continue
        if len({sources[name].origin for name in (first, *others)}) == 1:
            names = f"{', '.join([first, *others[:-1]])} and {others[-1]}"
            yield RULE.at(
                position.key_location("evidence"),
                f"{names} have the same origin and count once for the position on “{position.issue}”",
                f"All have it from: {sources[first].origin}\n"
                "Cite a source with a different origin, or only one of these.",
            )
