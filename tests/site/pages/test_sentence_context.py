"""The sentences that a card shows around the words of a passage. In each example [brackets] enclose the cited words."""

import pytest

from bench.meaning.sets import unmarked
from generator.content.model import Kind, Publish, Selector, Source, SourceFile, SourceStatus
from generator.evidence import Passage, Verdict
from generator.site.pages.sentence_context import Part, Piece, sentence_pieces, sentence_text, shortened

SIGNS = {Part.GAP: " … ", Part.OTHER_PARAGRAPH: " / "}


def cited(marked: str, **about: object) -> tuple[Source, Passage]:
    """Return a source with the text without [brackets], and the passage that they enclosed."""
    article, spans = unmarked(marked)
    texts = tuple(article.text[slice(*span)] for span in spans)
    passage = Passage(Selector("report", Kind.QUOTE, texts), spans, texts, 1, Verdict.FOUND)
    facts = {"title": "The report", "language": "en", "status_note": "Why."} | about
    return Source("report", SourceFile.model_validate(facts), article), passage


def shown(pieces: tuple[Piece, ...]) -> str:
    """Return pieces as a text, with the cited words in [brackets]."""
    return "".join(
        f"[{piece.text}]" if piece.part is Part.CITED else SIGNS.get(piece.part, piece.text)
        for piece in pieces
    )


def on_card(marked: str, **about: object) -> str:
    """Return what a card shows."""
    return shown(shortened(sentence_pieces(*cited(marked, **about))))


def test_the_rest_of_the_sentence_is_shown_around_the_words() -> None:
    text = "The moor burns. She said it would “not [burn for long]”, and left. It rained."
    assert on_card(text) == "She said it would “not [burn for long]”, and left."


def test_the_words_between_two_segments_of_a_sentence_are_shown() -> None:
    assert on_card("“[We will] never [burn peat],” she said.") == "“[We will] never [burn peat],” she said."


def test_sentences_that_follow_each_other_are_shown_without_a_gap() -> None:
    text = "“[We own] the moor. [We keep] it,” she said."
    assert on_card(text) == text


def test_sentences_apart_have_a_gap_and_other_paragraphs_are_named() -> None:
    assert on_card("[We own] it. It rained. [We keep] it.") == "[We own] it. … [We keep] it."
    assert on_card("[We own] it.\n\n[We keep] it.") == "[We own] it. / [We keep] it."


def test_complete_sentences_are_shown_as_they_are_cited() -> None:
    assert on_card("It rained. “[We own the moor].” It rained.") == "[We own the moor]"


@pytest.mark.parametrize(
    "about",
    [{"publish": Publish.NONE}, {"status": SourceStatus.WITHHELD}, {"status": SourceStatus.CANCELLED}],
)
def test_a_source_that_may_not_be_shown_shows_only_the_cited_words(about: dict[str, object]) -> None:
    source, passage = cited("“[We will] never [burn peat],” she said.", **about)
    assert shown(sentence_pieces(source, passage)) == "[We will] … [burn peat]"
    assert sentence_text(source, passage) == ""


def test_a_very_long_sentence_is_cut_between_words_away_from_the_cited_words() -> None:
    words = " ".join(f"word{number}" for number in range(100))
    before, after = "word80 word81", "word18 word19 … "
    assert f" … {before}" in on_card(f"{words} [we own the moor] today.")
    assert on_card(f"[we own the moor] {words}.").endswith(after)
    assert f"{after}{before}" in on_card(f"[we own the moor] {words} [and more]")


def test_a_long_sentence_without_spaces_is_cut_too() -> None:
    assert on_card("桥" * 200 + "[我们留下]。") == " … " + "桥" * 40 + "[我们留下]。"


def test_the_text_of_the_sentences_is_on_one_line() -> None:
    assert sentence_text(*cited("She  said “[we own\nthe moor]”. It rained. [We keep] it.")) == (
        "She said “we own the moor”. … We keep it."
    )


TALK = "MS AU: One comes first. Two is [cited]. Three.\nMR BO: Four.\n"


def test_a_card_keeps_the_label_of_the_speaker() -> None:
    assert on_card(TALK, kind="transcript") == "MS AU: … Two is [cited]."
    assert on_card(TALK) == "Two is [cited]."
    later = "MS AU: One.\nTwo is [cited].\n"
    assert on_card(later, kind="interview") == "MS AU: / Two is [cited]."


def test_a_label_in_the_cited_sentence_is_shown_once() -> None:
    assert on_card("MS AU: One is [cited]. Two.\n", kind="transcript") == "MS AU: One is [cited]."


def test_a_whole_sentence_of_a_transcript_has_its_label_too() -> None:
    assert on_card("MS AU: One. [Two is cited].\n", kind="transcript") == "MS AU: … [Two is cited]."
