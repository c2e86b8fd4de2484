"""A stored text on its page: every character once, every passage marked in place."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.articles import Article, read_article
from generator.content.model import Kind, Publish, Selector, Source, SourceFile, SourceKind
from generator.evidence import Passage, Span, Verdict, cited_sentences
from generator.site.pages.passages import ParagraphView, paragraphs

TEXT = "One two three. Four five six. Seven eight.\n\nNine ten. Eleven twelve.\nThirteen.\n"


def article(text: str = TEXT) -> Article:
    """Read a text."""
    found, _ = read_article("daily", text.encode(), "seeds/daily.txt")
    assert found is not None
    return found


def source(text: str, publish: Publish, kind: SourceKind = SourceKind.ARTICLE, status: str = "") -> Source:
    """Return a source with a text."""
    about = {"title": "Daily", "language": "en", "publish": publish, "kind": kind}
    if status:
        about |= {"status": status, "status_note": "The paper asks for it."}
    return Source("daily", SourceFile.model_validate(about), article(text))


def passage(*words: str, text: str = TEXT, kind: Kind = Kind.REPORTED) -> Passage:
    """Return the passage of `words` in `text`, each segment after the one before."""
    spans, at = [], 0
    for segment in words:
        at = text.index(segment, at)
        spans.append(Span(at, at + len(segment)))
        at += len(segment)
    return Passage(Selector("daily", kind, words), tuple(spans), words, 1, Verdict.FOUND)


def laid_out(
    *passages: Passage, publish: Publish = Publish.FULL, text: str = TEXT, status: str = ""
) -> list[ParagraphView]:
    """Return the paragraphs of the text with passages."""
    return list(paragraphs(source(text, publish, status=status), passages))


def shown(view: ParagraphView) -> str:
    """Return what a reader sees of a paragraph: omissions in brackets, cited words in angle brackets after the numbers that begin there."""
    parts = []
    for piece in view.pieces:
        numbers = "".join(f"{cited.number}:" for cited in piece.begins)
        text = f"<{piece.text}>" if piece.cited else piece.text
        parts.append(numbers + (f"[{piece.unpublished}]" if piece.unpublished else text))
    return "".join(parts)


def test_a_passage_is_marked_where_it_stands() -> None:
    assert shown(laid_out(passage("two three"))[0]) == "One 1:<two three>. Four five six. Seven eight."


def test_a_passage_of_several_segments_begins_at_the_first() -> None:
    view = laid_out(passage("One", "three", "five"))[0]
    assert shown(view) == "1:<One> two <three>. Four <five> six. Seven eight."
    assert [cited.id for cited in view.cited] == ["at-0-3-8-13-20-24"]


def test_overlapping_passages_are_cut_into_pieces() -> None:
    view = laid_out(passage("One two three"), passage("two"), passage("three. Four"))[0]
    assert shown(view) == "1:<One >2:<two>< >3:<three><. Four> five six. Seven eight."
    assert [len(piece.cited) for piece in view.pieces] == [1, 2, 1, 2, 1, 0]


def test_the_same_words_of_two_kinds_share_one_id() -> None:
    view = laid_out(passage("two", kind=Kind.QUOTE), passage("two"))[0]
    assert [(cited.number, len(cited.passages)) for cited in view.cited] == [(1, 2)]


def test_a_passage_over_two_paragraphs_begins_once() -> None:
    views = laid_out(passage("Seven eight.\n\nNine ten"), passage("Eleven"))
    assert [shown(view) for view in views] == [
        "One two three. Four five six. 1:<Seven eight.>",
        "<Nine ten>. 1:<Eleven> twelve.",
        "Thirteen.",
    ]


def test_an_excerpt_shows_cited_sentences_and_counts_the_others() -> None:
    views = laid_out(passage("five"), passage("Eleven"), publish=Publish.EXCERPT)
    assert [shown(view) for view in views] == ["[1]Four 1:<five> six. [1]", "[1]1:<Eleven> twelve.", ""]
    assert views[2].unpublished == 1


def test_paragraphs_of_which_nothing_is_published_are_one() -> None:
    views = laid_out(passage("Thirteen"), publish=Publish.EXCERPT)
    assert [(view.number, view.last, view.unpublished) for view in views] == [(1, 2, 5), (3, 3, 0)]


def test_an_unpublished_source_shows_only_the_cited_words() -> None:
    view = laid_out(passage("One", "five"), publish=Publish.NONE)[0]
    assert shown(view) == "1:<One>[-1]<five>[-1]"


def test_a_withheld_source_keeps_the_places_of_its_passages() -> None:
    view = laid_out(passage("One", "five"), passage("three"), status="withheld")[0]
    assert shown(view) == "1:[-1]2:[-1]"


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
    views = laid_out(*found)
    for view, paragraph in zip(views, article().paragraphs, strict=True):
        assert "".join(piece.text for piece in view.pieces) == TEXT[paragraph.start : paragraph.end]
    ids = [cited.id for view in views for piece in view.pieces for cited in piece.begins]
    assert len(ids) == len(set(ids))


@given(SPANS)
def test_the_sentences_that_an_excerpt_leaves_out_are_those_that_are_not_counted(spans: list[Span]) -> None:
    found = [
        Passage(Selector("daily", Kind.QUOTE, ("",)), (span,), ("",), 1, Verdict.FOUND)
        for span in spans
        if TEXT[span.start : span.end].strip()
    ]
    views = laid_out(*found, publish=Publish.EXCERPT)
    left_out = sum(view.unpublished + sum(piece.unpublished for piece in view.pieces) for view in views)
    assert left_out == article().sentence_count - len(cited_sentences(article(), found))


TALK = "MS AU: One two. Three four.\nFive six.\nMR BO: Seven eight.\nNine ten. Eleven.\n"


def excerpt_of(*words: str) -> list[str]:
    found = [passage(text, text=TALK) for text in words]
    return [shown(view) for view in paragraphs(source(TALK, Publish.EXCERPT, SourceKind.INTERVIEW), found)]


def test_an_excerpt_keeps_the_label_of_the_speaker() -> None:
    assert excerpt_of("Three four")[0] == "MS AU: [1]1:<Three four>."


def test_an_excerpt_keeps_the_label_of_a_speech_of_several_paragraphs() -> None:
    assert excerpt_of("Five six") == ["MS AU: [2]", "1:<Five six>.", ""]
    assert excerpt_of("Eleven")[1:] == ["MR BO: [1]", "[1]1:<Eleven>."]


def test_a_label_in_a_cited_sentence_is_shown_once() -> None:
    assert excerpt_of("One two")[0] == "MS AU: 1:<One two>. [1]"


def calls_for(pages: int, end: str) -> int:
    """Return how many functions are called to lay out a text of so many pages, with passages on each."""
    text = "".join(f"Sentence w{number}a. And w{number}b.{end}" for number in range(pages * 10)) + "\n"
    found = [passage(f"w{number}a. And w{number}b", text=text) for number in range(0, pages * 10, 3)]
    long_source, calls = source(text, Publish.EXCERPT), 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    list(paragraphs(long_source, found))
    sys.setprofile(None)
    return calls


@pytest.mark.parametrize("end", ["\n", " "], ids=["many paragraphs", "one paragraph"])
def test_four_times_the_text_takes_four_times_the_work(end: str) -> None:
    assert calls_for(80, end) < 4.3 * calls_for(20, end)
