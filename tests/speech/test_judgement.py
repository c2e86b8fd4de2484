"""What is said about a selection, and what is offered, before it becomes evidence."""

import pytest

from generator.content.model import Corpus, Kind, Source
from generator.evidence import Span
from generator.evidence.block import Block
from generator.pipeline import examine
from generator.speech.judgement import judge, selected_evidence
from generator.speech.suggestion import Known, likely, quotations
from generator.speech.verdicts import Action, Finding, Level, Verdict
from tests.speech.test_judgement_as_checked import SPEECH, TODAY, TRAPS, files

# A pronoun that may mean more than one person.
TOLD = "Ida Lund met Runa Aske. “It does so twice,” she added.\n"
# Quotations that a clause interrupts.
BROKEN = """\
“We will not,” said Ida Lund, “close the gate.”

“We pay for the ramps,” said Ida Lund, “only if the boats are counted.”

“The gate stays,” said Ida Lund, “and nobody counts the boats, not one.”
"""


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Return the texts of traps, with the parties of the harbour example."""
    project = files()
    project["seeds/often.txt"] = b"The quay is open. The boats wait. The quay is open again.\n"
    project["seeds/told.txt"] = TOLD.encode()
    project["seeds/told.yml"] = b"title: Told\nlanguage: en\n"
    project["seeds/broken.txt"] = BROKEN.encode()
    project["seeds/broken.yml"] = b"title: Broken\nlanguage: en\n"
    project["seeds/bloc.txt"] = "“We stay,” said Runa Aske.\n".encode()
    project["seeds/bloc.yml"] = b"title: Bloc\nlanguage: en\n"
    project["seeds/often.yml"] = b"title: Often\nlanguage: en\n"
    return examine(project, today=TODAY).content.corpus


def spans(text: str, *words: str) -> list[Span]:
    """Return the first place of each of some words."""
    return [Span(text.index(part), text.index(part) + len(part)) for part in words]


def verdicts(
    corpus: Corpus,
    *words: str,
    kind: Kind = Kind.QUOTE,
    speaker: str | None = "ida-lund",
    name: str = "traps",
) -> dict[Finding, Verdict]:
    """Return the verdicts on words of a text for the council, by finding."""
    source = corpus.sources[name]
    found = judge(
        source,
        corpus,
        spans(source.article.text, *words),
        kind=kind,
        party="harbour-council",
        speaker=speaker,
    )
    return {verdict.finding: verdict for verdict in found}


def offered(corpus: Corpus, verdict: Verdict, name: str = "traps") -> dict[Action, list[str]]:
    """Return the words of each offer."""
    text = corpus.sources[name].article.text
    return {offer.action: [text[slice(*span)] for span in offer.spans or ()] for offer in verdict.offers}


def test_words_in_one_place_are_ok(corpus: Corpus) -> None:
    (verdict,) = verdicts(corpus, "We will never pay for the ramps").values()
    assert (verdict.finding, verdict.level, verdict.values["number"]) == (Finding.FOUND, Level.OK, 1)


@pytest.mark.parametrize(
    ("words", "finding", "action", "taken"),
    [
        (["support an open gate"], Finding.LEAVES_OUT_NEGATION, Action.TAKE_ALONG, ["not support an open gate"]),
        (
            ["We will", "for the ramps"],
            Finding.LEAVES_OUT_NEGATION,
            Action.TAKE_BETWEEN,
            ["We will never pay for the ramps"],
        ),
        (
            ["We pay for quiet ramps"],
            Finding.LEAVES_OUT_CONDITION,
            Action.TAKE_ALONG,
            ["We pay for quiet ramps only if the town measures its lorries"],
        ),
        (["Will we sail"], Finding.MAY_BE_ASKED, Action.TAKE_ALONG, ["Will we sail at night?"]),
        (
            ["we leave the harbour"],
            Finding.MAY_BE_DENIED,
            Action.REPORT,
            ["Olav Brandt denied that he had said “we leave the harbour”."],
        ),
        (["ay for the ra"], Finding.CUTS_WORD, Action.WHOLE_WORD, ["pay for the ramps"]),
        (["500 000 crowns"], Finding.CUTS_NUMBER, Action.WHOLE_NUMBER, ["1 500 000 crowns"]),
        (["council would “not support"], Finding.PARTLY_OUTSIDE_MARKS, Action.ONLY_QUOTED, ["not support"]),
        (["No"], Finding.TOO_SHORT, Action.WHOLE_QUOTATION, ["Will we sail at night? No,"]),
        (
            ["for quiet ramps", "for the ramps"],
            Finding.OUT_OF_ORDER,
            Action.IN_ORDER,
            ["for the ramps", "for quiet ramps"],
        ),
        (
            ["she said.\n\n“We pay for quiet ramps"],
            Finding.OVER_PARAGRAPH_END,
            Action.IN_PARTS,
            ["she said.", "We pay for quiet ramps"],
        ),
        (
            ["“We will never pay for the ramps,”"],
            Finding.MARKS_AROUND,
            Action.WITHOUT_MARKS,
            ["We will never pay for the ramps,"],
        ),
    ],
)  # fmt: skip
def test_a_finding_has_the_selection_that_settles_it(
    corpus: Corpus, words: list[str], finding: Finding, action: Action, taken: list[str]
) -> None:
    verdict = verdicts(corpus, *words)[finding]
    assert offered(corpus, verdict)[action] == taken


@pytest.mark.parametrize(
    ("words", "finding", "taken"),
    [
        (["close the gate"], Finding.LEAVES_OUT_NEGATION, ["We will not", "close the gate"]),
        (
            ["We pay for the ramps"],
            Finding.LEAVES_OUT_CONDITION,
            ["We pay for the ramps", "only if the boats are counted."],
        ),
        (
            ["The gate", "not one"],
            Finding.LEAVES_OUT_NEGATION,
            ["The gate stays", "and nobody counts the boats, not one"],
        ),
    ],
)
def test_what_an_interrupted_quotation_leaves_out_becomes_a_part(
    corpus: Corpus, words: list[str], finding: Finding, taken: list[str]
) -> None:
    verdict = verdicts(corpus, *words, name="broken")[finding]
    assert [*offered(corpus, verdict, "broken").values()] == [taken]


def test_words_in_two_places_are_asked_about_and_still_written_for_the_selected_place(corpus: Corpus) -> None:
    verdict = verdicts(corpus, "The quay is open", kind=Kind.REPORTED, speaker=None, name="often")[
        Finding.ALSO_IN
    ]
    assert verdict.level is Level.CHECK
    assert [offer.spans for offer in verdict.offers] == [(Span(34, 50),)]
    block = selected_evidence(corpus.sources["often"], [Span(34, 50)], Kind.REPORTED)
    assert isinstance(block, Block)
    assert block.evidence.prefix == "wait."


def test_a_selection_that_cannot_be_evidence_says_why(corpus: Corpus) -> None:
    source = corpus.sources["traps"]
    refused = selected_evidence(source, spans(TRAPS, "ay for the ra"), Kind.QUOTE)
    assert isinstance(refused, Verdict)
    assert refused.finding is Finding.CUTS_WORD


def test_spaces_at_the_ends_of_a_selection_do_not_count(corpus: Corpus) -> None:
    assert Finding.FOUND in verdicts(corpus, " Olav Brandt told ", kind=Kind.REPORTED)
    assert list(verdicts(corpus, "\n\n")) == [Finding.NO_WORDS]


def test_a_pronoun_is_asked_about_until_the_speaker_is_given(corpus: Corpus) -> None:
    verdict = verdicts(corpus, "We will never pay for the ramps", speaker=None)[Finding.PRONOUN]
    assert (verdict.values["words"], verdict.code) == ("she", "")
    assert [(offer.action, offer.speaker) for offer in verdict.offers] == [(Action.IT_IS, "ida-lund")]
    assert Finding.PRONOUN not in verdicts(corpus, "We will never pay for the ramps")


def test_another_speaker_is_offered(corpus: Corpus) -> None:
    verdict = verdicts(corpus, "Unless it rains, we sail")[Finding.OTHER_SPEAKER]
    assert [(offer.action, offer.speaker, offer.party) for offer in verdict.offers] == [
        (Action.IT_IS, "olav-brandt", "night-line")
    ]


def test_a_member_who_speaks_for_the_bloc_is_offered_for_the_bloc(corpus: Corpus) -> None:
    source = corpus.sources["bloc"]
    found = judge(
        source,
        corpus,
        spans(source.article.text, "We stay"),
        kind=Kind.QUOTE,
        party="coast-league",
        speaker="tor-lie",
    )
    (offer,) = next(each for each in found if each.finding is Finding.OTHER_SPEAKER).offers
    assert (offer.speaker, offer.party) == ("runa-aske", "coast-league")


def test_a_speaker_of_another_party_is_an_error(corpus: Corpus) -> None:
    found = verdicts(corpus, "Unless it rains, we sail", speaker="olav-brandt")
    assert found[Finding.SPEAKER_OF_ANOTHER].level is Level.ERROR
    assert [offer.party for offer in found[Finding.SPEAKER_OF_ANOTHER].offers] == ["night-line"]


@pytest.mark.parametrize(
    ("words", "kind", "known", "speaker"),
    [
        (["not support an open gate"], Kind.QUOTE, Known.CERTAIN, "ida-lund"),
        (["We will never pay"], Kind.QUOTE, Known.PRONOUN, "ida-lund"),
        (["not support", "We will never pay"], Kind.QUOTE, Known.PRONOUN, "ida-lund"),
        (["We pay for quiet ramps", "We will never pay"], Kind.QUOTE, Known.NOT_CLEAR, None),
        (["the quay is yours"], Kind.QUOTE, Known.NOT_CLEAR, None),
        (["The gate is open"], Kind.QUOTE, Known.NOT_CLEAR, None),
        (["council would fall"], Kind.REPORTED, Known.NOT_CLEAR, None),
    ],
)
def test_the_place_of_a_selection_shows_kind_and_speaker_or_that_they_are_not_clear(
    corpus: Corpus, words: list[str], kind: Kind, known: Known, speaker: str | None
) -> None:
    found = likely(corpus.sources["traps"], corpus, spans(TRAPS, *words))
    assert (found.kind, found.speaker.known, found.speaker.speaker) == (kind, known, speaker)
    assert (found.speaker.party is None) == (speaker is None)


def test_several_sentences_of_a_speech_are_words_of_its_speaker(corpus: Corpus) -> None:
    found = likely(corpus.sources["speech"], corpus, spans(SPEECH, "I understood him. We close the quay"))
    assert (found.kind, found.speaker.known, found.speaker.speaker) == (Kind.QUOTE, Known.CERTAIN, "ida-lund")


def test_the_parties_of_the_sentence_are_named_and_none_is_chosen(corpus: Corpus) -> None:
    found = likely(corpus.sources["traps"], corpus, spans(TRAPS, "told the council"))
    assert found.mentioned == ("night-line", "harbour-council")
    assert found.speaker.party is None


def test_the_quotations_of_a_text_have_all_their_parts(corpus: Corpus) -> None:
    found = quotations(corpus.sources["traps"], corpus)
    assert len(found) == 11
    last = [TRAPS[slice(*span)] for span in found[-1].spans]
    assert last == ["The gate is closed", "but nobody counts the boats, not one."]


def test_a_second_verdict_on_a_long_text_reads_it_no_more(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    source: Source = corpus.sources["traps"]
    chosen = spans(TRAPS, "We will never pay for the ramps")
    judge(source, corpus, chosen, kind=Kind.QUOTE, party="harbour-council", speaker=None)
    for reader in (
        "generator.speech.speakers.quotations",
        "generator.speech.surroundings.quotations",
        "generator.speech.names.known_names",
        "generator.content.articles.fold",
    ):
        monkeypatch.setattr(reader, lambda *_, **__: pytest.fail("the text was read again"))
    judge(source, corpus, chosen, kind=Kind.QUOTE, party="harbour-council", speaker=None)


def test_the_people_named_before_a_pronoun_are_offered_where_it_may_mean_more_than_one(
    corpus: Corpus,
) -> None:
    verdict = verdicts(corpus, "It does so twice", speaker=None, name="told")[Finding.NOBODY_NAMED]
    assert [offer.speaker for offer in verdict.offers] == ["runa-aske", "ida-lund"]
    assert {offer.action for offer in verdict.offers} == {Action.IT_IS}
