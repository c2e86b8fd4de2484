"""A quote is what one speaker said, so it belongs to one party. Where the same words, or a part of them, are given as
quotes of two parties, one of the two entries was most likely copied and not changed. This is looked at in all
briefings together.

Wrong, where the mayor speaks for the town:

```yaml
# positions/town.yml
- {source: report, quote: We will open the bridge in May, speaker: ada-vale}
# positions/drivers.yml
- {source: report, quote: open the bridge in May}
```

Right: the quote stands in `positions/town.yml` alone. Where two parties said the words together, the sentence that
says so is `reported`, and may stand with both:

```yaml
- {source: report, reported: "“We will open the bridge in May,” the town and the drivers’ club wrote"}
```

Nothing is told of a speaker who is listed under both parties in `briefings/parties.yml`, nor of a quote without
a speaker that only gives background to a position or contradicts it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from generator.checks.cited import Cited, cited, shown
from generator.checks.content import Content
from generator.content.model import Kind, Relation
from generator.content.model.uses import Use
from generator.diagnostics import Diagnostic, Rule, Severity

RULE = Rule(
    "W417",
    "same-words-for-two-parties",
    Severity.WARNING,
    "The same words are given as quotes of two parties.",
    __doc__,
)
HINT = (
    "One speaker said them: leave them with that party. If both said them together, cite the sentence that says so "
    "as “reported” instead."
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Compare the quotes of each source; what comes later is told, with the place of what comes first."""
    for name, uses in cited(content).items():
        quotes = [one for one in uses if _is_own_quote(one.use)]
        for first, later in _sharing(quotes):
            words = _shared_words(content.corpus.sources[name].article.text, first, later)
            yield RULE.at(
                later.location,
                f"“{words}” is given as a quote of “{later.use.party}”, and of “{first.use.party}” in {first.place}",
                HINT,
            )


def _is_own_quote(use: Use) -> bool:
    """Say whether `use` gives words as those of its party; without a speaker, background may be anybody's."""
    evidence = use.evidence
    spoken = evidence.speaker is not None or evidence.relation in (Relation.SUPPORTS, Relation.QUALIFIES)
    return use.party is not None and evidence.kind is Kind.QUOTE and spoken


def _sharing(quotes: Sequence[Cited]) -> Iterator[tuple[Cited, Cited]]:
    """Give a pair of quotes of two parties for each place where such quotes share characters.

    Spans are gone through from left to right. Of those that began before, only the one that reaches furthest for
    each party and speaker is kept in mind, so that a passage cited a thousand times is no million pairs.
    """
    spans = sorted((span, number) for number, one in enumerate(quotes) for span in one.spans)
    reaching: dict[tuple[str | None, str | None], tuple[int, int]] = {}
    pairs: set[tuple[int, int]] = set()
    for span, number in spans:
        party, speaker = voice = quotes[number].use.party, quotes[number].use.evidence.speaker
        reaching = {one: reached for one, reached in reaching.items() if reached[0] > span.start}
        for (other_party, other_speaker), (_, other) in reaching.items():
            if other_party != party and (speaker is None or other_speaker != speaker):
                pairs.add((min(number, other), max(number, other)))
        if voice not in reaching or span.end > reaching[voice][0]:
            reaching[voice] = span.end, number
    for first, later in sorted(pairs):
        yield quotes[first], quotes[later]


def _shared_words(text: str, first: Cited, later: Cited) -> str:
    """Give the words of `text` that stand in both."""
    both = (
        (max(one.start, two.start), min(one.end, two.end)) for one, two in product(first.spans, later.spans)
    )
    return shown(" … ".join(text[start:end] for start, end in both if start < end))
