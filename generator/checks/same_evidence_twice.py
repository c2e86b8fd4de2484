"""A claim cites a passage twice, or a passage and a part of it.

A passage counts once for a claim. If it is cited twice, or once in full and once in part, it looks like more evidence than there is,
and readers see the same words again.

Wrong:

```yaml
evidence:
  - {source: report, reported: The drivers’ club wants the bridge to be wider}
  - {source: report, reported: wants the bridge to be wider}
```

Right:

```yaml
evidence:
  - {source: report, reported: The drivers’ club wants the bridge to be wider}
```

These are not reported: the same passage under two claims; a quote within the reported sentence that contains it; a part with another
`relation` than the longer passage.
"""

from generator.checks.content import Citation, Content, Diagnostics, grouped, rule

RULE = rule("W419", __name__, __doc__)
_HINT = "A passage counts once, with all its parts: remove one of the two."


def check(content: Content) -> Diagnostics:
    """Compare the evidence of each claim that has the same source and kind, from left to right, longer passages first."""
    for _, citations in content.citations:
        for same_claim in grouped(citations, _claim_and_kind).values():
            others: list[Citation] = []
            for citation in sorted(same_claim, key=_longest_first):
                start = citation.spans[0].start
                others = [other for other in others if other.spans[-1].end > start]
                longer = next((other for other in others if _repeats(citation, other)), None)
                if longer is None:
                    others.append(citation)
                    continue
                line = longer.location.line
                message = f"“{citation.words}” is already cited in line {line}, for the same claim"
                yield RULE.at(citation.location, message, _HINT)


def _claim_and_kind(citation: Citation) -> tuple[object, ...]:
    use = citation.use
    return use.briefing, use.role, use.item, id(use.position), use.evidence.kind


def _longest_first(citation: Citation) -> tuple[int, int, int, int]:
    """Sort a passage before those that can be within it."""
    length = sum(span.end - span.start for span in citation.spans)
    return citation.spans[0].start, -citation.spans[-1].end, -length, len(citation.spans)


def _repeats(part: Citation, longer: Citation) -> bool:
    """Return whether two passages are the same, or have the same relation and one is within the other."""
    return part.spans == longer.spans or (
        part.evidence.relation is longer.evidence.relation
        and all(
            any(outer.start <= span.start and span.end <= outer.end for outer in longer.spans)
            for span in part.spans
        )
    )
