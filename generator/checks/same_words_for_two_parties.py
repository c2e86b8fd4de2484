"""The same words are cited as quotes of two parties.

A quote is what one speaker said, so it belongs to one party. If the same words, or a part of them, are quotes of two parties, most
likely one of the two entries was copied and not changed. All briefings are compared together.

Wrong, if the mayor speaks for the town:

```yaml
# positions/town.yml
- {source: report, quote: We will open the bridge in May, speaker: ada-vale}
# positions/drivers.yml
- {source: report, quote: open the bridge in May}
```

Right: the quote is only in `positions/town.yml`. If two parties said the words together, name both in each of the two files:

```yaml
- {source: report, quote: We will open the bridge in May, parties: [town, drivers]}
```

These are not reported: words of parties that speak together (`parties` of the evidence or of the source); a speaker who is listed with both parties in `briefings/parties.yml`; a quote without a speaker that is only
background for a position or contradicts it.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from generator.checks.content import Citation, Content, Diagnostics, rule, shorten
from generator.content.model import Kind, Relation
from generator.content.model.attribution import joint_parties
from generator.content.model.uses import Use

RULE = rule("W417", __name__, __doc__)
_HINT = (
    "If one party said them, remove them from the other. If both said them together, name both in each of the two: "
    "parties: [{first}, {later}]"
)


def check(content: Content) -> Diagnostics:
    """Compare the quotes of each source; the later of two is reported, with the location of the earlier."""
    for source, citations in content.citations:
        quotes = [citation for citation in citations if _is_own_quote(citation.use)]
        for first, later in _pairs_with_shared_words(quotes):
            if {first.use.party, later.use.party} <= {
                *joint_parties(source, first.evidence),
                *joint_parties(source, later.evidence),
            }:
                continue
            words = _shared_words(source.article.text, first, later)
            parties = f"“{later.use.party}”, and also of “{first.use.party}” in {first.place}"
            hint = _HINT.format(first=first.use.party, later=later.use.party)
            yield RULE.at(later.location, f"“{words}” is cited as a quote of {parties}", hint)


def _is_own_quote(use: Use) -> bool:
    """Return whether the words are those of the party; background without a speaker may be anybody's."""
    evidence = use.evidence
    spoken = evidence.speaker is not None or evidence.relation in (Relation.SUPPORTS, Relation.QUALIFIES)
    return use.party is not None and evidence.kind is Kind.QUOTE and spoken


def _pairs_with_shared_words(quotes: Sequence[Citation]) -> Iterator[tuple[Citation, Citation]]:
    """Yield pairs of quotes of two parties that share characters, at least one pair for each place.

    This is one pass over the spans from left to right. For each party and speaker, only the earlier span that
    reaches furthest is compared, so that a passage that is cited a thousand times does not make a million pairs.
    """
    spans = sorted((span, index) for index, quote in enumerate(quotes) for span in quote.spans)
    reach: dict[tuple[str | None, str | None], tuple[int, int]] = {}  # end of the span, index of the quote
    pairs: set[tuple[int, int]] = set()
    for span, index in spans:
        party, speaker = voice = quotes[index].use.party, quotes[index].evidence.speaker
        reach = {other: (end, earlier) for other, (end, earlier) in reach.items() if end > span.start}
        for (other_party, other_speaker), (_, earlier) in reach.items():
            if other_party != party and (speaker is None or other_speaker != speaker):
                pairs.add((min(index, earlier), max(index, earlier)))
        if voice not in reach or span.end > reach[voice][0]:
            reach[voice] = span.end, index
    for first, later in sorted(pairs):
        yield quotes[first], quotes[later]


def _shared_words(text: str, first: Citation, later: Citation) -> str:
    overlaps = ((max(a.start, b.start), min(a.end, b.end)) for a, b in product(first.spans, later.spans))
    return shorten(" … ".join(text[start:end] for start, end in overlaps if start < end))
