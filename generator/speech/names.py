"""Names in a stored text: people and parties that are known, and runs of capitalised words that look like a person's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.content.articles import Article
from generator.content.model import Party
from generator.evidence import Span
from generator.speech.lexicon import NO_NAMES, PARTICLES, TITLES
from generator.word_boundaries import cuts_word

# A word that does not begin with a small ASCII letter.
_CAPITALISED = re.compile(r"(?<![^\W\d_])(?![a-z])[^\W\d_]+(?:[’'\-][^\W\d_]+)*\.?")
_LONGEST_GAP = 12  # characters of small words inside a name
_TITLE_ENDINGS = (
    "minister",
    "ministerin",
    "präsident",
    "präsidentin",
    "sprecher",
    "sprecherin",
    "meister",
    "meisterin",
    "kanzler",
    "kanzlerin",
    "chef",
    "chefin",
    "leiter",
    "leiterin",
    "direktor",
    "direktorin",
    "vorsitzende",
    "vorsitzender",
)
_OWN = ("’s", "'s", "’", "'")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, or some party (`speaker` is None), that briefings/parties.yml knows, with all names that texts may use."""

    party: str
    speaker: str | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a known person or party is named."""

    span: Span
    person: Person


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: where it stands, with titles left out, and whether it only says whose (“Putin’s adviser”)."""

    span: Span
    text: str
    owns: bool
    person: Person | None
    title: str


def people(parties: Mapping[str, Party]) -> tuple[Person, ...]:
    """Give everybody whom `parties` know; a surname counts where it belongs to one speaker only."""
    surnames = Counter(
        speaker.name.split()[-1] for party in parties.values() for speaker in party.speakers.values()
    )
    found: list[Person] = []
    for name, party in parties.items():
        for speaker_id, speaker in party.speakers.items():
            names = [*speaker.names]
            surname = speaker.name.split()[-1]
            if surnames[surname] == 1:
                names.append(surname)
            found.append(Person(name, speaker_id, _spelt(names)))
        found.append(Person(name, None, _spelt(party.names)))
    return tuple(found)


def _spelt(names: Sequence[str]) -> tuple[str, ...]:
    """Give each name once, and those with an apostrophe with the other kind of it too."""
    other = (name.replace("'", "’") if "'" in name else name.replace("’", "'") for name in names)
    return tuple(dict.fromkeys([*names, *other]))


@lru_cache(maxsize=8)
def _pattern(known: tuple[Person, ...]) -> tuple[re.Pattern[str] | None, Mapping[str, Person]]:
    by_name: dict[str, Person] = {}
    for person in known:
        for name in person.names:
            by_name.setdefault(_plain(name), person)
    if not by_name:
        return None, {}
    longest = sorted(by_name, key=len, reverse=True)
    parts = (r"\s+".join(re.escape(word) for word in name.split()) for name in longest)
    return re.compile("|".join(parts).replace("'", "['’]")), by_name


def mentions(article: Article, known: Sequence[Person]) -> tuple[Mention, ...]:
    """Give every place where one of `known` is named, the longest name first, whole words only, in order."""
    pattern, by_name = _pattern(tuple(known))
    if pattern is None:
        return ()
    return tuple(
        Mention(Span(*match.span()), by_name[_plain(match.group())])
        for match in pattern.finditer(article.text)
        if not cuts_word(article.text, *match.span())
    )


def _plain(name: str) -> str:
    return " ".join(name.replace("’", "'").split())


def names(article: Article, known: Sequence[Person]) -> tuple[Name, ...]:
    """Give every name of `article`: of known people and parties, and runs of capitalised words, in order."""
    found = [_known(article.text, one) for one in mentions(article, known)]
    taken = [one.span for one in found]
    at = 0
    for run in _runs(article.text):
        while at < len(taken) and taken[at].end <= run.span.start:
            at += 1
        if at == len(taken) or taken[at].start >= run.span.end:
            found.append(run)
        elif run.span.start <= taken[at].start and taken[at].end <= run.span.end:
            found[at] = Name(run.span, run.text, run.owns, found[at].person, run.title)
    return tuple(sorted(found, key=lambda one: one.span))


def _known(text: str, mention: Mention) -> Name:
    start, end = mention.span
    return Name(mention.span, text[start:end], text.startswith(_OWN[:2], end), mention.person, "")


def _runs(text: str) -> Iterator[Name]:
    """Give runs of capitalised words: “Ada van der Holm”, without titles before and “’s” behind."""
    run: list[re.Match[str]] = []
    for match in _CAPITALISED.finditer(text):
        word = match.group()
        if not word[0].isupper() or word.lower() in NO_NAMES:
            continue
        if run and not (_joined(text[run[-1].end() : match.start()]) and not _ends(run[-1].group())):
            yield from _name(text, run)
            run = []
        run.append(match)
    if run:
        yield from _name(text, run)


def _joined(gap: str) -> bool:
    """Say whether two words with `gap` between them are of one name: a space, or small words such as “van der”."""
    if gap in ("", " ", "\u00a0", " al-", " el-", " as-", " ash-", " ad-", " d’", " d'"):
        return True
    return len(gap) <= _LONGEST_GAP and gap[0] == gap[-1] == " " and PARTICLES.issuperset(gap.split())


def _ends(word: str) -> bool:
    """Say whether a sentence or a possessive ends with `word`; a title's or initial's point ends none."""
    bare = word.rstrip(".")
    return word.endswith(_OWN[:2]) or (word.endswith(".") and len(bare) > 1 and bare.lower() not in TITLES)


def _name(text: str, run: list[re.Match[str]]) -> Iterator[Name]:
    words = list(run)
    title = ""
    for index in range(len(words) - 1, -1, -1):
        # What stands before a title belongs to it: Transport Minister Ada Holm.
        if _is_title(words[index].group()) and index < len(words) - 1:
            title = words[index].group().rstrip(".").lower()
            words = words[index + 1 :]
            break
    if len(words) == 1 and _is_title(words[0].group()):
        return
    if not words:
        return
    start, end = words[0].start(), words[-1].end()
    found = text[start:end]
    owns = found.endswith(_OWN[:2])
    if owns:
        end -= 2
    elif found.endswith(".") and not _initial(words[-1].group()):
        end -= 1
    yield Name(Span(start, end), text[start:end], owns, None, title)


def _is_title(word: str) -> bool:
    bare = word.rstrip(".").lower()
    return bare in TITLES or bare.endswith(_TITLE_ENDINGS)


def _initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1
