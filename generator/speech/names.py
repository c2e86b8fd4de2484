"""Names in a stored text: known people and parties, and runs of capitalised words that look like a person's name."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.content.articles import Article
from generator.content.model import Party
from generator.evidence import Span
from generator.speech.words import TABLE
from generator.word_boundaries import cuts_word

# A word that does not begin with a small ASCII letter.
_CAPITALISED = re.compile(r"(?<![^\W\d_])(?![a-z])[^\W\d_]+(?:[’'\-][^\W\d_]+)*\.?")
_LONGEST_GAP = 12  # characters of particles inside a name
_POSSESSIVE = ("’s", "'s")
_NOT_NAMES, _PARTICLES, _TITLES = (
    frozenset(TABLE[key].split()) for key in ("not_names", "particles", "titles")
)
_TITLE_ENDINGS = tuple(TABLE["title_endings"].split())


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker of briefings/parties.yml, or a party if `speaker` is None, with all names that texts may use."""

    party: str
    speaker: str | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text, without the title before it. `owns` if it only says whose something is: “Putin’s adviser”."""

    span: Span
    text: str
    owns: bool
    person: Person | None
    title: str


def people(parties: Mapping[str, Party]) -> tuple[Person, ...]:
    """Return all speakers and parties of `parties`. A surname is a name if only one speaker has it."""
    surnames = Counter(
        speaker.name.split()[-1] for party in parties.values() for speaker in party.speakers.values()
    )
    found: list[Person] = []
    for party_id, party in parties.items():
        for speaker_id, speaker in party.speakers.items():
            surname = speaker.name.split()[-1]
            own = [*speaker.names, surname] if surnames[surname] == 1 else [*speaker.names]
            found.append(Person(party_id, speaker_id, _with_both_apostrophes(own)))
        found.append(Person(party_id, None, _with_both_apostrophes(party.names)))
    return tuple(found)


def _with_both_apostrophes(names: Sequence[str]) -> tuple[str, ...]:
    """Return each name once, and names with an apostrophe also with the other kind of apostrophe."""
    other = (name.replace("'", "’") if "'" in name else name.replace("’", "'") for name in names)
    return tuple(dict.fromkeys([*names, *other]))


def names(article: Article, known: Sequence[Person]) -> tuple[Name, ...]:
    """Return every name of `article` in order: those of `known` people and parties, and runs of capitalised words."""
    found = list(_known_names(article.prose, known))
    known_spans = [name.span for name in found]
    index = 0
    for run in _runs(article.prose):
        while index < len(known_spans) and known_spans[index].end <= run.span.start:
            index += 1
        if index == len(known_spans) or known_spans[index].start >= run.span.end:
            found.append(run)
    return tuple(sorted(found, key=lambda name: name.span))


def _known_names(text: str, known: Sequence[Person]) -> Iterator[Name]:
    """Yield every place that names one of `known`, whole words only, the longest name first."""
    pattern, by_name = _pattern(tuple(known))
    for match in pattern.finditer(text):
        start, end = match.span()
        if not cuts_word(text, start, end):
            owns = text.startswith(_POSSESSIVE, end)
            yield Name(Span(start, end), match.group(), owns, by_name[_normalised(match.group())], "")


@lru_cache(maxsize=8)
def _pattern(known: tuple[Person, ...]) -> tuple[re.Pattern[str], Mapping[str, Person]]:
    by_name: dict[str, Person] = {}
    for person in known:
        for name in person.names:
            by_name.setdefault(_normalised(name), person)
    longest = sorted(by_name, key=len, reverse=True)
    parts = (r"\s+".join(re.escape(word) for word in name.split()) for name in longest)
    return re.compile("|".join(parts).replace("'", "['’]") or "(?!)"), by_name


def _normalised(name: str) -> str:
    return " ".join(name.replace("’", "'").split())


def _runs(text: str) -> Iterator[Name]:
    """Yield runs of capitalised words as names: “Ada van der Holm”."""
    run: list[re.Match[str]] = []
    for match in _CAPITALISED.finditer(text):
        word = match.group()
        if not word[0].isupper() or word.lower() in _NOT_NAMES:
            continue
        if run and (_ends_name(run[-1].group()) or not _joins(text[run[-1].end() : match.start()])):
            yield from _name(text, run)
            run = []
        run.append(match)
    if run:
        yield from _name(text, run)


def _joins(gap: str) -> bool:
    """Return whether `gap` joins two words of one name: a space, or particles such as “van der”."""
    if gap in ("", " ", "\u00a0", " al-", " el-", " as-", " ash-", " ad-", " d’", " d'"):
        return True
    return len(gap) <= _LONGEST_GAP and gap[0] == gap[-1] == " " and _PARTICLES.issuperset(gap.split())


def _ends_name(word: str) -> bool:
    """Return whether `word` ends a sentence or is a possessive. The full stop of a title or initial ends nothing."""
    bare = word.rstrip(".")
    is_sentence_end = word.endswith(".") and len(bare) > 1 and bare.lower() not in _TITLES
    return is_sentence_end or word.endswith(_POSSESSIVE)


def _name(text: str, run: Sequence[re.Match[str]]) -> Iterator[Name]:
    """Yield the name in a run of capitalised words, unless the run is only a title."""
    # The words before a title belong to the title: Transport Minister Ada Holm.
    titles = [index for index, word in enumerate(run[:-1]) if _is_title(word.group())]
    words = run[titles[-1] + 1 :] if titles else run
    if len(words) == 1 and _is_title(words[0].group()):
        return
    start, end = words[0].start(), words[-1].end()
    owns = text[start:end].endswith(_POSSESSIVE)
    if owns:
        end -= len(_POSSESSIVE[0])
    elif text[end - 1] == "." and len(words[-1].group().rstrip(".")) > 1:
        end -= 1
    title = run[titles[-1]].group().rstrip(".").lower() if titles else ""
    yield Name(span=Span(start, end), text=text[start:end], owns=owns, person=None, title=title)


def _is_title(word: str) -> bool:
    bare = word.rstrip(".").lower()
    return bare in _TITLES or bare.endswith(_TITLE_ENDINGS)
