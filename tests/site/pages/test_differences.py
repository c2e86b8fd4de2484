"""Word differences between two sentences."""

from hypothesis import given
from hypothesis import strategies as st

from generator.site.pages.differences import Run, difference, differences
from generator.site.pages.sentences import Piece, Sentence


def sentence(*pieces: str | Piece) -> Sentence:
    """Return a sentence of the editors' words, and of a source's where pieces say so."""
    return Sentence("", tuple(Piece(piece) if isinstance(piece, str) else piece for piece in pieces), ())


def quoted(text: str) -> Piece:
    """Return words of a source in German."""
    return Piece(text, quoted=True, language="de")


def marked(runs: tuple[Run, ...]) -> str:
    """Return runs as a line: [-removed-], {+added+}, and a source's words in angle brackets."""
    forms = {"same": "%s", "removed": "[-%s-]", "added": "{+%s+}"}
    return "".join(
        forms[run.change] % (f"<{run.text}>" if run.quoted else run.text) + " " * run.space for run in runs
    )


def test_added_words_are_marked_in_place() -> None:
    assert (
        marked(
            difference(
                sentence("The league says it will take part in the trial."),
                sentence("The league says it will never take part in the trial."),
            )
        )
        == "The league says it will {+never+} take part in the trial."
    )


def test_a_few_equal_words_between_two_changes_are_part_of_the_change() -> None:
    before = sentence("The paper says that they want paid rest in any case.")
    after = sentence("The paper says that they gave up paid leave.")
    assert marked(difference(before, after)) == (
        "The paper says that they [-want paid rest in any case.-] {+gave up paid leave.+}"
    )


def test_sentences_with_few_words_in_common_are_replaced_as_a_whole() -> None:
    before = sentence("She said that the council supports it on one condition, and that a trial comes first.")
    after = sentence("After the vote she said nothing.")
    assert [run.change for run in difference(before, after)] == ["removed", "added"]


def test_quoted_words_keep_their_language_and_punctuation() -> None:
    before = sentence("Brandt said ", quoted("nie und nimmer"), ", and left.")
    after = sentence("Brandt said ", quoted("nie wieder"), ", and left.")
    runs = difference(before, after)
    assert marked(runs) == "Brandt said <nie> [-<und nimmer>-] {+<wieder>+}, and left."
    assert {run.language for run in runs if run.quoted} == {"de"}


def test_two_adjacent_quotations_stay_two() -> None:
    both = sentence(quoted("nie"), "", " ", quoted("und nimmer"))
    assert marked(difference(None, both)) == "{+<nie>+} {+<und nimmer>+}"
    assert marked(difference(both, both)) == "<nie> <und nimmer>"


def test_quoted_words_differ_from_the_same_words_of_the_editors() -> None:
    quoting, plain = sentence("They ", quoted("will sail"), " with it."), sentence("They will sail with it.")
    assert [run.text for run in difference(plain, quoting) if run.quoted] == ["will sail"]


def test_a_missing_sentence_has_no_words() -> None:
    assert marked(difference(None, sentence("It came."))) == "{+It came.+}"
    assert marked(difference(sentence("It went."), None)) == "[-It went.-]"
    assert difference(sentence(""), sentence("")) == ()


def test_a_reworded_claim_is_compared_with_its_earlier_wording() -> None:
    before = [sentence("The islands keep a boat."), sentence("Quiet at night."), sentence("It stays.")]
    after = [sentence("It stays."), sentence("Money for ramps."), sentence("The islands keep two boats.")]
    assert [marked(runs) for runs in differences(before, after)] == [
        "The islands keep [-a boat.-] {+two boats.+}",
        "[-Quiet at night.-]",
        "{+Money for ramps.+}",
    ]


def test_unchanged_claims_are_left_out() -> None:
    same = [sentence("One."), sentence("Two.")]
    assert differences(same, list(reversed(same))) == []


WORDS = st.lists(st.sampled_from(["a", "b", "sail", "not", "trial,", "“so”", "é"]), max_size=12).map(" ".join)
SENTENCES = st.lists(st.tuples(WORDS, st.booleans()), max_size=4).map(
    lambda parts: sentence(
        *(Piece(text + " ", location, "de" if location else "") for text, location in parts)
    )
)


@given(SENTENCES, SENTENCES)
def test_both_sentences_can_be_restored_from_their_difference(before: Sentence, after: Sentence) -> None:
    runs = difference(before, after)
    for sides, original in (({"same", "removed"}, before), ({"same", "added"}, after)):
        words = " ".join(run.text for run in runs if run.change in sides)
        assert words.split() == "".join(piece.text for piece in original.pieces).split()
        quotes = " ".join(run.text for run in runs if run.change in sides and run.quoted)
        assert quotes.split() == " ".join(piece.text for piece in original.pieces if piece.quoted).split()
