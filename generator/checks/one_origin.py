"""All articles that support a position have the same origin.

Two articles that are based on the same wire story or press conference are one piece of evidence: both repeat the same
words. The .yml file of a source names what it is based on under `origin`. If all articles that support a position share an origin, they
count once.

Sources with the same text, or nearly the same, have one origin too, whatever their .yml files say (`W442`).

Wrong, if both .yml files have `origin: press conference of the town, 2 May`:

```yaml
evidence:
  - {source: report, reported: wants the bridge to be wider}
  - {source: echo, reported: the club would like a wider bridge}
```

Right: only one of the two, or another source with a different origin.

```yaml
evidence:
  - {source: report, reported: wants the bridge to be wider}
  - {source: club-letter, quote: We want a wider bridge}
```

A position with a single source is not reported. If both articles are useful, each for its own words, you can ignore the warning.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import Relation

RULE = rule("W420", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Compare the origins of the articles that support each position, if all of its evidence is known."""
    sources = content.corpus.sources
    for _, _, position in content.positions():
        evidence = [item for item in position.evidence if item.relation is Relation.SUPPORTS]
        names = sorted({item.source for item in evidence})
        if len(names) < 2 or any(item.selector not in content.passages for item in evidence):  # noqa: PLR2004 - a comparison
            continue
        origin, *others = {sources[name].origin for name in names}
        if not others:
            message = f"the sources of the position on “{position.issue}” have the same origin and count once: {', '.join(names)}"
            shown = "the same text, or nearly" if origin.startswith("source:") else origin
            hint = f"Their origin: {shown}\nCite a source with a different origin, or only one of these."
            yield RULE.at(position.key_location("evidence"), message, hint)
