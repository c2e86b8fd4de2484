"""Saved web pages become the paragraphs of their article.

The page's own elements give the text, and two programs say what of it belongs to the article. What both say is kept; what one
says is kept and doubtful. No character comes from a program.
"""

import re
from dataclasses import dataclass, replace
from importlib.metadata import version

from lxml.html import HtmlElement

from generator.edit.articles.cleaning import cleaning_steps
from generator.edit.articles.converted import Converted, Doubt, Line
from generator.edit.articles.html import signs
from generator.edit.articles.html.blocks import Block, blocks_of
from generator.edit.articles.html.details import details_of, states_a_paywall, summaries_of
from generator.edit.articles.html.extractors import choices
from generator.edit.articles.html.page import HOW_TO_SAVE, read_page, remove_hidden
from generator.edit.articles.html.selection import Selection, Stated, select
from generator.edit.articles.transcripts import label_of, labels_of, timed
from generator.edit.error import EditError

_LIBRARIES = ("trafilatura", "readability-lxml", "lxml")
_LEAST_LETTERS = 60  # of an article's running text
_MAY_BE_TEXT = {Doubt.ONE_EXTRACTOR, Doubt.NO_EXTRACTOR, Doubt.SUMMARY}
_LITTLE_TEXT = 1200  # letters: of a page whose scripts load the text
_LEAST_AGREED = 200  # letters without the end of a sentence
_LEAST_HIDDEN = 60  # words: less is a note or a form
_LOW_AGREEMENT = 0.5
_MOST_INSTEAD = 600  # letters
_INSTEAD = (
    (
        "is no article: the site checks whether you are a person",
        re.compile(
            r"just a moment\W*$|(?:verify|confirm) (?:that )?you are (?:a )?human\b|checking (?:if the site connection is secure|your browser before)"
            r"|\S+ needs to review the security of your connection|(?:please )?enable javascript and cookies to continue|are you a robot\W*$|press (?:&|and) hold to confirm",
            re.IGNORECASE,
        ),
    ),
    (
        "is no article: the site says that there is no such page",
        re.compile(
            r"(?:error )?404\b(?=.*(?:not found|page|error|seite|nicht gefunden|introuvable|encontrad))|(?:page|seite) (?:not found|nicht gefunden)\b|page introuvable\b|página no encontrada\b"
            r"|the page (?:that )?you (?:are looking|were looking|requested|are trying)\b",
            re.IGNORECASE,
        ),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class _Reading:
    """The blocks of a page, those that are lines of its article, and how many words of running text are hidden.

    `agreed` are the numbers of the blocks that both programs take for the article.
    """

    blocks: list[Block]
    selection: Selection
    agreed: set[int]
    hidden: int

    @property
    def is_article(self) -> bool:
        """Whether there is some running text, or a long text that both programs take for an article."""
        prose = sum(
            block.letters
            for block, doubts in self.selection.chosen
            if signs.is_prose(block) and not set(doubts) - _MAY_BE_TEXT
        )
        long = sum(
            block.letters
            for block, doubts in self.selection.chosen
            if block.number in self.agreed and not doubts
        )
        return prose >= _LEAST_LETTERS or long >= _LEAST_AGREED


def convert(raw: bytes, name: str) -> Converted:
    """Return the article of a saved web page.

    `name` names the file in messages. Raise EditError for a file that is no page, and for a page without an article.
    """
    page = read_page(raw, name)
    details = dict(details_of(page))
    paywall = states_a_paywall(page.root)
    has_scripts = page.root.find(".//script") is not None
    titles = [found.value for found in details.get("title", ())]
    bylines = [found.value for found in details.get("byline", ())]
    authors = (name for byline in bylines for name in (byline, *byline.split(", ")))
    stated = Stated(tuple(titles), summaries_of(page.root), tuple(authors))
    notices = [*page.decoded.notices]
    reading = _read(page.root, stated)
    if not reading.is_article and reading.hidden >= _LEAST_HIDDEN:
        other = _read(read_page(raw, name).root, stated, with_hidden=True)
        if other.is_article and other.selection.agreement >= _LOW_AGREEMENT:
            reading = other
            notices.append(
                "The page hides this text until its scripts run. Compare it with the page in a browser."
            )
    if not reading.is_article:
        # The programs miss some articles in unusual elements: then all running text is shown, and all of it is doubtful.
        reading = replace(reading, selection=select(reading.blocks, set(), set(), stated))
    chosen = reading.selection.chosen
    if what := _instead([title for title in titles if title], chosen):
        raise EditError(f"{name} {what}. {HOW_TO_SAVE}")
    if not reading.is_article:
        raise EditError(_nothing(name, reading.blocks, has_scripts=has_scripts))
    plain = tuple(Line(block.text, doubts) for block, doubts in chosen)
    lines, time_steps = timed(plain)
    labels = labels_of(lines, {label for block, _ in chosen if (label := _bold_label(block))})
    if labels:  # pages call interviews and transcripts articles as well
        details["kind"] = tuple(found for found in details.get("kind", ()) if found.value != "article")
    return Converted(
        format="html",
        lines=lines,
        details={key: found for key, found in details.items() if found},
        steps=(*_steps([block for block, _ in chosen]), *time_steps),
        notices=(*notices, *_notices(reading, paywall=paywall)),
        removed=reading.selection.removed,
        labels=labels,
        encoding=page.decoded.encoding,
        encoding_is_guessed=page.decoded.is_guessed,
        programs=tuple(f"{library} {version(library)}" for library in _LIBRARIES),
    )


def _instead(titles: list[str], chosen: tuple[tuple[Block, tuple[Doubt, ...]], ...]) -> str:
    """Return what a short page is that a server sends instead of an article; nothing for other pages."""
    if sum(block.letters for block, _ in chosen) > _MOST_INSTEAD:
        return ""
    texts = [*titles, *(block.text for block, _ in chosen)]
    return next((what for what, words in _INSTEAD if any(map(words.match, texts))), "")


def _read(root: HtmlElement, stated: Stated, *, with_hidden: bool = False) -> _Reading:
    """Return what is chosen of a page, which is changed for it. Some pages hide their article until their scripts run."""
    hidden = remove_hidden(root, reads_styles=not with_hidden)
    blocks = blocks_of(root)
    first, second = choices(root, blocks)
    selection = select(blocks, first, second, stated)
    return _Reading(blocks, selection, (first or set()) & (second or set()), hidden)


def _steps(blocks: list[Block]) -> tuple[str, ...]:
    steps = list(cleaning_steps("".join(block.raw) for block in blocks))
    if notes := sum(block.notes for block in blocks):
        steps.append(f"Marks of footnotes left out: {notes}.")
    return tuple(steps)


def _bold_label(block: Block) -> str:
    """Return the label at the start of a block if it is in bold type."""
    label = label_of(block.text)
    return label if label and block.lead.strip(" :：*.").endswith(label) else ""


def _notices(reading: _Reading, *, paywall: str) -> list[str]:
    notices = []
    if paywall:
        notices.append(f"{paywall}: the saved page may end before the article does.")
    if reading.hidden >= _LEAST_HIDDEN:
        notices.append(
            f"The page has about {reading.hidden} words that it does not show; they were left out."
        )
    if reading.selection.articles > 1:
        notices.append(f"The page has {reading.selection.articles} articles. All but the first are marked.")
    if reading.selection.agreement < _LOW_AGREEMENT:
        notices.append("The two programs disagree about much of this page. Read every line.")
    return notices


def _nothing(name: str, blocks: list[Block], *, has_scripts: bool) -> str:
    """Return what a page without an article is, and what to do."""
    text = " ".join(block.text for block in blocks)
    if any(signs.of_words(block) is Doubt.COOKIES for block in blocks) or "cookie" in text.casefold():
        what = "shows only a notice about cookies or a subscription, and no article"
    elif has_scripts and len(text) < _LITTLE_TEXT:
        what = "has no text of an article: its scripts load the text when the page is open"
    elif not text:
        what = "shows no text"
    else:
        what = "has no running text that could be an article"
    return f"{name} {what}. {HOW_TO_SAVE}"
