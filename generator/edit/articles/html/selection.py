"""Which blocks of a page are lines of its article, which of them are doubtful, and which are certainly not text."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml.html import HtmlElement

from generator.edit.articles.converted import Doubt
from generator.edit.articles.html import signs
from generator.edit.articles.html.blocks import Block

_MOST = 0.3  # of the article's letters: what holds more is the article, whatever its class says
_CONTAINER = 0.8  # of the article's letters are in the element that holds the article
_MOST_WORDS_OF_TITLE = 60
_LEAST_IN_ARTICLE = 3  # paragraphs, for an article of its own
_LOST = 0.3  # of the other program's letters: a program that has less lost the article


@dataclass(frozen=True)
class Selection:
    """The chosen blocks with their doubts, and the lines between them that were left out; how well the programs agree."""

    chosen: tuple[tuple[Block, tuple[Doubt, ...]], ...]
    removed: tuple[str, ...]
    agreement: float
    articles: int


class _Votes:
    """What the two programs chose, and what follows for the elements of the page."""

    def __init__(self, blocks: Sequence[Block], first: set[int], second: set[int]) -> None:
        self.first, self.second = first, second
        both = first & second
        large, small = (
            sum(block.letters for block in blocks if block.number in chosen) for chosen in (first | second, both)
        )
        self.agreement = small / large if large else 1.0
        trusted = both if small > _LOST * large else first or second
        article = [block for block in blocks if block.number in trusted]
        self.letters: Counter[HtmlElement] = Counter()
        for block in article:
            for element in block.ancestors():
                self.letters[element] += block.letters
        self.total = sum(block.letters for block in article)
        self.container = _container(article, self.letters, self.total)
        self.shapes = {_shape(block) for block in article if block.number in both and signs.is_prose(block)}
        self.range = (article[0].number, article[-1].number) if article else (0, -1)
        self._signs: dict[HtmlElement, Doubt | None] = {}

    def element_sign(self, block: Block) -> Doubt | None:
        """Return what the elements around a block say about it, up to those that hold much of the article."""
        path = []
        doubt = None
        for element in block.ancestors():
            if element in self._signs:
                doubt = self._signs[element]
                break
            if self.letters[element] > self.total * _MOST:
                break
            path.append(element)
            if doubt := signs.of_element(element):
                break
        for element in path:
            self._signs[element] = doubt
        return doubt

    def is_inside(self, block: Block) -> bool:
        """Return whether a block stands in the element that holds the article."""
        return self.container is None or self.container in block.ancestors()


def _container(
    article: Sequence[Block], letters: Mapping[HtmlElement, int], total: int
) -> HtmlElement | None:
    """Return the smallest element that holds nearly all of the article."""
    for block in article:
        for element in block.ancestors():
            if letters[element] >= total * _CONTAINER:
                return element
    return None


def _shape(block: Block) -> tuple[tuple[object, str | None], ...]:
    """Return how a block is built: the names and classes of its element and of the two around it."""
    elements = [element for element, _ in zip(block.ancestors(), range(3), strict=False)]
    return tuple((element.tag, element.get("class")) for element in elements)


def select(
    blocks: Sequence[Block], first: set[int] | None, second: set[int] | None, titles: Iterable[str]
) -> Selection:
    """Return the lines of the article among the blocks of a page, by the choices of two programs."""
    votes = _Votes(blocks, first or set(), second or set())
    others, articles = _other_articles(blocks, votes)
    headlines = {_folded(title) for title in titles}
    chosen: list[tuple[Block, tuple[Doubt, ...]]] = []
    left: list[Block] = []
    for block in blocks:
        if _folded(block.text) in headlines and _is_headline(block, chosen):
            left.append(block)
        elif (doubts := _doubts(block, votes)) is None:
            left.append(block)
        else:
            if others.get(block.number):
                doubts = tuple(dict.fromkeys([*doubts, Doubt.OTHER_ARTICLE]))
            chosen.append((block, doubts))
    start, end = votes.range
    removed = tuple(block.text for block in left if start <= block.number <= end and votes.is_inside(block))
    return Selection(_with_link_lists(chosen), removed, votes.agreement, articles)


def _doubts(block: Block, votes: _Votes) -> tuple[Doubt, ...] | None:
    """Return why a block may not be a line of the article; None if it certainly is none."""
    count = (block.number in votes.first) + (block.number in votes.second)
    sign = signs.of_words(block) or votes.element_sign(block)
    is_prose = signs.is_prose(block)
    if count == 0:
        if sign or not votes.is_inside(block) or _is_in_furniture(block):
            return None
        if is_prose or _is_short_line(block, votes):
            return (Doubt.NO_EXTRACTOR,)
        return None
    doubts: list[Doubt] = []
    # A line of running text that is built like those that both programs have has the page itself as its second witness.
    if count == 1 and not (is_prose and _shape(block) in votes.shapes and sign is None):
        doubts.append(Doubt.ONE_EXTRACTOR)
    if sign:
        doubts.append(sign)
    elif signs.is_teaser_link(block):
        doubts.append(Doubt.TEASER)
    if block.is_row:
        doubts.append(Doubt.TABLE)
    return tuple(doubts)


def _is_in_furniture(block: Block) -> bool:
    return any(element.tag in {"nav", "aside", "footer", "form"} for element in block.ancestors())


def _is_short_line(block: Block, votes: _Votes) -> bool:
    """Return whether a line that is no sentence is built like the article's paragraphs, or is a heading inside the article."""
    start, end = votes.range
    if not start < block.number < end or block.link_share > 0.5:  # noqa: PLR2004  # a share
        return False
    return _shape(block) in votes.shapes or (block.is_heading and block.element.tag != "h1")


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _is_headline(block: Block, chosen: Sequence[object]) -> bool:
    """Return whether a block that has the words of the title is the headline: a heading, or before the text."""
    return (block.is_heading or not chosen) and len(block.text.split()) <= _MOST_WORDS_OF_TITLE


def _other_articles(blocks: Sequence[Block], votes: _Votes) -> tuple[dict[int, bool], int]:
    """Return which blocks are in another article than the first, and how many articles the page has.

    An article is an element <article> with a main heading of its own and several paragraphs; the posts of a live blog are not.
    """
    members: dict[HtmlElement, list[Block]] = {}
    for block in blocks:
        outer = [element for element in block.ancestors() if element.tag == "article"]
        if outer:
            members.setdefault(outer[-1], []).append(block)
    own = [
        inside
        for inside in members.values()
        if any(block.element.tag == "h1" for block in inside)
        and sum(signs.is_prose(block) for block in inside) >= _LEAST_IN_ARTICLE
    ]
    if len(own) < 2:  # noqa: PLR2004  # several
        return {}, len(own)
    return {block.number: True for inside in own[1:] for block in inside}, len(own)


def _with_link_lists(
    chosen: Sequence[tuple[Block, tuple[Doubt, ...]]],
) -> tuple[tuple[Block, tuple[Doubt, ...]], ...]:
    """Mark the entries of lists that are nothing but links, three or more in a row."""
    is_link = [block.element.tag == "li" and signs.is_link_line(block) for block, _ in chosen]
    in_list = [False] * len(chosen)
    start = 0
    for index, (before, after) in enumerate(pairwise([*is_link, False]), start=1):
        if before and not after and index - start >= 3:  # noqa: PLR2004  # a list
            in_list[start:index] = [True] * (index - start)
        if not before:
            start = index
    return tuple(
        (block, doubts if not linked or set(doubts) - {Doubt.ONE_EXTRACTOR} else (*doubts, Doubt.MENU))
        for (block, doubts), linked in zip(chosen, in_list, strict=True)
    )
