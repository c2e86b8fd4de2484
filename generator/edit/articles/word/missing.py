"""What the text of a Word file has, and the converted text has not."""

import unicodedata
from collections import Counter
from collections.abc import Iterable

from generator.edit.articles.word.package import Package
from generator.edit.articles.word.visible import paragraphs_of


def missing_texts(package: Package, texts: Iterable[str]) -> list[str]:
    """Return the paragraphs of the file whose letters and digits are not, in their order, in the converted texts."""
    converted = [_letters(text) for text in texts]
    left = Counter(converted)
    together = "".join(converted)
    missing = []
    for text in paragraphs_of(package.document):
        letters = _letters(text)
        if left[letters]:
            left[letters] -= 1
        elif letters not in together:
            missing.append(" ".join(text.split()))
    return missing


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))
