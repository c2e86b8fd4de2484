"""Quotation marks in stored texts: every style that newspapers use, and characters that only look like marks."""

import pickle

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.content.articles import Article, read_article
from generator.evidence import Span
from generator.speech.quotation_marks import quotations, quoted

INSIDE_SPEECH = "‘The diplomats’ words are clear,’ he said. ‘I don’t know the ’90s,’ she added."


def article(text: str) -> Article:
    """Return a stored text."""
    found, _ = read_article("a", text.encode(), "seeds/a.txt")
    assert found is not None
    return found


def words(text: str) -> list[str]:
    """Return the words of all quotations of a text."""
    return [text[slice(*quotation.span)] for quotation in quotations(article(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will not,” Holm said, “sign it.”", ["We will not,", "sign it."]),
        ('"We will not," Holm said, "sign it."', ["We will not,", "sign it."]),
        ("''We will not,'' Holm said. ''Never.''", ["We will not,", "Never."]),
        ("``We will not,'' Holm said.", ["We will not,"]),
        ("„Wir gehen“, sagte sie.", ["Wir gehen"]),
        ("„Idziemy”, powiedziała.", ["Idziemy"]),
        ("»Wir gehen«, sagte sie. «Ja», sagte er.", ["Wir gehen", "Ja"]),
        ("« Nous partons », dit-elle.", ["Nous partons"]),
        ("«\u00a0Nous partons\u00a0», dit-elle.", ["Nous partons"]),
        ("”Vi går”, sade hon. »Vi går», sade hon.", ["Vi går", "Vi går"]),
        ("‹Wir gehen›, sagte sie.", ["Wir gehen"]),
        ("她说“我们走。”「不。」『好』", ["我们走。", "不。", "好"]),
        ("‘We go,’ she said.", ["We go,"]),
        ("'We go,' she said.", ["We go,"]),
        ("The bandits’ ‘peace terms’ were the workers’ aim.", ["peace terms"]),
        (INSIDE_SPEECH, ["The diplomats’ words are clear,", "I don’t know the ’90s,"]),
        ("'I don't know the workers' aims,' said Holm.", ["I don't know the workers' aims,"]),
        ("“She told me ‘no’ twice.”", ["She told me ‘no’ twice."]),
        ("‘She told me “no” twice,’ he said.", ["She told me “no” twice,"]),
        (
            "''She says, 'We can't,' but I can,'' he said.",
            ["She says, 'We can't,' but I can,"],
        ),
        ("「我们“不”去」", ["我们“不”去"]),
        ("She is 6'2\" tall and likes rock 'n' roll of the '90s.", []),
        ('The 5" pipe is 3" short. "We fix it," she said.', ["We fix it,"]),
        ('"The 5" pipe leaks," she said.', ['The 5" pipe leaks,']),
        ("Don’t. It’s the workers’ aim, isn’t it?", []),
        ("“”", []),
        ('הוא אמר ש"לא נסגור", וצה"ל שתק.', ["לא נסגור"]),
        ("רה״מ אמר: ״לא נסגור״.", ["לא נסגור"]),
        ("彼は｢反対｣と言った。", ["反対"]),
    ],
)
def test_words_in_quotation_marks_are_found_and_apostrophes_are_ignored(
    text: str, expected: list[str]
) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("“One.\n“Two.\n“Three.”\nHe left.", ["One.", "Two.", "Three."]),
        ("«Un.\nDeux.\nTrois», dit-elle.", ["Un.", "Deux.", "Trois"]),
        ("‘One.\n‘Two,’ she said.", ["One.", "Two,"]),
        ('"One.\n"Two," she said.', ["One.", "Two,"]),
    ],
)
def test_a_quotation_over_paragraphs_continues(text: str, parts: list[str]) -> None:
    assert words(text) == parts
    found = quotations(article(text))
    assert [quotation.continues for quotation in found] == [False] + [True] * (len(parts) - 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “one and left.\nShe stayed.", ["one and left."]),
        ("He said “one and left. “Two,” he said.", ["one and left.", "Two,"]),
        ("It goes on and so on.” He left.", ["It goes on and so on."]),
        ("“Must we? she asked.\n“Yes,” he said.", ["Must we?", "Yes,"]),
        ("“We must, said Ann Bee, who knows.\n“Yes,” he said.", ["We must,", "Yes,"]),
    ],
)
def test_a_missing_mark_does_not_affect_other_quotations(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "« Nous partons, a dit Ann Bee, ce soir. »", ["Nous partons", "ce soir."]),
        ("fr", "« Nous partons, dit-elle, ce soir. »", ["Nous partons", "ce soir."]),
        ("fr", "« Le maire, a dit mon père, dort. »", ["Le maire, a dit mon père, dort."]),
        ("es", "«Nos vamos —dijo Ann Bee— hoy».", ["Nos vamos", "hoy"]),
        ("it", "«Partiamo, ha detto Ann Bee, oggi».", ["Partiamo", "oggi"]),
        ("pl", "„Idziemy – powiedziała Ann Bee – dziś”.", ["Idziemy", "dziś"]),
        ("ru", "«Мы идём, — сказала Анна Пчела. — Сегодня».", ["Мы идём", "Сегодня"]),
        ("en", "He left. « Nous partons, a dit Ann Bee, ce soir. »", ["Nous partons", "ce soir."]),
        ("en", "“We go, said the song, tonight.”", ["We go, said the song, tonight."]),
    ],
)
def test_a_clause_inside_the_marks_divides_the_quotation(
    language: str, text: str, expected: list[str]
) -> None:
    found = quotations(article(text), language)
    assert [text[slice(*quotation.span)] for quotation in found] == expected


def test_a_quotation_knows_the_words_in_marks_within_it() -> None:
    text = "“She told me ‘no’ and ‘never’ twice.”"
    (quotation,) = quotations(article(text))
    assert [text[slice(*span)] for span in quotation.inner] == ["no", "never"]


@pytest.mark.parametrize(
    ("text", "part", "inside"),
    [
        ("Holm said “we will sign” today.", "we will sign", True),
        ("Holm said “we will sign” today.", "“we will sign”", True),
        ("Holm said “we will sign” today.", "will", True),
        ("Holm said “we will sign” today.", "we will sign” today", False),
        ("Holm said “we will sign” today.", "Holm said", False),
        ("“We will,” Holm said, “sign.”", "We will,” Holm said, “sign", False),
        ("“We will.\n“We sign.”", "We will.\n“We sign.", True),
        ("“We will.”\n“We sign.”", "We will.”\n“We sign.", False),
    ],
)
def test_a_passage_is_quoted_if_all_of_it_is_inside_marks(text: str, part: str, inside: bool) -> None:  # noqa: FBT001
    start = text.index(part)
    assert quoted(article(text), Span(start, start + len(part))) is inside


@example("“«6 ”")
@given(st.text(alphabet="ab '\"’‘“”«»„‚\n.6", min_size=1, max_size=60))
def test_quotations_of_any_text_are_inside_their_paragraph_and_never_overlap(text: str) -> None:
    found, _ = read_article("a", text.encode(), "seeds/a.txt")
    if found is None:
        return
    end = 0
    for quotation in quotations(found):
        span, outer, paragraph = quotation.span, quotation.outer, found.paragraphs[quotation.paragraph - 1]
        assert max(end, paragraph.start) <= outer.start <= span.start < span.end <= outer.end <= paragraph.end
        end = outer.end


@pytest.mark.parametrize("unit", ["“‘", "'a ", '"\n“'])
def test_a_text_that_consists_of_marks_is_read_to_its_end(unit: str) -> None:
    text = unit * (20_000 // len(unit)) + "a"
    assert all(quotation.span.end <= len(text) for quotation in quotations(article(text)))


def test_the_same_mark_may_open_again_inside_a_quotation() -> None:
    assert words("Elle dit : « Nous aimons le « grand calme » du soir. » Puis « non ».") == [
        "Nous aimons le « grand calme » du soir.",
        "non",
    ]


def test_the_quotations_of_a_text_are_found_once_and_are_not_stored_with_it() -> None:
    found = article("“We stay,” she said.")
    assert quotations(found) is quotations(found, "en-GB", dialogue=False)
    assert vars(pickle.loads(pickle.dumps(found))).keys() == {"id", "text", "sha256", "paragraphs"}  # noqa: S301 - our own bytes
