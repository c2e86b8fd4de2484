"""A position is marked as stated, but only reports support it.

`basis: stated` tells readers that the party said so itself. That needs the party's own words: a `quote`, or a passage of its own speech
or statement. A reported sentence is what somebody else says about the party. Leave `basis` out: the page then shows what the evidence
supports.

Wrong:

```yaml
- issue: width
  stance: supports
  basis: stated
  statement: The report says that the club wants a wider bridge.
  evidence:
    - {source: report, reported: wants the bridge to be wider}
```

Right:

```yaml
- issue: width
  stance: supports
  statement: The report says that the club wants a wider bridge.
  evidence:
    - {source: report, reported: wants the bridge to be wider}
```

Only evidence whose `relation` is `supports` counts. A quote of another party is not the party's own words.
"""

from generator.analysis.basis import has_own_words
from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import Basis

RULE = rule("W472", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look for the party's own words behind each position that is marked as stated."""
    for _, party, position in content.positions():
        if position.basis is not Basis.STATED or position.absence or party not in content.corpus.parties:
            continue
        known = position.evidence and all(item.source in content.corpus.sources for item in position.evidence)
        if known and not has_own_words(content.corpus, party, position):
            hint = (
                "Remove this line, so that the page says “Reported”, or add a quote of the party as evidence."
            )
            message = f"“stated”, but no words of “{party}” itself support this position"
            yield RULE.at(position.location("basis"), message, hint)
