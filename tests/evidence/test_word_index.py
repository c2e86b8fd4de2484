"""An index of a long text finds the only place of words as a search of all of it does."""

import random

import pytest

from generator.content.articles import read_article
from generator.evidence import word_index
from generator.evidence.word_index import only_place


@pytest.mark.parametrize("block", [1, 7, 40, 4096])
def test_the_index_gives_the_same_place_as_a_search(monkeypatch: pytest.MonkeyPatch, block: int) -> None:
    monkeypatch.setattr(word_index, "_LONG", 0)
    monkeypatch.setattr(word_index, "_MANY", 0)
    monkeypatch.setattr(word_index, "_BLOCK", block)
    chance = random.Random(block)  # noqa: S311 - it makes texts, and no secrets
    for number in range(30):
        text = " ".join(chance.choices(["we", "will", "not", "sign", "a", "treaty", str(number)], k=60))
        article, _ = read_article("a", text.encode(), "seeds/a.txt")
        assert article is not None
        for _ in range(60):
            start = chance.randrange(len(text))
            words = text[start : start + chance.randint(1, 60)].strip()
            if words:
                first, last = text.find(words), text.rfind(words)
                assert only_place(article, words) == (first if first == last else None)
        assert only_place(article, "we never sign") is None
