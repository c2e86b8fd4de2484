"""Where words may be in a very long text. Each search of it takes time, and many passages may be cited from one report."""

from collections.abc import Iterable

from generator.content.articles import Article, once_per_article

_LONG = 200_000  # characters of a text that is worth counting its searches
_MANY = 200  # searches, which take as long as making the index
_BLOCK = 4096  # characters, and the rest of the last word

_Part = tuple[int, int]


def only_place(article: Article, words: str) -> int | None:
    """Return where the folded `words` start in the folded text of `article`; None if they are not there exactly once."""
    text, found = article.folded.text, -1
    for start, end in _parts(article, words):
        at = text.find(words, start, end)
        if at >= 0 and text.find(words, at + 1, end) >= 0:
            return None
        if at >= 0 and found not in (-1, at):
            return None
        found = max(found, at)
    return found if found >= 0 else None


def _parts(article: Article, words: str) -> Iterable[_Part]:
    """Return parts of the folded text that together have every place of `words`. They may overlap.

    The words between the first and the last one are complete in the text too, so the rarest of them says where to search.
    """
    length = len(article.folded.text)
    if length < _LONG or not _is_searched_often(article):
        return ((0, length),)
    index = _index(article)
    parts = (index.get(word, []) for word in words.split(" ")[1:-1])
    rarest = min(parts, key=len, default=[(0, length)])
    return ((max(0, start - len(words)), end + len(words)) for start, end in rarest)


def _is_searched_often(article: Article) -> bool:
    """Count a search of `article`, and return whether it had many."""
    count: int = article.results.get(_is_searched_often, 0) + 1
    article.results[_is_searched_often] = count
    return count > _MANY


@once_per_article
def _index(article: Article) -> dict[str, list[_Part]]:
    """Return the parts of the folded text by the words in them."""
    text, start = article.folded.text, 0
    found: dict[str, list[_Part]] = {}
    while start < len(text):
        end = text.find(" ", start + _BLOCK)
        part = (start, end if end >= 0 else len(text))
        for word in set(text[slice(*part)].split(" ")):
            found.setdefault(word, []).append(part)
        start = part[1] + 1
    return found
