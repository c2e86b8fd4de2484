"""Find the words of a selector in a text, or say why they are not found."""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.articles import Article, read_article
from generator.content.model import Kind, Selector
from generator.evidence.matching import Failure, Passage, Verdict, locate
from generator.evidence.occurrences import occurrences
from generator.evidence.span import Span
from tests.building import ROOT

MOSCOW = (ROOT / "seeds" / "moscow-talks-2025-12-02.txt").read_text(encoding="utf-8")


def article_of(text: str) -> Article:
    article, _ = read_article("a", text.encode(), "seeds/a.txt")
    assert article is not None
    return article


def look_up(
    text: str, *segments: str, prefix: str = "", suffix: str = "", occurrence: int | None = None
) -> Passage | Failure:
    """Look `segments` up in `text`."""
    return locate(article_of(text), Selector("a", Kind.QUOTE, segments, prefix, suffix, occurrence))


def found(
    text: str, *segments: str, prefix: str = "", suffix: str = "", occurrence: int | None = None
) -> str:
    """Return `text` with the passage of `segments` in [brackets]; otherwise the verdict and the index of the segment."""
    result = look_up(text, *segments, prefix=prefix, suffix=suffix, occurrence=occurrence)
    if isinstance(result, Failure):
        return f"{result.verdict} {result.segment}"
    for span in reversed(result.spans):
        text = f"{text[: span.start]}[{text[span.start : span.end]}]{text[span.end :]}"
    return text


@pytest.mark.parametrize("words", ["neither further nor closer", "siding with “war” and obstructing"])
def test_a_quote_of_the_real_article_is_found_in_any_typography(words: str) -> None:
    typed = words.replace("“", '"').replace("”", '"')
    for spelling in (words, typed.replace(" ", " \u00a0")):
        passage = look_up(MOSCOW, spelling)
        assert isinstance(passage, Passage)
        assert passage.texts == (words,)
        assert passage.verdict is (Verdict.FOUND if spelling == words else Verdict.FOLDED)
        (span,) = passage.spans
        assert MOSCOW[span.start : span.end] == words
        assert MOSCOW.count("\n", 0, span.start) + 1 == passage.paragraph


def test_an_interrupted_quote_of_the_real_article_is_found_in_two_spans() -> None:
    passage = look_up(MOSCOW, "more or less acceptable", "don't suit us")
    assert isinstance(passage, Passage)
    assert passage.texts == ("more or less acceptable", "don’t suit us")
    assert passage.verdict is Verdict.FOLDED
    assert passage.paragraph == 2


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # The source's own characters are not preferred to the same words in other typography.
        ("don't go, don’t go", "don't go", "ambiguous 0"),
        ("don't go, don’t go", "don’t go", "ambiguous 0"),
        ("wait… for me", "wait... for", "[wait… for] me"),
        ("wait ... for me", "wait … for", "[wait ... for] me"),
        ("two\r\n\r\nparagraphs here", "two paragraphs", "[two\r\n\r\nparagraphs] here"),
        ("[sic] we (all) agree […] now", "agree […] now", "[sic] we (all) [agree […] now]"),
        ("un cafe\u0301 noir", "café", "un [cafe\u0301] noir"),
        ("un café noir", "cafe\u0301", "un [café] noir"),
        ("a co\u00adop\u200berative way", "cooperative", "a [co\u00adop\u200berative] way"),
        ("a cooperative way", "\ufeffco\u00adoperative ", "a [cooperative] way"),
        # Nothing else folds.
        ("The War began", "the war", "not found 0"),
        ("in 1,000 days", "1.000 days", "not found 0"),
        ("un café noir", "cafe", "not found 0"),
        ("we agree with it", "we agree to it", "not found 0"),
        ("wait… for me", "wait.", "not found 0"),
        # A hyphen at the end of a line may belong to the word or not.
        ("no nego-\ntiations", "negotiations", "no [nego-\ntiations]"),
        ("no nego-\ntiations", "nego- tiations", "no [nego-\ntiations]"),
        ("a well-\r\nknown place", "well-known place", "a [well-\r\nknown place]"),
        ("re-form it, nego-\ntiate", "reform it", "not found 0"),
        ("we nego-\ntiate", "we nego", "cuts a word 0"),
        # Footnote marks.
        ("the harbour¹ at night", "the harbour", "[the harbour]¹ at night"),
        ("the harbour[3] at night", "harbour at night", "the [harbour[3] at night]"),
        # Signs that fold to one belong to the words together.
        ("they sign foo --- and go", "sign foo ---", "they [sign foo ---] and go"),
        ("they sign foo --- and go", "sign foo —", "they [sign foo ---] and go"),
        ("he said ``good for all'' and left", "“good for all”", "he said [``good for all''] and left"),
        # No word is cut.
        ("unacceptable", "accept", "cuts a word 0"),
        ("We can’t accept it", "We can", "cuts a word 0"),
        ("We can’t accept. We can.", "We can", "We can’t accept. [We can]."),
        ("They don’t suit us", "t suit us", "cuts a word 0"),
        ("They don’t suit us", "’t suit us", "cuts a word 0"),
        ("d’après l’accord signé", "accord", "d’après l’[accord] signé"),
        ("about 11,000 soldiers", "000 soldiers", "cuts a word 0"),
        # Several places.
        ("talks on talks", "talks", "ambiguous 0"),
        ("na na na", "na na", "ambiguous 0"),
        # Too short.
        ("we go", "we", "too short 0"),
        ("we go", "“we” …", "too short 0"),
        ("we go", "\u200b", "too short 0"),
        ("the EU a", "EU a", "the [EU a]"),
        # A complete quotation may be short.
        ("She said: “No.” No boat left.", "No.", "She said: “[No.]” No boat left."),
        ("She said: “No boat.”", "No", "too short 0"),
        ("“No.” Then: “No.”", "No", "ambiguous 0"),
        ("Elle dit : « Si », et part.", "Si", "Elle dit : « [Si] », et part."),
        ("“We,” no “go”", "no", "too short 0"),
        ('"We," no "go"', "no", "too short 0"),
        ("市長は「否」と述べた。", "否", "市長は「[否]」と述べた。"),
        ("市長は反対と述べた。", "反対", "市長は[反対]と述べた。"),
        ("他说不", "不", "too short 0"),
        ("시장은 “네”라고 했다.", "네", "시장은 “[네]”라고 했다."),
        ("Он сказал: «Да».", "Да", "Он сказал: «[Да]»."),
        ("시장은 ‘네’라고 했다.", "네", "시장은 ‘[네]’라고 했다."),
        ("היא אמרה: ״כן״.", "כן", "היא אמרה: ״[כן]״."),
        # So may all that somebody says behind a label or a dash.
        ("MR REED: No.\n\nMS VALE: No boats.", "No.", "MR REED: [No.]\n\nMS VALE: No boats."),
        ("— Вы за?\n\n— Да.", "Да", "— Вы за?\n\n— [Да]."),
        ("It was late. At last: no.", "no", "too short 0"),
        # A hyphen at the end of a line belongs to a range of numbers.
        ("from 2020-\n24 on", "from 202024", "not found 0"),
    ],
)
def test_a_segment_is_found_once_or_refused(text: str, words: str, expected: str) -> None:
    assert found(text, words) == expected


@pytest.mark.parametrize(
    ("text", "segments", "expected"),
    [
        ("“We must,” he said, “go now.”", ("We must,", "go now."), "“[We must,]” he said, “[go now.]”"),
        ("one two three", ("one", "two", "three"), "[one] [two] [three]"),
        ("first then second", ("second", "first"), "out of order 1"),
        ("one three two", ("one", "two", "three"), "out of order 2"),
        ("work is not over yet", ("work is not", "not over yet"), "overlapping 1"),
        ("one two", ("one two", "one"), "overlapping 1"),
        ("one two", ("one", "one"), "overlapping 1"),
        ("one, one", ("one", "one"), "[one], [one]"),
        ("“We,” he said, “go now.”", ("We", "go now"), "“[We],” he said, “[go now].”"),
        ("one two", ("one", "tow"), "not found 1"),
        ("one two", ("one", "tw"), "too short 1"),
        ("one twofold", ("one", "two"), "cuts a word 1"),
        ("We say. Then they act, and they act.", ("We say", "they act"), "ambiguous 1"),
        ("We say, we say. Then they act.", ("We say", "they act"), "[We say], we say. Then [they act]."),
        ("one two one two", ("one", "two"), "ambiguous 0"),
        # A place that the order rules out makes nothing ambiguous.
        ("two one two", ("one", "two"), "two [one] [two]"),
        ("one two one", ("one", "two"), "[one] [two] one"),
        # Exact occurrences that cannot be placed in order give way to folded ones.
        ("don’t. Then agree. But don't", ("don't", "agree"), "[don’t]. Then [agree]. But don't"),
    ],
)
def test_segments_are_found_in_order_without_overlap_or_refused(
    text: str, segments: tuple[str, ...], expected: str
) -> None:
    assert found(text, *segments) == expected


PINNED = "the old pact, the new pact; the last pact"


@pytest.mark.parametrize(
    ("segments", "prefix", "suffix", "occurrence", "expected"),
    [
        (("pact",), "old", "", None, "the old [pact], the new pact; the last pact"),
        (("pact",), "the\u00a0new ", "", None, "the old pact, the new [pact]; the last pact"),
        (("pact",), "", "; the", None, "the old pact, the new [pact]; the last pact"),
        (("pact",), "", "", 3, "the old pact, the new pact; the last [pact]"),
        (("the",), ";", "", None, "the old pact, the new pact; [the] last pact"),
        (("the",), "", "last", 3, "the old pact, the new pact; [the] last pact"),
        (("the",), "pact,", "new", 2, "the old pact, [the] new pact; the last pact"),
        (("pact",), "the", "", None, "in another place 0"),
        (("pact",), "", "", 4, "in another place 0"),
        (("pact",), "old", "", 2, "in another place 0"),
        (("the",), "pact", "", None, "in another place 0"),
        (("pact",), "old the", "", None, "in another place 0"),
        # A prefix, suffix or occurrence must fit even if there is only one place.
        (("last pact",), "the", "", None, "the old pact, the new pact; the [last pact]"),
        (("last pact",), "new", "", None, "in another place 0"),
        (("last pact",), "", "", 2, "in another place 0"),
        # With one end pinned, the other end means its nearest place.
        (("old", "pact"), "the", "", None, "the [old] [pact], the new pact; the last pact"),
        (("old", "pact"), "", "", 1, "the [old] [pact], the new pact; the last pact"),
        (("the", "pact"), "pact,", "", None, "the old pact, [the] new [pact]; the last pact"),
        (("the", "pact"), "", ";", None, "the old pact, [the] new [pact]; the last pact"),
        (("the", "pact"), "", "", 1, "[the] old [pact], the new pact; the last pact"),
        (("the", "new"), "", "pact", None, "the old pact, [the] [new] pact; the last pact"),
        # A segment in the middle is never chosen among several places.
        (("old", "the", "last"), "the", "pact", None, "ambiguous 1"),
        (("old", "pact", "last"), "", "", 1, "ambiguous 1"),
    ],
)
def test_prefix_suffix_and_occurrence_choose_a_place_and_must_fit(
    segments: tuple[str, ...], prefix: str, suffix: str, occurrence: int | None, expected: str
) -> None:
    assert found(PINNED, *segments, prefix=prefix, suffix=suffix, occurrence=occurrence) == expected


def test_an_occurrence_counts_places_in_any_typography() -> None:
    text = "don’t go, don't go, don’t go"
    assert found(text, "don't go", occurrence=1) == "[don’t go], don't go, don’t go"
    assert found(text, "don't go", occurrence=3) == "don’t go, don't go, [don’t go]"
    assert found(text, "don't go", prefix="go,", suffix=",") == "don’t go, [don't go], don’t go"


def test_a_prefix_that_fits_two_places_is_ambiguous_and_both_are_named() -> None:
    result = look_up("so they go and so they go", "they go", prefix="so")
    assert isinstance(result, Failure)
    assert result.verdict is Verdict.AMBIGUOUS
    assert [(item.number, item.span) for item in result.occurrences] == [(1, Span(3, 10)), (2, Span(18, 25))]


def test_occurrences_cut_no_word() -> None:
    assert occurrences(article_of("can’t, can, canned, “can”"), "can") == (Span(7, 10), Span(21, 24))


def test_frequent_segments_are_judged_without_trying_every_way() -> None:
    """A computer cannot count the ways to place these."""
    text = "never ever " * 100 + "again"
    assert found(text, *(["never", "ever"] * 20)) == "ambiguous 0"
    assert found(text, "again", *(["never", "ever"] * 20)) == "out of order 1"
    assert found(text, *(["never", "ever"] * 20), "again", occurrence=1) == "ambiguous 1"


def _ways(article: Article, selector: Selector) -> Iterator[tuple[Span, ...]]:
    """Yield every way to place the segments: slow, but simple enough to trust."""
    for spans in product(*(occurrences(article, segment) for segment in selector.segments)):
        if any(left.end > right.start for left, right in pairwise(spans)):
            continue
        if selector.occurrence and spans[0] != dict(
            enumerate(occurrences(article, selector.segments[0]), 1)
        ).get(selector.occurrence):
            continue
        before, after = article.text[: spans[0].start].rstrip(), article.text[spans[-1].end :].lstrip()
        if before.endswith(selector.prefix) and after.startswith(selector.suffix):
            yield spans


@given(
    st.lists(st.sampled_from(["abc", "abd", "abc abd"]), min_size=1, max_size=9).map(" ".join),
    st.lists(st.sampled_from(["abc", "abd", "abc abd"]), min_size=1, max_size=4).map(tuple),
    st.sampled_from(["", "abc", "abd"]),
    st.sampled_from(["", "abc", "abd"]),
    st.sampled_from([None, 1, 2, 3]),
)
def test_the_result_equals_that_of_trying_every_way(
    text: str, segments: tuple[str, ...], prefix: str, suffix: str, occurrence: int | None
) -> None:
    article = article_of(text)
    selector = Selector("a", Kind.QUOTE, segments, prefix, suffix, occurrence)
    ways = list(_ways(article, selector))
    if prefix or suffix or occurrence:
        ways = [
            way
            for way in ways
            if not any(
                (way[0].start, way[-1].end) != (other[0].start, other[-1].end)
                and way[0].start <= other[0].start
                and other[-1].end <= way[-1].end
                for other in ways
            )
        ]
    result = locate(article, selector)
    if len(ways) == 1:
        assert isinstance(result, Passage)
        assert result.spans == ways[0]
    else:
        assert isinstance(result, Failure)
        assert (result.verdict is Verdict.AMBIGUOUS) == bool(ways)


def test_a_passage_of_a_decomposed_text_has_its_own_characters() -> None:
    text = unicodedata.normalize("NFD", "Il a dit : « C’est décidé, l’Élysée l’a répété. »")
    result = look_up(text, "l’Élysée l'a répété")
    assert isinstance(result, Passage)
    assert result.texts == (unicodedata.normalize("NFD", "l’Élysée l’a répété"),)
