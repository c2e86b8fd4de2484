"""In any text, its own words are found in any typography, and no other words are."""

import random
import re
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator import word_boundaries
from generator.content.articles import Article, read_article
from generator.content.model import Kind, Selector
from generator.evidence import matching
from generator.evidence.matching import Failure, Passage, Verdict, locate
from generator.evidence.near_match import nearest
from generator.evidence.occurrences import occurrences
from generator.evidence.span import Span
from generator.fold import INVISIBLE, REPLACED, SAME, SPACES, fold
from generator.word_boundaries import cuts_word

# Words and gaps as newspapers write them, and characters of every kind.
WORDS = st.sampled_from(
    [
        "the",
        "talks",
        "ended",
        "neither",
        "further",
        "nor",
        "closer",
        "us",
        "l’accord",
        "Élysée",
        "Київ",
        "和平",
        "협정",
        "السلام",
        "naïve",
        "U.S.",
        "2.5",
        "1,000",
        "été",
        "co\xadoperate",
        "“war”",
        "…",
        "[sic]",
        "(all)",
        "«oui»",
        "👩\u200d🚀",
        "ﬁ",
        "Ångström",
        "ready.",
        "don’t suit",
        "“We can’t”",
    ]
)
GAPS = st.sampled_from(
    [" ", " ", " ", "  ", "\n", "\r\n\r\n", "\u00a0", "\u202f", ", ", ". ", " – ", "—", "\u2028"]
)
PROSE = st.lists(st.tuples(WORDS, GAPS), min_size=3, max_size=25).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
ANY = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)
DOTS = re.compile("[.…]{2}")  # a passage that begins or ends between two dots is no words of an editor
TEXTS = st.one_of(PROSE, st.tuples(PROSE, ANY, PROSE).map("".join))


def _article(text: str) -> Article:
    article, _ = read_article("a", text.encode(), "seeds/a.txt")
    assume(article is not None)
    assert article is not None
    return article


def _locate(article: Article, *segments: str) -> Passage | Failure:
    return locate(article, Selector("a", Kind.QUOTE, segments))


def _chosen(data: st.DataObject, text: str, after: int = 0) -> Span:
    """Draw a span of whole words with at least three letters that starts and ends with a visible character."""
    seen = [at for at in range(after, len(text)) if text[at] not in SPACES + INVISIBLE]
    starts = [at for at in seen if not cuts_word(text, at, len(text))]
    ends = [at + 1 for at in seen if not cuts_word(text, 0, at + 1)]
    spans = [
        Span(start, end)
        for start in starts
        for end in ends
        if start < end < start + 60
        and sum(char.isalnum() for char in text[start:end]) >= 3
        and not any(DOTS.search(text, max(0, at - 1), at + 1) for at in (start, end))
    ]
    assume(spans)
    return data.draw(st.sampled_from(spans))


def _retyped(words: str, random: random.Random) -> str:
    """Return the same words in another typography."""
    typed = []
    words = unicodedata.normalize(random.choice(["NFC", "NFD"]), words)
    for at, char in enumerate(words):
        plain = next((folded for folded, others in SAME.items() if char in folded + others), None)
        if plain == " ":
            typed.append("".join(random.choices(SPACES, k=random.randint(1, 3))))
        elif plain is not None:
            # Beside a space, « and » say to which words the space belongs, so another mark there has another meaning.
            beside = words[at - 1 : at] + words[at + 1 : at + 2]
            alone = len(beside) < 2 or any(other in SPACES + INVISIBLE for other in beside)
            others = [mark for mark in plain + SAME[plain] if not (alone and mark in "«»‹›")]
            typed.append(char if alone and char in "«»‹›" else random.choice(others))
        elif char == "…":
            typed.append(random.choice(["…", "..."]))
        elif char not in INVISIBLE:
            typed.append(char)
        if random.random() < 0.1:
            typed.append(random.choice(INVISIBLE[1:]))  # a soft hyphen would divide a word at a line end
    return "".join(typed)


@given(TEXTS, st.data())
@pytest.mark.slow
def test_whole_words_are_found_at_exactly_their_offsets(text: str, data: st.DataObject) -> None:
    article, span = _article(text), _chosen(data, text)
    assert span in occurrences(article, text[span.start : span.end])
    passage = _locate(article, text[span.start : span.end])
    if isinstance(passage, Passage):
        assert passage.spans == (span,)
        assert passage.texts == (text[span.start : span.end],)
        assert passage.verdict is Verdict.FOUND
    else:
        assert passage.verdict is Verdict.AMBIGUOUS
        assert span in [hit.span for hit in passage.occurrences]


@given(TEXTS, st.data(), st.randoms(use_true_random=False))
@pytest.mark.slow
def test_words_are_found_in_any_typography(text: str, data: st.DataObject, random: random.Random) -> None:
    article, span = _article(text), _chosen(data, text)
    typed = _retyped(text[span.start : span.end], random)
    assert span in occurrences(article, typed)
    passage = _locate(article, typed)
    if isinstance(passage, Passage):
        assert fold(passage.texts[0]).text.strip() == fold(typed).text.strip()
        assert passage.texts == tuple(text[span.start : span.end] for span in passage.spans)
    else:
        assert passage.verdict is Verdict.AMBIGUOUS


@given(PROSE, st.data(), st.characters(categories=["L", "Nd"], max_codepoint=0x24F))
def test_words_with_one_changed_letter_or_digit_are_never_found(
    text: str, data: st.DataObject, other: str
) -> None:
    article, span = _article(text), _chosen(data, text)
    words = text[span.start : span.end]
    at = data.draw(st.sampled_from([i for i, char in enumerate(words) if char.isalnum()]))
    changed = words[:at] + other + words[at + 1 :]
    assume(fold(changed).text not in fold(text).text)
    result = _locate(article, changed)
    assert isinstance(result, Failure)
    assert result.verdict is Verdict.NOT_FOUND


@given(PROSE, st.data())
def test_words_in_another_letter_case_are_never_found(text: str, data: st.DataObject) -> None:
    article, span = _article(text), _chosen(data, text)
    words = text[span.start : span.end]
    changed = data.draw(st.sampled_from([words.upper(), words.lower(), words.swapcase(), words.title()]))
    assume(fold(changed).text not in fold(text).text)
    assert isinstance(_locate(article, changed), Failure)


@given(
    st.lists(
        st.sampled_from(["the", "talks", "have", "ended", "without", "any", "agreement", "so", "far"]),
        min_size=3,
    ),
    st.data(),
)
def test_words_with_one_word_missing_added_or_changed_are_never_found(
    words: list[str], data: st.DataObject
) -> None:
    article = _article(" ".join(words))
    at = data.draw(st.integers(0, len(words) - 1))
    new = data.draw(st.sampled_from([[], ["never"], [words[at], "never"], ["never", words[at]]]))
    changed = " ".join([*words[:at], *new, *words[at + 1 :]])
    assume(changed not in article.text)
    assume(sum(char.isalnum() for char in changed) >= 3)
    result = _locate(article, changed)
    assert isinstance(result, Failure)
    assert result.verdict is Verdict.NOT_FOUND


@given(TEXTS, TEXTS)
def test_a_passage_has_whole_words_of_the_text_that_fold_to_the_same(text: str, words: str) -> None:
    article = _article(text)
    for typed in (words, *words.split()):
        passage = _locate(article, typed)
        if isinstance(passage, Passage):
            (span,) = passage.spans
            assert passage.texts == (text[span.start : span.end],)
            assert not cuts_word(text, span.start, span.end)
            assert fold(passage.texts[0]).text.strip() == fold(typed).text.strip()


@given(PROSE, PROSE, st.data(), st.randoms(use_true_random=False))
@pytest.mark.slow
def test_segments_in_order_are_found_without_overlap(
    before: str, after: str, data: st.DataObject, random: random.Random
) -> None:
    text = before + after
    article = _article(text)
    first = _chosen(data, before)
    second = _chosen(data, text, len(before))
    segments = [_retyped(text[span.start : span.end], random) for span in (first, second)]
    assume(
        all(
            span in occurrences(article, words) for span, words in zip((first, second), segments, strict=True)
        )
    )
    passage = _locate(article, *segments)
    if isinstance(passage, Passage):
        assert passage.spans[0].end <= passage.spans[1].start
        assert passage.texts == tuple(text[span.start : span.end] for span in passage.spans)
        assert [fold(words).text.strip() for words in passage.texts] == [
            fold(words).text.strip() for words in segments
        ]
    else:
        assert passage.verdict is Verdict.AMBIGUOUS


@given(PROSE, st.data(), st.sampled_from(["never", "x", "the"]))
def test_the_words_that_a_hint_offers_are_found(text: str, data: st.DataObject, other: str) -> None:
    article, span = _article(text), _chosen(data, text)
    words = text[span.start : span.end].split()
    words[data.draw(st.integers(0, len(words) - 1))] = other
    near = nearest(article, " ".join(words))
    if near is not None and sum(char.isalnum() for char in near.text) >= 3:
        assert near.text == text[near.span.start : near.span.end]
        assert near.span in occurrences(article, near.text)


@given(TEXTS)
def test_every_folded_character_maps_back_to_characters_that_fold_to_it(text: str) -> None:
    folded = fold(text)
    last = 0
    for at, char in enumerate(folded.text):
        original = folded.original(at, at + 1)
        if original is None:  # a dot of an ellipsis, a letter of a ligature
            assert char in "".join(REPLACED.values())
            continue
        start, end = original
        assert last <= end
        assert 0 <= start < end <= len(text)
        assert char in fold(text[start:end]).text or not unicodedata.is_normalized("NFC", text)
        last = end
    if folded.text:
        original = folded.original(0, len(folded.text))
        assert original is not None
        assert fold(text[slice(*original)]).text == folded.text


@given(st.text(alphabet="ab1 \n.,:;!?\"“”’'-–—()\u0301\u200b\u05d0é…", min_size=2, max_size=7), st.booleans())
def test_the_shortcut_for_plain_edges_gives_the_same_answer(text: str, begins: bool) -> None:  # noqa: FBT001
    answers = [word_boundaries._cut(text, at, begins=begins) for at in range(len(text) + 1)]  # noqa: SLF001 - the shortcut is inside
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word_boundaries, "_PLAIN_EDGE", re.compile(r"(?!)"))
        assert [word_boundaries._cut(text, at, begins=begins) for at in range(len(text) + 1)] == answers  # noqa: SLF001 - likewise


@given(PROSE, st.data(), st.randoms(use_true_random=False))
def test_the_shortcut_for_words_that_occur_once_gives_the_same_answer(
    text: str, data: st.DataObject, random: random.Random
) -> None:
    article, first = _article(text), _chosen(data, text)
    start = data.draw(st.integers(0, len(text) - 1))
    words = _retyped(text[slice(*first)], random), text[start : start + data.draw(st.integers(1, 30))]
    for segments in (words[:1], words[1:], words):
        answer = _locate(article, *segments)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(matching, "_only_passage", lambda *_: None)
            assert _locate(article, *segments) == answer
