"""Made newspaper articles of about 600 words, and the passages of each that evidence can cite."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from bench import vocabulary as words
from bench.prose import Style, Writer, capitalised

_FILLERS = 17  # sentences beside them, which bring an article to about 600 words
_FEWEST_WORDS = 4  # in a passage


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who is quoted: the identifiers of the person and of the party, the country, the role and the name."""

    id: str
    party: str
    country: str
    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article that stand in it once: one segment, or several with other words between them.

    `kind` is the key of the evidence; `speaker` is None where nobody is quoted.
    """

    kind: str
    segments: tuple[str, ...]
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A made article: its text, paragraphs apart by blank lines, and its passages in their order."""

    title: str
    text: str
    passages: tuple[Passage, ...]


def write_article(chance: random.Random, style: Style, speakers: Sequence[Speaker]) -> Article:
    """Write an article with PASSAGES passages; the one with the number n belongs to the party of `speakers[n]`."""
    writer = Writer(chance, style)
    paragraphs = [write(writer, speaker) for write, speaker in zip(_PATTERNS, speakers, strict=True)]
    passages = tuple(passage for _, passage in paragraphs)
    fillers = [capitalised(writer.clause()) + "." for _ in range(_FILLERS)]
    texts = []
    for text, _ in paragraphs:
        count = chance.choice((1, 1, 2, 2, 3)) if fillers else 0
        texts += [text, " ".join(fillers.pop() for _ in range(min(count, len(fillers))))]
    text = "\n\n".join(text for text in [*texts, " ".join(fillers)] if text) + "\n"
    if any(text.count(segment) != 1 for passage in passages for segment in passage.segments):
        return write_article(chance, style, speakers)  # rare: these words came twice by chance
    return Article(capitalised(writer.clause()), text, passages)


def _quoted(writer: Writer, speaker: Speaker) -> tuple[str, Passage]:
    said = capitalised(writer.speech())
    who = f"{speaker.country} {speaker.role} {speaker.name} {writer.word(words.SPOKEN)} on {writer.chance.choice(words.DAYS)}"
    text = f"{_marked(writer, said + ',')} {who}."
    return text, Passage("quote", (_part(writer, said),), speaker)


def _interrupted(writer: Writer, speaker: Speaker, runs: int = 2) -> tuple[str, Passage]:
    said = [capitalised(writer.speech()), writer.speech(), capitalised(writer.speech())][:runs]
    surname = speaker.name.split()[-1]
    text = f"{_marked(writer, said[0] + ',')} {speaker.role} {speaker.name} said, {_marked(writer, said[1] + '.')}"
    for more in said[2:]:
        text += f" {surname} added: {_marked(writer, more + '.')}"
    return text, Passage("quote", tuple(_part(writer, words) for words in said), speaker)


def _partly_quoted(writer: Writer, speaker: Speaker) -> tuple[str, Passage]:
    said = writer.noun_phrase(2)
    while said.count(" ") < _FEWEST_WORDS - 1:
        said = writer.noun_phrase(2)
    text = f"{speaker.name}, the {speaker.role.lower()} of {speaker.country}, called it {_marked(writer, said)} and left it at that."
    return text, Passage("quote", (said,), speaker)


def _told(writer: Writer, speaker: Speaker, kind: str = "reported") -> tuple[str, Passage]:
    told = f"{speaker.country}{writer.style.apostrophe}s {writer.word(words.NOUNS)} {writer.verb_phrase()}"
    text = f"{told}, {writer.word(words.PLAIN_LINKS)} {writer.clause()}."
    return text, Passage(kind, (_part(writer, told),))


def _marked(writer: Writer, said: str) -> str:
    return f"{writer.style.opening}{said}{writer.style.closing}"


def _part(writer: Writer, said: str) -> str:
    """Take all of `said`, or its last words from one of the first three on, where enough are left and no negation is cut off."""
    runs = said.split(" ")
    start = writer.chance.choice((0, 0, 0, 1, 2))
    part = runs[start:]
    # A part begins with a word, not with the dash between two.
    is_fair = len(part) >= _FEWEST_WORDS and part[0][0].isalnum() and words.NEGATIONS.isdisjoint(runs[:start])
    return " ".join(part) if is_fair else said


# The paragraphs of an article: six quotations, two of them interrupted, and four sentences without any.
_PATTERNS: tuple[Callable[[Writer, Speaker], tuple[str, Passage]], ...] = (
    _quoted,
    _told,
    _interrupted,
    _told,
    _quoted,
    _partly_quoted,
    partial(_interrupted, runs=3),
    _told,
    _quoted,
    partial(_told, kind="assessment"),
)
PASSAGES = len(_PATTERNS)
