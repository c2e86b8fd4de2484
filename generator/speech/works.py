"""Titles of works and names inside quotation marks, which nobody says: “Rust and Rain”."""

from collections.abc import Sequence

from generator.speech.quotation_marks import Quotation
from generator.speech.words import LanguageWords, words_of

_LOOK_BACK = 200  # characters in which the word before is
_LONGEST_TITLE = 8  # words
_LONG_WORD = 4  # letters


def is_title_of_work(text: str, group: Sequence[Quotation], words: LanguageWords) -> bool:
    """Return whether the quotations of an utterance are the title of a work, or a name; `words` are those of the source."""
    quotation, *others = group
    inside = text[quotation.span.start : quotation.span.end].rstrip(".,").split()
    if others or not inside:
        return False
    before = text[max(0, quotation.outer.start - _LOOK_BACK) : quotation.outer.start].rsplit(maxsplit=1)[-1:]
    if before and before[0].lower() in words_of("titled"):
        return True
    if words.code == "de" or len(inside) > _LONGEST_TITLE:
        return False
    is_name = inside[0][:1].isupper() and text[quotation.span.end - 1] not in ".,!?…"
    if before and is_name and words.kinds.get(before[0].lower()) == "p":
        return True  # told the “Evening Lamp”; in “Harbour Days”
    long = [word for word in inside if len(word) >= _LONG_WORD]
    has_capitals = all(word[:1].isupper() for word in [inside[0], *long])
    is_caps = text[quotation.span.start : quotation.span.end].isupper()
    return has_capitals and len(inside) > 1 and len(long) > 1 and not is_caps
