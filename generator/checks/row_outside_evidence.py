"""The words of a row are not part of the evidence that supports their position.

`row_text` is what readers see of a position first. It has exact words of one piece of evidence that supports the same position, so that
a click leads to them in the source. Evidence with `relation: qualifies`, `contradicts` or `background` does not count: readers would
take its words for the position.

Wrong, if the source has “We will not close the bridge before June”:

```yaml
row_text: no closing before June
evidence:
  - {source: report, quote: We will not close the bridge before June, speaker: ada-vale}
```

Right:

```yaml
row_text: not close the bridge before June
evidence:
  - {source: report, quote: We will not close the bridge before June, speaker: ada-vale}
```

Leave words out with a list: `row_text: [We will not close the bridge, June]`. Never leave out a word that changes the meaning.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import Position, Relation
from generator.evidence.hint_text import yaml_text

RULE = rule("E469", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look for the words of each row in the evidence of its position, if all of that was found."""
    for _, _, position, row in content.rows:
        if position.row_text is None or any(
            item.selector not in content.passages for item in position.evidence
        ):
            continue
        if row is None:
            words = " … ".join(position.row_text)
            message = f"no evidence that supports this position has the words “{words}”"
            yield RULE.at(position.location("row_text"), message, _hint(content, position))


def _hint(content: Content, position: Position) -> str:
    """Return the words of each piece of evidence that supports the position, to choose from."""
    supporting = [item for item in position.evidence if item.relation is Relation.SUPPORTS]
    if not supporting:
        return "Remove row_text: no evidence supports this entry."
    passages = (content.passages[item.selector] for item in supporting)
    words = (yaml_text(" … ".join(passage.texts)) for passage in passages)
    return "\n".join(["Use exact words of one piece of evidence that supports it:", *words])
