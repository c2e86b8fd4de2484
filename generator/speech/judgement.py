"""Judge a selection of a stored text before it becomes evidence: what the check will say, and what would settle it.

The checks and this module ask the same functions, so they say the same. What depends on other evidence is left to the check: the
same words for two parties, two kinds for one passage, and what a position lacks.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.content.damage import first_damage
from generator.content.model import Corpus, Evidence, Kind, Source, SourceStatus
from generator.content.model.attribution import cannot_speak, joint_parties
from generator.evidence import Span
from generator.evidence.block import Block, Refusal, Refused, write_block
from generator.evidence.cut_numbers import cut_numbers
from generator.evidence.inner_words import has_marks_around
from generator.evidence.occurrences import numbered
from generator.evidence.paragraph_parts import citable_parts, paragraph_parts
from generator.speech.attribution import Misattribution, Problem, expected_voice
from generator.speech.left_out import Reason, left_out
from generator.speech.quotation_marks import parts_in_marks
from generator.speech.reading import reading_of
from generator.speech.selected_words import SelectedWords, in_order, trimmed, without_blanks
from generator.speech.sentence import Doubt
from generator.speech.speakers import By
from generator.speech.verdicts import Action, Finding, Offer, Verdict, verdict
from generator.speech.voices import WITHOUT_MARKS, first_not_said, has_voices, is_repeated
from generator.word_boundaries import whole_words

_MOST_PLACES = 3  # to choose from
_LONGEST_SHOWN = 60  # characters of the words between two parts
_REFUSED = {
    Refused.EMPTY: Finding.NO_WORDS,
    Refused.DAMAGED: Finding.DAMAGED,
    Refused.CUTS_WORD: Finding.CUTS_WORD,
    Refused.TOO_SHORT: Finding.TOO_SHORT,
    Refused.OUT_OF_ORDER: Finding.OUT_OF_ORDER,
    Refused.OVERLAPPING: Finding.OVERLAPPING,
    Refused.TOO_MANY_PLACES: Finding.TOO_MANY_PLACES,
}
_LEFT_OUT = {
    Reason.NEGATION: Finding.LEAVES_OUT_NEGATION,
    Reason.CONDITION: Finding.LEAVES_OUT_CONDITION,
    Reason.DENIAL: Finding.MAY_BE_DENIED,
    Reason.QUESTION: Finding.MAY_BE_ASKED,
}
_MISATTRIBUTED = {
    Problem.INNER_MARKS: Finding.INNER_MARKS,
    Problem.PRONOUN: Finding.PRONOUN_OF_ANOTHER,
    Problem.OTHER_SPEAKER: Finding.OTHER_SPEAKER,
    Problem.OTHER_PARTY: Finding.OTHER_PARTY,
    Problem.NOT_CERTAIN: Finding.SPEAKER_NOT_CERTAIN,
    Problem.OTHER_IS_NEARER: Finding.OTHER_IS_NEARER,
    Problem.NOT_NAMED: Finding.SPEAKER_NOT_NAMED,
}


def judge(
    source: Source,
    corpus: Corpus,
    spans: Sequence[Span],
    *,
    kind: Kind,
    party: str | None = None,
    speaker: str | None = None,
    is_conditional: bool = False,
) -> tuple[Verdict, ...]:
    """Return what the check will say of the words at `spans` of `source` as evidence, the errors first, then in reading order.

    `spans` are in code points of the stored text, one for each part; spaces at their ends do not count. `party` is that of the position;
    None outside positions. `is_conditional` says that the position has conditions or the stance “conditional”. A selection that cannot be
    evidence has one verdict. Every selection that is offered can be evidence.
    """
    spans = trimmed(source.article, spans)
    block = write_block(source.article, kind, spans, speaker)
    judgement = _Judgement(source, corpus, spans, kind, party, reading_of(source, corpus))
    if isinstance(block, Refusal):
        return (judgement.refused(block),)
    evidence = block.evidence
    found = [
        judgement.place(block),
        *judgement.source_and_speaker(evidence),
        *judgement.marks(evidence),
        *judgement.edges(),
        *judgement.speaker(evidence),
        *judgement.omissions(is_conditional=is_conditional),
    ]
    return tuple(sorted(found, key=lambda each: each.finding is not Finding.SPEAKER_OF_ANOTHER))


def selected_evidence(
    source: Source, spans: Sequence[Span], kind: Kind, speaker: str | None = None
) -> Block | Verdict:
    """Return the words at `spans` as evidence that the gate finds at exactly these spans, or the verdict that says why it cannot.

    A speaker of the whole source is not written again.
    """
    if source.voices and speaker == source.about.speaker and kind is Kind.QUOTE:
        speaker = None
    spans = trimmed(source.article, spans)
    block = write_block(source.article, kind, spans, speaker)
    return verdict(_REFUSED[block.reason], block.segment) if isinstance(block, Refusal) else block


class _Judgement(SelectedWords):
    """The verdicts on a selection."""

    def refused(self, refusal: Refusal) -> Verdict:
        """Return the verdict on words that cannot be evidence."""
        finding, index = _REFUSED[refusal.reason], refusal.segment
        words = self.words(self.spans[index]) if self.spans else ""
        text = self.article.text
        match refusal.reason:
            case Refused.CUTS_WORD:
                every = [Span(*whole_words(text, *span)) for span in self.spans]
                words = self.cut_word(self.spans[index], every[index])
                offers = self.select(Action.WHOLE_WORD, every)
            case Refused.TOO_SHORT | Refused.TOO_MANY_PLACES:
                offers = self.select(Action.WHOLE_SENTENCE, self.with_part(index, self.sentence(index)))
                quotation = self.reading.surroundings.quotation_at(self.spans[index].start)
                if quotation and not offers:
                    whole = Span(quotation.span.start, max(quotation.span.end, self.spans[index].end))
                    offers = self.select(Action.WHOLE_QUOTATION, self.with_part(index, whole))
            case Refused.OUT_OF_ORDER | Refused.OVERLAPPING:
                offers = self.select(Action.IN_ORDER, in_order(self.spans))
            case Refused.DAMAGED if damage := first_damage(text[slice(*self.spans[index])]):
                return verdict(finding, index, words=words, problem=damage.problem)
            case _:
                offers = ()
        return verdict(finding, index, offers=offers, words=words)

    def place(self, block: Block) -> Verdict:
        """Return where the words are, and where else."""
        number = self.article.paragraph_at(self.spans[0].start).number
        if block.pinned:
            first = self.spans[0]
            places = [
                place for place in numbered(self.article, self.article.text[slice(*first)]) if place != first
            ]
            nearest = sorted(places, key=lambda place: abs(place.start - first.start))[:_MOST_PLACES]
            offers = [  # the number of the occurrence always chooses one
                Offer(
                    Action.THIS_PLACE,
                    spans=(place,),
                    number=self.article.paragraph_at(place.start).number,
                )
                for place in sorted(nearest)
                if len(self.spans) == 1
            ]
            if places:
                other = self.article.paragraph_at((nearest or places)[0].start).number
                return verdict(
                    Finding.ALSO_IN, offers=tuple(offers), number=number, other=other, count=len(places)
                )
        if len(self.spans) > 1:
            gaps = [self.words(Span(first.end, second.start)) for first, second in pairwise(self.spans)]
            between = gaps[0] if len(gaps) == 1 and len(gaps[0]) <= _LONGEST_SHOWN else ""
            return verdict(Finding.FOUND_IN_PARTS, number=number, parts=len(self.spans), between=between)
        return verdict(Finding.FOUND, number=number)

    def source_and_speaker(self, evidence: Evidence) -> Iterator[Verdict]:
        """Yield what the files of the source and of the parties say against this evidence."""
        about, joint = self.source.about, joint_parties(self.source, evidence)
        if about.status is not SourceStatus.USABLE:
            yield verdict(Finding.UNUSABLE_SOURCE, status=about.status.value, note=about.status_note or "")
        if self.party and joint and self.party not in joint:
            yield verdict(Finding.NOT_AMONG_PARTIES, parties=", ".join(map(self.label, joint)))
        if evidence.speaker:
            allowed = tuple(dict.fromkeys((self.party, *joint))) if self.party else ()
            if cannot_speak(self.corpus, evidence.speaker, allowed):
                owner = self.reading.speakers.get(evidence.speaker)
                offers = self.for_other_party(owner.party, evidence.speaker) if owner and self.party else ()
                name = owner.names[0] if owner else evidence.speaker
                label = self.label(self.party or "")
                yield verdict(Finding.SPEAKER_OF_ANOTHER, offers=offers, name=name, party=label)

    def marks(self, evidence: Evidence) -> Iterator[Verdict]:
        """Yield what the quotation marks of the text say against the kind of the evidence."""
        if self.kind is not Kind.QUOTE:
            return
        for index, (span, words) in enumerate(zip(self.spans, evidence.segments, strict=True)):
            if has_marks_around(words):
                inner = self.with_part(index, Span(span.start + 1, span.end - 1))
                yield verdict(Finding.MARKS_AROUND, index, offers=self.select(Action.WITHOUT_MARKS, inner))
        not_said = first_not_said(self.source, self.reading.known, self.spans)
        if not_said is not None:
            yield self._not_said(not_said)
        voice = self.source.about.speaker
        if (
            self.source.about.kind in WITHOUT_MARKS
            and self.source.voices
            and evidence.speaker in (None, voice)
        ):
            repeated = (at for at, span in enumerate(self.bare) if is_repeated(self.article, span))
            for index in list(repeated)[:1]:
                yield verdict(
                    Finding.MARKS_IN_SPEECH, index, offers=self.report(index), words=self.words_at(index)
                )

    def _not_said(self, index: int) -> Verdict:
        """Return the verdict on a quote with a part that nobody says."""
        reported = (Offer(Action.REPORT, kind=Kind.REPORTED), Offer(Action.ASSESS, kind=Kind.ASSESSMENT))
        if has_voices(self.source):
            return verdict(Finding.NOT_OF_A_VOICE, index, offers=reported)
        inside = [
            without_blanks(self.article.text, *part)
            for span in self.spans
            for part in parts_in_marks(self.article, span, self.source.about.language)
        ]
        if not inside:
            return verdict(Finding.OUTSIDE_MARKS, index, offers=reported)
        offers = (*self.select(Action.ONLY_QUOTED, inside), reported[0])
        return verdict(Finding.PARTLY_OUTSIDE_MARKS, index, offers=offers)

    def edges(self) -> Iterator[Verdict]:
        """Yield paragraphs and numbers that the parts cut."""
        parts = [paragraph_parts(self.article, span) for span in self.spans]
        index = next((at for at, each in enumerate(parts) if len(each) > 1), None)
        if index is not None:
            number = self.article.paragraph_at(self.spans[index].start).number
            is_quote = self.kind is Kind.QUOTE
            split = [
                part for span in self.spans for part in citable_parts(self.article, span, is_quote=is_quote)
            ]
            yield verdict(
                Finding.OVER_PARAGRAPH_END,
                index,
                offers=self.select(Action.IN_PARTS, split),
                number=number,
            )
        for index, span in enumerate(self.bare):
            if cut := list(cut_numbers(self.article.text, span)):
                own = self.spans[index]
                whole = Span(min(own.start, cut[0].start), max(own.end, cut[-1].end))
                offers = self.select(Action.WHOLE_NUMBER, self.with_part(index, whole))
                yield verdict(Finding.CUTS_NUMBER, index, offers=offers, words=self.words(cut[0]))

    def speaker(self, evidence: Evidence) -> Iterator[Verdict]:
        """Yield what the text says about whose words these are."""
        reading = self.reading
        voice = expected_voice(self.source, evidence, self.party, self.corpus.parties, reading.speakers)
        found = voice and reading.attribution.first_problem(self.bare, self.kind, voice)
        if voice and found:
            name = voice.person.names[0] if voice.person else self.label(voice.party)
            yield self._misattributed(found, name)
        elif self.kind is Kind.QUOTE and evidence.speaker is None:
            yield from self._not_given()

    def _not_given(self) -> Iterator[Verdict]:
        """Yield the verdict on a quote without a speaker whose text has only a pronoun for the speaker, or nobody."""
        for index, span in enumerate(self.bare):
            for speech in self.reading.attribution.speeches_with(span):
                person = speech.person
                if speech.by is By.PRONOUN and speech.name:
                    offers = self.it_is(person, speech.name)
                    yield verdict(
                        Finding.PRONOUN, index, offers=offers, name=speech.name, words=speech.clause
                    )
                    return
                if speech.by is By.NONE:
                    doubt = speech.doubt.value if speech.doubt else ""
                    offers = tuple(self.named_before(span)) if speech.doubt is Doubt.PRONOUN else ()
                    yield verdict(
                        Finding.NOBODY_NAMED, index, offers=offers, doubt=doubt, words=speech.clause
                    )
                    return

    def _misattributed(self, found: Misattribution, name: str) -> Verdict:
        """Return the verdict on words that may not be those of the speaker or party called `name`."""
        finding, speech = _MISATTRIBUTED[found.problem], found.speech
        other = speech.name or "" if speech else ""
        doubt = speech.doubt.value if speech and speech.doubt else ""
        offers: tuple[Offer, ...] = ()
        person = speech.person if speech else None
        if finding is Finding.INNER_MARKS:
            offers = self.report(found.segment)
        elif finding in (Finding.OTHER_SPEAKER, Finding.PRONOUN_OF_ANOTHER):
            offers = self.it_is(person, other)
        elif person and finding is Finding.OTHER_PARTY:
            offers = self.for_other_party(person.party, person.speaker)
        return verdict(finding, found.segment, offers=offers, name=name, other=other, doubt=doubt)

    def omissions(self, *, is_conditional: bool) -> Iterator[Verdict]:
        """Yield what the parts leave out of their sentences and what changes their meaning."""
        language = self.source.about.language
        is_quote = self.kind is Kind.QUOTE
        for found in left_out(self.reading.surroundings, self.spans, language, is_quote=is_quote):
            if not (found.reason is Reason.CONDITION and is_conditional):
                offers = self.along_with(found)
                yield verdict(
                    _LEFT_OUT[found.reason],
                    found.segment,
                    offers=offers,
                    words=found.words,
                    side=found.side.value,
                )
