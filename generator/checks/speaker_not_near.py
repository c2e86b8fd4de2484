"""The source does not say that the speaker or the party of a passage says these words.

Sources usually name the speaker near the words. If the source names somebody else there, or nobody, the words may be
attributed to the wrong person. The check looks at every part of a quote, also without `speaker`: then the words must be
those of the party of the position; so must those of a speech. A `reported` or `assessment` passage may not be another party's quotation.

Wrong, if the source has: “We will open the bridge in May,” Ada Vale said.

```yaml
- {source: report, quote: We will open the bridge in May, speaker: bo-lind}
```

Right:

```yaml
- {source: report, quote: We will open the bridge in May, speaker: ada-vale}
```

The check looks for the speaker's name, surname, `aliases` and role in `briefings/parties.yml`. If the source uses another name, add it
to the aliases. A spokesman for somebody is not that person. Words that somebody denied, or that stand in marks of their own inside a
quotation, are not certainly the speaker's. If only the context says who spoke, and you are sure, ignore the warning. To see
which speakers the program finds in a source, run `briefing quotes SOURCE`.
"""

from collections.abc import Mapping

from generator.checks.content import Citation, Content, Diagnostics, rule
from generator.content.model import Party, Source
from generator.content.model.attribution import speaks_for
from generator.evidence.hint_text import excerpt
from generator.location import Location
from generator.speech.attribution import Attribution, Misattribution, Problem, Voice, expected_voice
from generator.speech.named_speakers import NamedSpeakers
from generator.speech.speakers import Speech

RULE = rule("W426", __name__, __doc__)
_SHOWN = 100  # characters before and after the words, in a hint
_IGNORE = "Check who spoke; if the speaker is right, ignore this warning."


def check(content: Content) -> Diagnostics:
    """Look for the speaker of every part of every passage that has a speaker or a party."""
    parties = content.corpus.parties
    known = content.people
    speakers = {person.speaker: person for person in known if person.speaker}
    names = NamedSpeakers(known)
    for source, citations in content.citations:
        attribution = Attribution(source, known, parties, names)
        problems: dict[tuple[object, ...], Misattribution | None] = {}  # of equal passages
        for citation in citations:
            evidence = citation.evidence
            voice = expected_voice(source, evidence, citation.use.party, parties, speakers)
            if voice is None:
                continue
            key = (citation.spans, evidence.kind, voice)
            if key not in problems:
                problems[key] = attribution.first_problem(citation.spans, evidence.kind, voice)
            if found := problems[key]:
                words = excerpt(source.article, citation.spans[found.segment], reach=_SHOWN)
                message, advice = _explain(source, found, voice, parties)
                hint = "\n".join([f"The source: {words}", *advice])
                yield RULE.at(_location(citation, found.segment), message, hint)


def _location(citation: Citation, number: int) -> Location:
    """Return the location of the speaker, or of the part of a passage with a number."""
    evidence = citation.evidence
    return (
        evidence.segment_location(number) if number or not evidence.speaker else evidence.location("speaker")
    )


def _explain(
    source: Source, found: Misattribution, voice: Voice, parties: Mapping[str, Party]
) -> tuple[str, list[str]]:
    """Return the message about words that may not be those of `voice`, and the lines of advice."""
    text, speech, name = source.id, found.speech, voice.person.names[0] if voice.person else ""
    match found.problem:
        case Problem.INNER_MARKS:
            message = f"in {text} these words stand in quotation marks of their own, inside somebody’s words"
            return message, ["They may be the words of somebody else.", _IGNORE]
        case Problem.PRONOUN:
            message = f"only a pronoun names the speaker of these words in {text}, and it may not mean {name}"
            return message, ["Check whom the pronoun means; if the speaker is right, ignore this warning."]
        case Problem.OTHER_SPEAKER if speech:
            message = f"{text} names {speech.name} as the speaker of these words, not {name}"
            return message, _advice(speech, voice.party, parties)
        case Problem.OTHER_PARTY if speech:
            return _other_party(text, speech, voice.party, parties)
        case Problem.NOT_CERTAIN if speech and speech.doubt:
            reason = f"{speech.doubt[0].upper()}{speech.doubt[1:]}."
            return f"it is not certain in {text} that {name} says these words", [reason, _IGNORE]
        case Problem.OTHER_IS_NEARER:
            return f"{text} names somebody else nearer to these words than {name}", [_IGNORE]
        case _:
            advice = "Check who spoke. If the source uses another name, add it to the speaker’s aliases in briefings/parties.yml."
            return f"{text} does not name {name} near these words", [advice]


def _advice(speech: Speech, party: str, parties: Mapping[str, Party]) -> list[str]:
    """Return what to do with words of somebody else, cited for `party`."""
    if speech.person is None or speech.person.speaker is None:
        return [_IGNORE]
    advice = f"If the source is right, write: speaker: {speech.person.speaker}"
    if party not in parties or speaks_for(parties, party, speech.person.speaker):
        return [advice]
    other = parties[speech.person.party].label
    return [advice, f"{speech.name} speaks for {other}, so the words belong to a position of {other}."]


def _other_party(
    text: str, speech: Speech, party: str, parties: Mapping[str, Party]
) -> tuple[str, list[str]]:
    """Return the message about words of somebody who does not speak for `party`, and the advice."""
    label = parties[party].label
    message = f"{text} names {speech.name} as the speaker of these words, who does not speak for {label}"
    if speech.person:
        other = parties[speech.person.party].label
        return message, [f"{speech.name} speaks for {other}. Cite words of {label}."]
    advice = (
        f"If {speech.name} speaks for {label}, add the name in briefings/parties.yml; else cite other words."
    )
    return message, [advice]
