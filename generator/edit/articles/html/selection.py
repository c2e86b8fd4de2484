"""Which blocks of a page are lines of its article, which of them are doubtful, and which are certainly not text."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, zip_longest
from typing import NamedTuple

from lxml.html import HtmlElement

from generator.edit.articles.converted import Doubt
from generator.edit.articles.html import signs
from generator.edit.articles.html.blocks import Block

_MOST = 0.3  # of the article's letters: what holds more is the article, whatever its class says
_CONTAINER = 0.8  # of the article's letters are in the element that holds the article
_MOST_WORDS_OF_TITLE = 60
_LEAST_IN_ARTICLE = 3  # paragraphs, for an article of its own
_FEW_LINKS = 0.3
_LEAST_STANDFIRST, _LEVELS = 40, 3  # letters; elements around a block whose names count
_LOST = 0.3  # of the other program's letters: a program that has less lost the article


@dataclass(frozen=True)
class Selection:
    """The chosen blocks with their doubts, and the lines between them that were left out; how well the programs agree."""

    chosen: tuple[tuple[Block, tuple[Doubt, ...]], ...]
    removed: tuple[str, ...]
    agreement: float
    articles: int


class Stated(NamedTuple):
    """What a page gives as its titles, its summaries and its authors."""

    titles: tuple[str, ...] = ()
    summaries: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()


NOTHING_STATED = Stated()


class _Votes:
    """What the two programs chose, and what follows for the elements of the page."""

    def __init__(self, blocks: Sequence[Block], first: set[int], second: set[int]) -> None:
        self.first, self.second = first, second
        both = first & second
        large, small = (
            sum(block.letters for block in blocks if block.number in chosen)
            for chosen in (first | second, both)
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
        prose = [block.number for block in article if signs.is_prose(block)]
        self.range = (prose[0], article[-1].number) if prose else (0, -1)
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
            if signs.is_detail(element) and not signs.is_prose(block):
                return Doubt.CREDIT
        for element in path:
            self._signs[element] = doubt
        return doubt

    def has_text_of(self, block: Block) -> bool:
        """Return whether a block is text for both programs, or for one program and built like such text."""
        count = (block.number in self.first) + (block.number in self.second)
        return count == 2 or (count == 1 and _shape(block) in self.shapes)  # noqa: PLR2004  # both

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
    blocks: Sequence[Block],
    first: set[int] | None,
    second: set[int] | None,
    stated: Stated = NOTHING_STATED,
) -> Selection:
    """Return the lines of the article among the blocks of a page, by the choices of two programs."""
    votes = _Votes(blocks, first or set(), second or set())
    others, articles = _other_articles(blocks)
    comments = _comments(blocks)
    headlines = {_folded(title) for title in stated.titles}
    names = {_folded(author) for author in stated.authors}
    leads = {_folded(summary) for summary in stated.summaries}
    headline = _headline(blocks, headlines, votes)
    chosen: list[tuple[Block, tuple[Doubt, ...]]] = []
    left: list[Block] = []
    for block, after in zip_longest(blocks, blocks[1:]):
        doubts = _doubts(block, after, votes, leads, headline)
        if doubts is None or (_folded(block.text) in headlines and _is_headline(block, chosen)):
            left.append(block)
        else:
            if block.number < headline and not signs.is_prose(block):
                doubts = tuple(dict.fromkeys([*doubts, Doubt.MENU]))
            if others.get(block.number):
                doubts = tuple(dict.fromkeys([*doubts, Doubt.OTHER_ARTICLE]))
            if _folded(block.text) in names and not block.is_heading:
                doubts = tuple(dict.fromkeys([*doubts, Doubt.CREDIT]))
            if block.number in comments:
                doubts = tuple(dict.fromkeys([*doubts, Doubt.COMMENT]))
            chosen.append((block, doubts))
    start, end = votes.range
    removed = tuple(block.text for block in left if start <= block.number <= end and votes.is_inside(block))
    return Selection(_with_link_lists(chosen), removed, votes.agreement, articles)


def _doubts(
    block: Block, after: Block | None, votes: _Votes, summaries: set[str], headline: int
) -> tuple[Doubt, ...] | None:
    """Return why a block may not be a line of the article; None if it certainly is none."""
    count = (block.number in votes.first) + (block.number in votes.second)
    sign = signs.of_words(block) or votes.element_sign(block)
    # What the page gives as its own summary, and prints above the text.
    is_lead = _folded(block.text) in summaries and block.number <= votes.range[0]
    if count == 0:
        is_line = votes.is_inside(block) and not _is_in_furniture(block) and _is_line(block, votes)
        if sign or not (is_line or is_lead or _is_below_headline(block, votes, headline)):
            return None
        return (Doubt.SUMMARY if is_lead else Doubt.NO_EXTRACTOR,)
    doubts: list[Doubt] = []
    if count == 1 and not (sign is None and _is_built_like_text(block, after, votes)):
        doubts.append(Doubt.SUMMARY if is_lead else Doubt.ONE_EXTRACTOR)
    if sign:
        doubts.append(sign)
    elif signs.is_teaser_link(block):
        doubts.append(Doubt.TEASER)
    elif signs.is_menu_line(block):
        doubts.append(Doubt.MENU)
    if block.is_row:
        doubts.append(Doubt.TABLE)
    return tuple(doubts)


def _is_below_headline(block: Block, votes: _Votes, headline: int) -> bool:
    """Return whether a line between the headline and the text reads like the standfirst, or is called so."""
    return (
        0 <= headline < block.number < votes.range[0]
        and block.link_share < _FEW_LINKS
        and not _is_in_furniture(block)
        and (
            block.letters >= _LEAST_STANDFIRST
            or any(map(signs.is_standfirst, islice(block.ancestors(), _LEVELS)))
        )
    )


def _is_in_furniture(block: Block) -> bool:
    return any(element.tag in {"nav", "aside", "footer", "form"} for element in block.ancestors())


def _is_built_like_text(block: Block, after: Block | None, votes: _Votes) -> bool:
    """Return whether the page itself is the second witness for a line that one program has.

    Such a line is running text that is built like that which both programs have, a heading over such text, or an entry of a list
    in the middle of it.
    """
    if signs.is_prose(block):
        return _shape(block) in votes.shapes
    start, end = votes.range
    if not start < block.number < end or block.link_share > _FEW_LINKS:
        return False
    if block.is_heading:
        return after is not None and signs.is_prose(after) and votes.has_text_of(after)
    return block.element.tag == "li" and block.number in votes.first


def _is_line(block: Block, votes: _Votes) -> bool:
    """Return whether a block that no program has reads like a line of the article in which it stands.

    It is running text, a quotation, a heading, or a short line that is built like the article's paragraphs.
    """
    start, end = votes.range
    if signs.is_prose(block):
        return True
    if not start < block.number < end or block.link_share > 0.5:  # noqa: PLR2004  # a share
        return False
    return (
        _shape(block) in votes.shapes
        or (block.is_heading and block.element.tag != "h1")
        or any(element.tag == "blockquote" for element in block.ancestors())
    )


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _is_headline(block: Block, chosen: Sequence[object]) -> bool:
    """Return whether a block that has the words of the title is the headline: a heading, or before the text."""
    return (block.is_heading or not chosen) and len(block.text.split()) <= _MOST_WORDS_OF_TITLE


def _headline(blocks: Sequence[Block], headlines: set[str], votes: _Votes) -> int:
    """Return the number of the block that is the headline above the text; -1 if there is none."""
    numbers = [block.number for block in blocks if block.is_heading and _folded(block.text) in headlines]
    return max((number for number in numbers if number <= votes.range[0]), default=-1)


def _other_articles(blocks: Sequence[Block]) -> tuple[dict[int, bool], int]:
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


def _comments(blocks: Sequence[Block]) -> set[int]:
    """Return the blocks in an element that begins with a heading over comments, also if they are more than the article."""
    sections = set()
    for before, block in pairwise(blocks):
        section = block.element.getparent()
        if section is not None and signs.is_head_of_comments(block) and section not in before.ancestors():
            sections.add(section)
    return {block.number for block in blocks if not sections.isdisjoint(block.ancestors())}


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
