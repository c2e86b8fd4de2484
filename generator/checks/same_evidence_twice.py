"""A passage counts once for a claim. Given twice, or once whole and once in part, it looks like more evidence than there
is, and readers meet the same words again.

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

The same passage under two claims is nothing unusual, and not told. Nor is a quote within the reported sentence that
holds it, nor a part that bears on the claim in another way (`relation`) than the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.cited import Cited, cited
from generator.checks.content import Content
from generator.content.model import Relation
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.evidence import Span

RULE = Rule(
    "W419",
    "same-evidence-twice",
    Severity.WARNING,
    "One claim has the same passage twice, or a passage and a part of it.",
    __doc__,
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Compare the pieces of evidence of each claim that are of one source and kind."""
    for uses in cited(content).values():
        alike: dict[tuple[object, ...], list[Cited]] = {}
        for one in uses:
            use = one.use
            claim = use.briefing, use.role, use.item, id(use.position), use.evidence.kind
            alike.setdefault(claim, []).append(one)
        for pieces in alike.values():
            if len(pieces) > 1:
                yield from _twice(pieces)


def _twice(pieces: Sequence[Cited]) -> Iterator[Diagnostic]:
    once: dict[tuple[Span, ...], Cited] = {}
    for one in pieces:
        first = once.setdefault(one.spans, one)
        if first is not one:
            yield RULE.at(
                one.location,
                f"“{one.words}” is given already in line {first.location.line}, for the same claim",
                "A passage counts once: take one of the two out.",
            )
    relations: dict[Relation, list[Cited]] = {}
    for one in once.values():
        relations.setdefault(one.use.evidence.relation, []).append(one)
    for group in relations.values():
        yield from _parts(group)


def _parts(pieces: Sequence[Cited]) -> Iterator[Diagnostic]:
    """Tell pieces that stand within another. They are gone through from left to right, the longer ones first."""
    reaching: list[Cited] = []
    for one in sorted(pieces, key=_widest_first):
        reaching = [other for other in reaching if other.spans[-1].end > one.spans[0].start]
        whole = next((other for other in reaching if _is_within(one, other)), None)
        if whole is None:
            reaching.append(one)
            continue
        yield RULE.at(
            one.location,
            f"“{one.words}” is a part of the passage in line {whole.location.line}, for the same claim",
            "The longer passage shows it already: keep one of the two.",
        )


def _widest_first(one: Cited) -> tuple[int, int, int, int]:
    """Sort a piece before those that can stand within it."""
    covered = sum(span.end - span.start for span in one.spans)
    return one.spans[0].start, -one.spans[-1].end, -covered, len(one.spans)


def _is_within(part: Cited, whole: Cited) -> bool:
    return all(
        any(outer.start <= span.start and span.end <= outer.end for outer in whole.spans)
        for span in part.spans
    )
