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

from __future__ import annotations

from collections.abc import Iterable

from generator.checks.content import Citation, Content, Diagnostics, grouped, rule

RULE = rule("W419", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Compare the evidence of each claim that has the same source and kind."""
    for _, citations in content.citations:
        for same_claim in grouped(citations, _claim_and_kind).values():
            first_uses = []
            for first, *repeats in grouped(same_claim, lambda citation: citation.spans).values():
                first_uses.append(first)
                for repeat in repeats:
                    yield RULE.at(
                        repeat.location,
                        f"“{repeat.words}” is already cited in line {first.location.line}, for the same claim",
                        "A passage counts once: remove one of the two.",
                    )
            for pieces in grouped(first_uses, lambda citation: citation.evidence.relation).values():
                yield from _parts(pieces)


def _claim_and_kind(citation: Citation) -> tuple[object, ...]:
    use = citation.use
    return use.briefing, use.role, use.item, id(use.position), use.evidence.kind


def _parts(pieces: Iterable[Citation]) -> Diagnostics:
    """Report pieces that are within another; this is one pass from left to right, the longer pieces first."""
    open_pieces: list[Citation] = []
    for piece in sorted(pieces, key=_longest_first):
        open_pieces = [other for other in open_pieces if other.spans[-1].end > piece.spans[0].start]
        longer = next((other for other in open_pieces if _is_within(piece, other)), None)
        if longer is None:
            open_pieces.append(piece)
            continue
        yield RULE.at(
            piece.location,
            f"“{piece.words}” is part of the passage in line {longer.location.line}, for the same claim",
            "The longer passage already shows it: keep one of the two.",
        )


def _longest_first(piece: Citation) -> tuple[int, int, int, int]:
    """Sort a piece before those that can be within it."""
    length = sum(span.end - span.start for span in piece.spans)
    return piece.spans[0].start, -piece.spans[-1].end, -length, len(piece.spans)


def _is_within(part: Citation, longer: Citation) -> bool:
    return all(
        any(outer.start <= span.start and span.end <= outer.end for outer in longer.spans)
        for span in part.spans
    )
