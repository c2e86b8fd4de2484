"""The same words are cited as two kinds of evidence.

A passage has one kind: the party's own words, the source's words about a party, or the source's own judgement. If exactly the same
words have one kind here and another kind elsewhere, one of the two is wrong. The less frequent kind is reported, with the location
of another use.

Wrong, if the report says in its own words that the club “wants the bridge to be wider”:

```yaml
answer:
  - text: The club wants a wider bridge, the report says.
    evidence: [{source: report, reported: wants the bridge to be wider}]
unknowns:
  - text: What the club wants beyond a wider bridge.
    evidence: [{source: report, assessment: wants the bridge to be wider}]
```

Right:

```yaml
unknowns:
  - text: What the club wants beyond a wider bridge.
    evidence: [{source: report, reported: wants the bridge to be wider}]
```

A passage within a longer one may have a different kind: a quote within the reported sentence that contains it.
"""

from generator.checks.content import Content, Diagnostics, grouped, rule

RULE = rule("W418", __name__, __doc__)
_HINT = (
    "Use the same kind in both places: quote for words in quotation marks in the source, reported for the source’s words "
    "about a party, assessment for the source’s own judgement."
)


def check(content: Content) -> Diagnostics:
    """Compare the kinds of each passage in all its uses."""
    for _, citations in content.citations:
        for same_passage in grouped(citations, lambda citation: citation.spans).values():
            kinds = grouped(same_passage, lambda citation: citation.evidence.kind)
            usual = max(kinds, key=lambda kind: len(kinds[kind]))
            for kind in kinds.keys() - {usual}:
                for citation in kinds[kind]:
                    other = f"“{usual}” in {kinds[usual][0].place}"
                    yield RULE.at(
                        citation.location, f"“{citation.words}” is “{kind}” here, but {other}", _HINT
                    )
