"""Where words begin and end. In each case, [brackets] mark the span."""

# ruff: noqa: RUF001 - look-alikes and other scripts are what is tested

import pytest

from generator.word_boundaries import cuts_word, whole_words


def _span(marked: str) -> tuple[str, int, int]:
    before, inside, after = marked.replace("]", "[").split("[")
    return before + inside + after, len(before), len(before) + len(inside)


@pytest.mark.parametrize(
    "marked",
    [
        "they were “more or less [accept]able”",
        "the un[acceptable] part",
        "our terms are non-[negotiable]",
        "[anti]-war groups",
        "a Russian\u2010[backed plan]",
        "[We can]’t accept it",
        "[We can]'t accept it",
        "[We can]´t accept it",
        "[We canʼ]t accept it",
        "[We can]\u00ad’\u200bt accept it",
        "[We can’]t accept it",
        "We can[’t accept] it",
        "they don’[t suit us]",
        "they’[re ready]",
        "that is [Putin]’s view",
        "п’[ять] років",
        "in the [1990]’s",
        "[2].5 million",
        "2.[5 million]",
        "2[.5 million]",
        "11,[000 soldiers]",
        "[11],000 soldiers",
        "[1]’000 people",
        "11\u202f[000 soldiers]",
        "[11]\u00a0000 soldiers",
        "at [12]:30",
        "in [20]25",
        "−[5 degrees]",
        "it was -[5 degrees]",
        "[5]km away",
        "[x]²",
        "the [U].S. delegation",
        "the U.[S. delegation]",
        "[caf]e\u0301",
        "[cafe]\u0301 noir",
        "cafe[\u0301 noir]",
        "[co]\u00adoperate",
        "می\u200c[خواهیم]",
        "[\u1112\u1161]\u11ab",
        "[👩]\u200d🚀",
        "👩\u200d[🚀]",
        "[👍]🏽 fine",
        "[❤]\ufe0f fine",
        "[1]\ufe0f\u20e3 fine",
        "🇺[🇦]",
        "[🇺🇦🇷]🇺",
        "น[้ำ]",
        "ក[្ម]",
        "ក្[ម]",
        "[col]·laboració",
        '[צה]"ל',
        "[전쟁]은",
    ],
)
def test_a_span_that_begins_or_ends_inside_a_word_cuts_it(marked: str) -> None:
    text, start, end = _span(marked)
    assert cuts_word(text, start, end)
    assert not cuts_word(text, *whole_words(text, start, end))


@pytest.mark.parametrize(
    "marked",
    [
        "[all of it]",
        "they were “[more or less acceptable]”",
        "[We can’t] accept it",
        "they [don’t suit us]",
        "d’après l’[accord] signé",
        "L’[Élysée] refuse",
        "‘[special military operation]’",
        "that is [Putin’s] view",
        "the parties’ [own view]",
        "[the parties]’ own view",
        "[2.5 million]",
        "a [near-term] deal",
        "an anti-\u201c[war]\u201d group",
        "ended in [2025]. Then",
        "ended in [2025], then",
        "ended in [2025]… then",
        "from 2–[5 people]",
        "talks – [5 of them]",
        "peace plan—[terms that]",
        "the [U.S.] delegation",
        "the [US] delegation",
        "[cafe\u0301] noir",
        "\u200b[war]\u00ad and peace",
        "word\u200d [war]\u200d and peace",
        "[👩\u200d🚀] fine",
        "❤\ufe0f[love]",
        "[🇺🇦]🇷🇺",
        "他们说[无法接受]这份协议",
        "他说‘[我们]不会’",
        "我们[12月]前",
        "เขา[ไม่ยอม]รับ",
        "この[合意]は",
        "‘[전쟁]’이라고",
        "«[guerre]»",
        "see [plan.Next] step",
        "a wrong plan.[Next] step",
    ],
)
def test_a_span_of_whole_words_cuts_nothing(marked: str) -> None:
    text, start, end = _span(marked)
    assert not cuts_word(text, start, end)
    assert whole_words(text, start, end) == (start, end)
