"""A position cites words that are those of other parties.

A source or evidence says whose words they are: `party` or `speaker` of a speech, `parties` of a joint statement. As evidence for another
party's position, the words would be put into its mouth.

Wrong, in `positions/drivers.yml`:

```yaml
- {source: joint-statement, quote: We will open the bridge in May, parties: [town, ferry-line]}
```

Right, in `positions/town.yml` and in `positions/ferry-line.yml`:

```yaml
- {source: joint-statement, quote: We will open the bridge in May, parties: [town, ferry-line]}
```

A bloc may cite the speech of a member that has it in `part_of`. Words that are only background for a position, or contradict it, may be
anybody's. So may words in quotation marks inside a speech.
"""

from collections.abc import Iterator

from generator.checks.content import Citation, Content, Diagnostics, rule
from generator.content.model import Corpus, Kind, Relation, Source
from generator.content.model.attribution import joint_parties
from generator.speech.quotation_marks import quoted

RULE = rule("W464", __name__, __doc__)
_COUNTED = (Relation.SUPPORTS, Relation.QUALIFIES)


def check(content: Content) -> Diagnostics:
    """Compare the party of each position with the parties whose words its evidence is."""
    for source, citations in content.citations:
        for citation in citations:
            evidence, party = citation.evidence, citation.use.party
            if party is None or evidence.relation not in _COUNTED:
                continue
            owners = list(_owners(content.corpus, source, citation))
            together = bool(joint_parties(source, evidence))
            if owners and party not in (owners if together else _with_blocs(content.corpus, owners)):
                message = f"these are words of {' and '.join(owners)}, not of {party}"
                hint = f"Remove this evidence, or cite words of {party}."
                if together:
                    hint = f"Remove this evidence, or add {party} to “parties” if it speaks with them."
                location = evidence.location("parties") if evidence.parties else evidence.segment_location(0)
                yield RULE.at(location, message, hint)


def _owners(corpus: Corpus, source: Source, citation: Citation) -> Iterator[str]:
    """Yield the parties whose words a passage is, as far as its evidence or its source says so."""
    evidence = citation.evidence
    if together := joint_parties(source, evidence):
        yield from together
    elif evidence.kind is Kind.QUOTE and evidence.speaker in (None, source.about.speaker):
        if all(quoted(source.article, span) for span in citation.spans):
            return  # perhaps the words of somebody else
        for party, speaker in source.voices:
            yield from (
                name
                for name, about in corpus.parties.items()
                if name == party or (party is None and speaker in about.speakers)
            )


def _with_blocs(corpus: Corpus, parties: list[str]) -> set[str]:
    blocs = (bloc for party in parties if party in corpus.parties for bloc in corpus.parties[party].part_of)
    return {*parties, *blocs}
