"""A passage is of one kind: the party's own words, the source's words about a party, or the source's own judgement. Where
the very same words are of one kind in one place and of another elsewhere, one of the two is wrong. The kind that is
given less often is told, with a place of the other.

Wrong, where the report says that the club “wants the bridge to be wider”, in its own words:

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

A passage within a longer one may be of its own kind: a quote within the reported sentence that holds it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.cited import Cited, cited
from generator.checks.content import Content
from generator.content.model import Kind
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.evidence import Span

RULE = Rule(
    "W418",
    "two-kinds-for-one-passage",
    Severity.WARNING,
    "The same words are evidence of one kind here and of another elsewhere.",
    __doc__,
)
HINT = (
    "Inside quotation marks in the source it is a quote; the source’s words about a party are reported; the source’s own "
    "judgement is an assessment. Give the same kind in both places."
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Compare the kinds of each passage in all its uses."""
    for uses in cited(content).values():
        passages: dict[tuple[Span, ...], list[Cited]] = {}
        for one in uses:
            passages.setdefault(one.spans, []).append(one)
        for found in passages.values():
            yield from _passage(found)


def _passage(found: Sequence[Cited]) -> Iterator[Diagnostic]:
    if len({one.use.evidence.kind for one in found}) == 1:
        return
    kinds: dict[Kind, list[Cited]] = {}
    for one in found:
        kinds.setdefault(one.use.evidence.kind, []).append(one)
    if len(kinds) == 1:
        return
    usual = max(kinds, key=lambda kind: len(kinds[kind]))
    place = kinds[usual][0].place
    for kind, others in kinds.items():
        for one in others if kind is not usual else ():
            yield RULE.at(one.location, f"“{one.words}” is “{kind}” here, and “{usual}” in {place}", HINT)
