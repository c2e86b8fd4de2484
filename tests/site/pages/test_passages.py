"""A stored text on its page: every character once, every passage marked in place."""

from hypothesis import given
from hypothesis import strategies as st

from generator.content.articles import Article, read_article
from generator.content.model import Kind, Publish, Selector
from generator.evidence import Passage, Span, Verdict
from generator.site.pages.passages import ParagraphView, paragraphs

TEXT = "One two three. Four five six. Seven eight.\n\nNine ten. Eleven twelve.\nThirteen.\n"


def article(text: str = TEXT) -> Article:
    """Read a text."""
    found, _ = read_article("daily", text.encode(), "seeds/daily.txt")
    assert found is not None
    return found


def passage(*words: str, text: str = TEXT, kind: Kind = Kind.REPORTED) -> Passage:
    """Return the passage of `words` in `text`, each segment after the one before."""
    spans, at = [], 0
    for segment in words:
        at = text.index(segment, at)
        spans.append(Span(at, at + len(segment)))
        at += len(segment)
    return Passage(Selector("daily", kind, words), tuple(spans), words, 1, Verdict.FOUND)


def laid_out(*passages: Passage, publish: Publish = Publish.FULL, text: str = TEXT) -> list[ParagraphView]:
    """Return the paragraphs of the text with passages."""
    return list(paragraphs(article(text), passages, publish))


def shown(view: ParagraphView) -> str:
    """Return what a reader sees of a paragraph: omissions in brackets, passages in angle brackets after their letter."""
    parts = []
    for piece in view.pieces:
        if piece.unpublished:
            parts.append(f"[{piece.unpublished}]")
            continue
        keys = "".join(f"{cited.key}:" for cited, _ in piece.opens)
        parts.append(f"{keys}<{piece.text}>" if piece.cited else piece.text)
    return "".join(parts)


def test_a_passage_is_marked_after_its_letter() -> None:
    assert shown(laid_out(passage("two three"))[0]) == "One a:<two three>. Four five six. Seven eight."


def test_segments_of_a_passage_share_a_letter_and_the_first_has_the_id() -> None:
    view = laid_out(passage("One", "three", "five"))[0]
    assert shown(view) == "a:<One> two a:<three>. Four a:<five> six. Seven eight."
    assert [first for piece in view.pieces for _, first in piece.opens] == [True, False, False]
    assert [cited.id for cited in view.cited] == ["at-0-3-8-13-20-24"]


def test_overlapping_passages_are_cut_into_pieces_in_lanes() -> None:
    view = laid_out(passage("One two three"), passage("two"), passage("three. Four"))[0]
    assert shown(view) == "a:<One >b:<two>< >c:<three><. Four> five six. Seven eight."
    assert {cited.key: cited.lane for cited in view.cited} == {"a": 0, "b": 1, "c": 1}
    assert [len(piece.cited) for piece in view.pieces] == [1, 2, 1, 2, 1, 0]


def test_a_fourth_overlapping_passage_has_no_line() -> None:
    view = laid_out(
        *(passage(words) for words in ("One", "One two", "One two three", "One two three. Four"))
    )[0]
    assert [cited.style for cited in view.cited] == [
        "bb-h bb-reported bb-L0",
        "bb-h bb-reported bb-L1",
        "bb-h bb-reported bb-L2",
        "bb-h bb-reported",
    ]


def test_the_same_words_of_two_kinds_share_one_id() -> None:
    view = laid_out(passage("two", kind=Kind.QUOTE), passage("two"))[0]
    assert [(cited.key, cited.kind, len(cited.passages)) for cited in view.cited] == [("a", Kind.QUOTE, 2)]


def test_a_passage_over_two_paragraphs_has_its_id_once() -> None:
    views = laid_out(passage("Seven eight.\n\nNine ten"))
    assert [shown(view) for view in views] == [
        "One two three. Four five six. a:<Seven eight.>",
        "a:<Nine ten>. Eleven twelve.",
        "Thirteen.",
    ]
    assert [first for view in views for piece in view.pieces for _, first in piece.opens] == [True, False]


def test_an_excerpt_shows_cited_sentences_and_counts_the_others() -> None:
    views = laid_out(passage("five"), passage("Eleven"), publish=Publish.EXCERPT)
    assert [shown(view) for view in views] == ["[1]Four a:<five> six. [1]", "[1]a:<Eleven> twelve.", ""]
    assert [view.unpublished for view in views] == [3, 2, 1]


def test_an_unpublished_source_shows_only_the_cited_words() -> None:
    view = laid_out(passage("One", "five"), publish=Publish.NONE)[0]
    assert shown(view) == "a:<One>[-1]a:<five>[-1]"


def test_letters_continue_after_z() -> None:
    text = " ".join(f"w{number}" for number in range(30))
    view = laid_out(*(passage(f"w{number}", text=text) for number in range(10, 30)), text=text)[0]
    assert [cited.key for cited in view.cited][-1] == "t"
    many = " ".join(f"w{number}x" for number in range(60))
    view = laid_out(*(passage(f"w{number}x", text=many) for number in range(60)), text=many)[0]
    assert [cited.key for cited in view.cited][25:28] == ["z", "aa", "ab"]
    assert view.cited[-1].key == "bh"


SPANS = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 2), st.integers(1, 20)).map(
        lambda pair: Span(pair[0], min(len(TEXT), pair[0] + pair[1]))
    ),
    max_size=6,
)


@given(SPANS)
def test_a_full_text_is_shown_once_and_in_order_whatever_is_cited(spans: list[Span]) -> None:
    found = [
        Passage(
            Selector("daily", Kind.QUOTE, (TEXT[span.start : span.end],)), (span,), ("",), 1, Verdict.FOUND
        )
        for span in spans
    ]
    stored = article()
    views = list(paragraphs(stored, found, Publish.FULL))
    for view, paragraph in zip(views, stored.paragraphs, strict=True):
        assert "".join(piece.text for piece in view.pieces) == TEXT[paragraph.start : paragraph.end]
    ids = [cited.id for view in views for piece in view.pieces for cited, first in piece.opens if first]
    assert len(ids) == len(set(ids))


TALK = "MS AU: One two. Three four.\nFive six.\nMR BO: Seven eight.\nNine ten. Eleven.\n"


def excerpt_of(*words: str) -> list[str]:
    found = [passage(text, text=TALK) for text in words]
    return [shown(view) for view in paragraphs(article(TALK), found, Publish.EXCERPT, labelled=True)]


def test_an_excerpt_keeps_the_label_of_the_speaker() -> None:
    assert excerpt_of("Three four")[0] == "MS AU: [1]a:<Three four>."


def test_an_excerpt_keeps_the_label_of_a_speech_of_several_paragraphs() -> None:
    assert excerpt_of("Five six") == ["MS AU: [2]", "a:<Five six>.", "", ""]
    assert excerpt_of("Eleven")[2:] == ["MR BO: [1]", "[1]a:<Eleven>."]


def test_a_label_in_a_cited_sentence_is_shown_once() -> None:
    assert excerpt_of("One two")[0] == "MS AU: a:<One two>. [1]"
