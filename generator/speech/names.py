"""Names in a stored text: known people and parties, and runs of capitalised words that look like a name."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.content.articles import Article, Paragraph
from generator.content.model import Party
from generator.evidence import Span
from generator.speech.words import TABLE, LanguageWords, words_of
from generator.word_boundaries import cuts_word

# A word that does not begin with a small ASCII letter.
_CAPITALISED = re.compile(r"(?<![^\W\d_])(?![a-z])[^\W\d_]+(?:[’'\-][^\W\d_]+)*\.?")
_SMALL = re.compile(r"(?<![^\W\d_])[^\W\d_]+")
_LONGEST_GAP = 12  # characters of particles inside a name
_POSSESSIVE = ("’s", "'s")
_OWNER_ENDS = re.compile(r"[’']s$|(?<=[sx])[’']$")
_OWNS_AFTER = re.compile(r"[’']s\b|(?<=[sx])[’'](?=\s\w)|的|の")
_TURKISH_CASE = re.compile(r"[’'][a-zçğıöşü]+$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…\n•–—―-]|[.!?…][”’»\")\]]+)\s*$|[“„«\"‘(\[]$")
_STARTS_LOOK_BACK = 5  # characters
_SHORTEST_HEADLINE = 4  # words
_HEADLINE_SHARE = 0.6  # of the words have a capital letter
_LONG_RUN = 3  # words
_PLAIN_GAPS = ("", " ", "\u00a0", "\n", " al-", " el-", " as-", " ash-", " ad-", " d’", " d'")
_TITLE_ENDINGS = tuple(TABLE["title_endings"].split())
_ELISION = re.compile(r"\b(?:[dljcmnst]|qu|dell|all|nell|sull|dall)[’']$", re.IGNORECASE)
_INITIAL = re.compile(r"\w\.?|[IVX]+|[JS]r\.?")
_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr", "herr", "frau", "sir", "lord", "lady"})
_TITLES = words_of("titles")
_PEOPLE = words_of("people") | words_of("aides") | words_of("women") | words_of("men")
_FIRST_NAMES = words_of("women_names") | words_of("men_names")


@dataclass(frozen=True, slots=True)
class Person:
    """A speaker of briefings/parties.yml, or a party if `speaker` is None, with all names that texts may use."""

    party: str
    speaker: str | None
    names: tuple[str, ...]
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text, without the title before it.

    `owns` if it only says whose something is: “Putin’s adviser”. `is_certain` is false for a single word that may be no
    name, as at the start of a sentence, and in headlines, where every word has a capital letter.
    """

    span: Span
    text: str
    owns: bool
    person: Person | None
    title: str
    is_certain: bool = True


def people(parties: Mapping[str, Party]) -> tuple[Person, ...]:
    """Return all speakers and parties of `parties`. A surname is a name if only one speaker has it."""
    surnames = Counter(
        speaker.name.split()[-1] for party in parties.values() for speaker in party.speakers.values()
    )
    found: list[Person] = []
    for party_id, party in parties.items():
        for speaker_id, speaker in party.speakers.items():
            surname = speaker.name.split()[-1]
            roles = tuple(office.role for office in speaker.offices)
            own = [*speaker.names, surname] if surnames[surname] == 1 else [*speaker.names]
            found.append(Person(party_id, speaker_id, _with_both_apostrophes(own), roles))
        found.append(Person(party_id, None, _with_both_apostrophes(party.names)))
    return tuple(found)


def _with_both_apostrophes(names: Sequence[str]) -> tuple[str, ...]:
    """Return each name once, and names with an apostrophe also with the other kind of apostrophe."""
    other = (name.replace("'", "’") if "'" in name else name.replace("’", "'") for name in names)
    return tuple(dict.fromkeys([*names, *other]))


def is_title(word: str) -> bool:
    """Return whether a word is a title or an office, in any case."""
    bare = word.rstrip(".").lower()
    return bare in _TITLES or bare.endswith(_TITLE_ENDINGS)


def is_role(word: str) -> bool:
    """Return whether a word is a title, an office or another word for a person, in any case."""
    return word.lower() in _PEOPLE or is_title(word)


def is_headline(text: str, paragraph: Paragraph) -> bool:
    """Return whether most words of a paragraph without a full stop have a capital letter: Vale Says Harbour Must Close."""
    if text[paragraph.start : paragraph.end].rstrip("\"'’”»“›")[-1:] in ".!?…。,":
        return False
    words = [match.group() for match in _SMALL.finditer(text, paragraph.start, paragraph.end)]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _SHORTEST_HEADLINE and capitals >= _HEADLINE_SHARE * len(words)


def names(article: Article, known: Sequence[Person], words: LanguageWords) -> tuple[Name, ...]:
    """Return every name of `article` in order: those of `known` people and parties, and runs of capitalised words."""
    found = list(_known_names(article.prose, known, words))
    known_spans = [name.span for name in found]
    index = 0
    runs: list[Name] = []
    for run in _Runs(article.prose, words, {paragraph.start for paragraph in article.paragraphs}).names():
        while index < len(known_spans) and known_spans[index].end <= run.span.start:
            index += 1
        if index == len(known_spans) or known_spans[index].start >= run.span.end:
            runs.append(run)
    return tuple(sorted(found + _certain(article, runs, words), key=lambda name: name.span))


def _certain(article: Article, runs: Sequence[Name], words: LanguageWords) -> list[Name]:
    """Return the runs, each with whether it is certainly a name."""
    text = article.prose
    headlines = {each.number for each in article.paragraphs if is_headline(text, each)}
    plain = [run for run in runs if article.paragraph_at(run.span.start).number not in headlines]
    surnames = {run.text.split()[-1] for run in plain if " " in run.text}
    if words.code != "de":  # in German every noun has a capital letter
        surnames |= {
            run.text for run in plain if " " not in run.text and not starts_sentence(text, run.span.start)
        }
    roles = {
        run.span for run in runs if " " not in run.text and run.title not in _HONORIFICS and is_role(run.text)
    }
    seen = {surname.lower() for surname in surnames}
    plain += [
        run for run in runs if text.startswith(":", run.span.end) and starts_sentence(text, run.span.start)
    ]
    certain = {
        run.span
        for run in plain
        if (run.title and run.span not in roles) or (" " in run.text and not _is_doubtful(text, run))
    }
    return [
        replace(run, is_certain=run.span in certain or (" " not in run.text and run.text.lower() in seen))
        for run in runs
    ]


def _is_doubtful(text: str, run: Name) -> bool:
    """Return whether a long run, above all at the start of a sentence, may have a word that is not a part of the name."""
    words = run.text.split()
    first = words[0].rstrip(".").lower()
    capitals = sum(word[0].isupper() and not _INITIAL.fullmatch(word) for word in words)
    if any(word.lower() in words_of("organisations") for word in words) or capitals < _LONG_RUN:
        return False
    is_plain = first in _FIRST_NAMES or len(first) == 1
    return capitals > _LONG_RUN or (not is_plain and starts_sentence(text, run.span.start))


def starts_sentence(text: str, at: int) -> bool:
    """Return whether a sentence, a quotation or a line starts at `at`."""
    return _SENTENCE_START.search(text, max(0, at - _STARTS_LOOK_BACK), at) is not None or at == 0


def _known_names(text: str, known: Sequence[Person], words: LanguageWords) -> Iterator[Name]:
    """Yield every place that names one of `known`, whole words only, the longest name first."""
    pattern, by_name = _pattern(tuple(known))
    for match in pattern.finditer(text):
        start, end = match.span()
        is_cut = cuts_word(text, start, end) and not _ELISION.search(
            text, max(0, start - _LONGEST_GAP), start
        )
        if is_cut and not _TURKISH_CASE.match(text, end):
            continue
        owns = _OWNS_AFTER.match(text, end) is not None
        owns |= words.code == "tr" and text[end : end + 1] in ("’", "'")
        yield Name(Span(start, end), match.group(), owns, by_name[_normalised(match.group())], "")


@lru_cache(maxsize=8)
def _pattern(known: tuple[Person, ...]) -> tuple[re.Pattern[str], Mapping[str, Person]]:
    """Return the pattern of all names, also in capital letters, and the person of each."""
    by_name: dict[str, Person] = {}
    for person in known:
        for name in person.names:
            by_name.setdefault(_normalised(name), person)
            by_name.setdefault(_normalised(name).upper(), person)
    longest = sorted(by_name, key=len, reverse=True)
    parts = (r"\s+".join(re.escape(word) for word in name.split()) for name in longest)
    return re.compile("|".join(parts).replace("'", "['’]") or "(?!)"), by_name


def _normalised(name: str) -> str:
    return " ".join(name.replace("’", "'").split())


@dataclass(frozen=True, slots=True)
class _Runs:
    """Reads the runs of capitalised words of a text: “Ada van der Holm”."""

    text: str
    words: LanguageWords
    paragraph_starts: Collection[int]

    def names(self) -> Iterator[Name]:
        """Yield the names in order."""
        run: list[re.Match[str]] = []
        for match in _CAPITALISED.finditer(self.text):
            word = match.group().rstrip(".")
            if not word[0].isupper() or self._is_no_name(word.lower(), match.start()):
                continue
            is_new = match.start() in self.paragraph_starts
            if run and (is_new or not self._joins(run[-1].group(), self.text[run[-1].end() : match.start()])):
                yield from self._name(run)
                run = []
            run.append(match)
        if run:
            yield from self._name(run)

    def _is_no_name(self, word: str, at: int) -> bool:
        is_phrase = "-" in word and any(
            part in self.words.kinds for part in word.split("-")[1:-1]
        )  # Dad-of-two
        if is_phrase or word in words_of("not_names"):
            return True
        return self.words.kinds.get(word, "") in ("V", "U", "P") and starts_sentence(self.text, at)

    def _joins(self, word: str, gap: str) -> bool:
        """Return whether `gap` joins `word` and the next one to one name: a space, or particles such as “van der”."""
        if _ends_name(word):
            return False
        if gap in _PLAIN_GAPS or is_role(word):
            return gap in _PLAIN_GAPS
        particles: Collection[str] = words_of("particles")
        between = gap.split()
        is_article = self.words.code == "de" and between[:1] == ["der"]
        is_short = len(gap) <= _LONGEST_GAP and gap[0] == gap[-1] == " "
        return is_short and not is_article and all(part in particles for part in between)

    def _name(self, run: Sequence[re.Match[str]]) -> Iterator[Name]:
        """Yield the name in a run of capitalised words, unless the run is only a title."""
        # The words before a title belong to the title: Transport Minister Ada Holm.
        titles = [
            index
            for index, match in enumerate(run[:-1])
            if is_title(match.group()) or (index < len(run) - _LONG_RUN + 1 and is_role(match.group()))
        ]
        if (
            not titles
            and len(run) > 1
            and is_role(run[0].group())
            and run[0].group().lower() not in _FIRST_NAMES
        ):
            titles = [0]
        words = run[titles[-1] + 1 :] if titles else self._without_first_words(run)
        if all(len(match.group().rstrip(".")) == 1 for match in words):
            return
        owns = len(words) > 1 and self.words.code != "en" and is_title(words[-1].group())  # Vales Sprecher
        words = words[:-1] if owns else words
        start, end = words[0].start(), words[-1].end()
        if owner := _OWNER_ENDS.search(self.text, start, end):
            end = owner.start()
        elif self.text[end - 1] == "." and len(words[-1].group().rstrip(".")) > 1:
            end -= 1
        owns |= owner is not None or _OWNS_AFTER.match(self.text, end) is not None
        owns |= self.words.code == "tr" and _TURKISH_CASE.search(self.text, start, end) is not None
        title = run[titles[-1]].group().rstrip(".").lower() if titles else ""
        text = " ".join(self.text[start:end].split())
        yield Name(span=Span(start, end), text=text, owns=owns, person=None, title=title)

    def _without_first_words(self, run: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
        """Return the words of a run without those that are not a part of the name: Furious Kaz Bellamy."""
        lower = [match.group().rstrip(".").lower() for match in run]
        if any(word in words_of("organisations") for word in lower):
            return run
        first = 0
        while len(run) - first >= _LONG_RUN and lower[first] in words_of("before_names"):
            first += 1
        is_doubtful = self.words.code == "de" or starts_sentence(self.text, run[0].start())
        known = next((index for index, word in enumerate(lower) if word in _FIRST_NAMES), 0)
        if is_doubtful and len(run) - known >= _LONG_RUN - 1:
            first = max(first, known)
        return run[first:]


def _ends_name(word: str) -> bool:
    """Return whether `word` ends a sentence or is a possessive. The full stop of a title or initial ends nothing."""
    bare = word.rstrip(".")
    is_short = len(bare) == 1 or is_title(bare) or bare.lower() in words_of("abbreviations")
    return (word.endswith(".") and not is_short) or word.endswith(_POSSESSIVE)
