"""What changed between two sentences, in the words of a person who reads them side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.site.pages.differences import Run, difference, differences
from generator.site.pages.sentences import Piece, Sentence


def sentence(*pieces: str | Piece) -> Sentence:
    """Give a sentence of the editors' words, and of a source's where pieces say so."""
    return Sentence("", tuple(Piece(one) if isinstance(one, str) else one for one in pieces), ())


def quoted(text: str) -> Piece:
    """Give words of a source in German."""
    return Piece(text, quoted=True, language="de")


def told(runs: tuple[Run, ...]) -> str:
    """Write runs as a line: [-gone-], {+come+}, and a source's words in angle brackets."""
    forms = {"same": "%s", "removed": "[-%s-]", "added": "{+%s+}"}
    return "".join(
        forms[run.change] % (f"<{run.text}>" if run.quoted else run.text) + " " * run.space for run in runs
    )


def test_words_that_stayed_came_and_went_are_told_apart() -> None:
    assert (
        told(
            difference(
                sentence("The league says it will take part in the trial."),
                sentence("The league says it will never take part in the trial."),
            )
        )
        == "The league says it will {+never+} take part in the trial."
    )


def test_a_word_that_stayed_by_chance_between_two_changes_is_part_of_the_change() -> None:
    before = sentence("The paper says that they want paid rest in any case.")
    after = sentence("The paper says that they gave up paid leave.")
    assert told(difference(before, after)) == (
        "The paper says that they [-want paid rest in any case.-] {+gave up paid leave.+}"
    )


def test_where_hardly_a_word_stayed_one_sentence_takes_the_place_of_the_other() -> None:
    before = sentence("She said that the council supports it on one condition, and that a trial comes first.")
    after = sentence("After the vote she said nothing.")
    assert [run.change for run in difference(before, after)] == ["removed", "added"]


def test_words_of_a_source_stay_a_source_s_and_keep_their_language_and_their_punctuation() -> None:
    before = sentence("Brandt said ", quoted("nie und nimmer"), ", and left.")
    after = sentence("Brandt said ", quoted("nie wieder"), ", and left.")
    runs = difference(before, after)
    assert told(runs) == "Brandt said <nie> [-<und nimmer>-] {+<wieder>+}, and left."
    assert {run.language for run in runs if run.quoted} == {"de"}


def test_two_quotations_side_by_side_stay_two() -> None:
    both = sentence(quoted("nie"), "", " ", quoted("und nimmer"))
    assert told(difference(None, both)) == "{+<nie>+} {+<und nimmer>+}"
    assert told(difference(both, both)) == "<nie> <und nimmer>"


def test_the_same_words_said_by_a_source_and_by_the_editors_are_not_the_same() -> None:
    said, told_of = sentence("They ", quoted("will sail"), " with it."), sentence("They will sail with it.")
    assert [run.text for run in difference(told_of, said) if run.quoted] == ["will sail"]


def test_a_sentence_that_is_not_there_has_no_words() -> None:
    assert told(difference(None, sentence("It came."))) == "{+It came.+}"
    assert told(difference(sentence("It went."), None)) == "[-It went.-]"
    assert difference(sentence(""), sentence("")) == ()


def test_a_claim_in_other_words_is_compared_with_the_one_it_was() -> None:
    before = [sentence("The islands keep a boat."), sentence("Quiet at night."), sentence("It stays.")]
    after = [sentence("It stays."), sentence("Money for ramps."), sentence("The islands keep two boats.")]
    assert [told(one) for one in differences(before, after)] == [
        "The islands keep [-a boat.-] {+two boats.+}",
        "[-Quiet at night.-]",
        "{+Money for ramps.+}",
    ]


def test_claims_that_stayed_are_no_difference() -> None:
    same = [sentence("One."), sentence("Two.")]
    assert differences(same, list(reversed(same))) == []


WORDS = st.lists(st.sampled_from(["a", "b", "sail", "not", "trial,", "“so”", "é"]), max_size=12).map(" ".join)
SENTENCES = st.lists(st.tuples(WORDS, st.booleans()), max_size=4).map(
    lambda parts: sentence(
        *(Piece(text + " ", location, "de" if location else "") for text, location in parts)
    )
)


@given(SENTENCES, SENTENCES)
def test_both_sentences_can_be_read_from_their_difference(before: Sentence, after: Sentence) -> None:
    runs = difference(before, after)
    for sides, whole in (({"same", "removed"}, before), ({"same", "added"}, after)):
        left = " ".join(run.text for run in runs if run.change in sides)
        assert left.split() == "".join(piece.text for piece in whole.pieces).split()
        marked = " ".join(run.text for run in runs if run.change in sides and run.quoted)
        assert marked.split() == " ".join(piece.text for piece in whole.pieces if piece.quoted).split()
