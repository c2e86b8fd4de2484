"""Names in a stored text: known people and parties, and runs of capitalised words that look like a name."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.content.articles import Article
from generator.content.model import Party
from generator.evidence import Span
from generator.speech.known_names import OWNS_AFTER, TURKISH_CASE, known_names
from generator.speech.name import Name, Person
from generator.speech.titles import (
    FIRST_NAMES,
    HONORIFICS,
    is_headline,
    is_namesake,
    is_role,
    is_the_role,
    is_title,
    starts_sentence,
)
from generator.speech.words import LanguageWords, words_of

# A word that does not begin with a small ASCII letter. The search is three times as fast from character to character as with
# what must stand before the first.
_CAPITALISED = re.compile(
    r"[A-Z\u00aa-\U0010ffff](?<=[^\W\d_])(?<![^\W\d_][^\W\d_])[^\W\d_]*(?:[’'\-][^\W\d_]+)*\.?"
)
_LONGEST_GAP = 12  # characters of particles inside a name
_POSSESSIVE = ("’s", "'s")
_OWNER_ENDS = re.compile(r"[’']s$|(?<=[sx])[’']$")
_COLON = re.compile(r"[\s\u00a0\u202f]?:")
_LONG_RUN = 3  # words
_SHORTEST_PAPER = 3  # letters
_PLAIN_GAPS = ("", " ", " & ", "\u00a0", "\n", " al-", " el-", " as-", " ash-", " ad-", " d’", " d'")
_AGE = re.compile(r", \d{1,3},")
_INITIAL = re.compile(r"\w\.?|[IVX]+|[JS]r\.?")
_MIDDLE = re.compile(r"[AI]\.")  # small words, if they are no initials
# At the start of a question, it is a verb: Will Ada Holm go?
_WILL_IS_NAME = re.compile(r"Will [A-Z][\w’'-]+[^?\n]*?(?<![A-Z])\.(?:[”\"’]?\s|[”\"’]?$)")
_PARTY_AND_STATE = re.compile(r"[A-Z]-[A-Z]")  # D-Texas
_NO_NAMES = words_of("not_names") - words_of("surnames_too") - {"a", "i", "will"}
"""Words that are no name, whatever is beside them; in small letters."""
_LETTERS_AFTER = re.compile(r"(?<=\w)(?: (?:MP|MEP|MSP|MLA|TD|KC|QC|OBE|MBE|CBE|MD|PhD))+$")  # Tom Reed MP


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


def names(article: Article, known: Sequence[Person], words: LanguageWords) -> tuple[Name, ...]:
    """Return every name of `article` in order: those of `known` people and parties, and runs of capitalised words."""
    found = list(known_names(article.prose, known, words))
    index = 0
    runs: list[Name] = []
    namesakes: set[Span] = set()
    for run in _Runs(article.prose, words, {paragraph.start for paragraph in article.paragraphs}).names():
        while index < len(found) and found[index].span.end <= run.span.start:
            index += 1
        if index == len(found) or found[index].span.start >= run.span.end:
            runs.append(run)
        elif run.text != found[index].text and is_namesake(
            run.text,
            found[index].text,
            found[index].speaker_names,
            is_certain=words.code != "de" and not starts_sentence(article.prose, run.span.start),
        ):
            runs.append(run)
            namesakes.add(found[index].span)
    found = [name for name in found if name.span not in namesakes]
    return tuple(sorted(found + _certain(article, runs, words), key=lambda name: name.span))


def _certain(article: Article, runs: Sequence[Name], words: LanguageWords) -> list[Name]:
    """Return the runs, each with whether it is certainly a name."""
    text = article.prose
    headlines = {each.number for each in article.paragraphs if is_headline(text, each)}
    plain = [run for run in runs if article.paragraph_at(run.span.start).number not in headlines]
    surnames = {run.text.split()[-1] for run in plain if " " in run.text}
    if words.code != "de":  # in German every noun has a capital letter
        surnames |= {
            run.text
            for run in plain
            if " " not in run.text
            and not starts_sentence(text, run.span.start)
            and not (is_role(run.text) and _is_beside_of(text, run.span))
            and not is_the_role(text, run.span.start, run.text)
        }
    roles = {
        run.span for run in runs if " " not in run.text and run.title not in HONORIFICS and is_role(run.text)
    }
    seen = {surname.lower() for surname in surnames}
    plain += [
        run for run in runs if _COLON.match(text, run.span.end) and starts_sentence(text, run.span.start)
    ]
    certain = {
        run.span
        for run in plain
        if (run.title and run.span not in roles) or (" " in run.text and not _is_doubtful(text, run))
    }
    return [
        run
        if run.span in certain or (" " not in run.text and run.text.lower() in seen)
        else replace(run, is_certain=False)
        for run in runs
    ]


def _is_beside_of(text: str, span: Span) -> bool:
    """Return whether “of” stands before or after a word: Secretary of State."""
    return text.startswith(" of ", span.end) or text.endswith(" of ", 0, span.start)


def _is_doubtful(text: str, run: Name) -> bool:
    """Return whether a long run, above all at the start of a sentence, may have a word that is not a part of the name."""
    words = run.text.split()
    first = words[0].rstrip(".").lower()
    capitals = sum(word[0].isupper() and not _INITIAL.fullmatch(word) for word in words)
    if any(word.lower() in words_of("organisations") for word in words) or capitals < _LONG_RUN:
        return False
    is_plain = first in FIRST_NAMES or len(first) == 1
    return capitals > _LONG_RUN or (not is_plain and starts_sentence(text, run.span.start))


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
            if word.lower() in _NO_NAMES:
                continue
            is_name = word[0].isupper() and not self._is_no_name(word.lower(), match.start())
            if not (is_name or self._is_surname(run[-1] if run else None, match)) or _PARTY_AND_STATE.match(
                word
            ):
                continue
            is_new = match.start() in self.paragraph_starts
            if run and (is_new or not self._joins(run[-1], match.start())):
                if name := self._name(run):
                    yield name
                run = []
            run.append(match)
        if run and (name := self._name(run)):
            yield name

    def _is_no_name(self, word: str, at: int) -> bool:
        is_phrase = "-" in word and any(
            part in self.words.kinds for part in word.split("-")[1:-1]
        )  # Dad-of-two
        if is_phrase or word in words_of("not_names"):
            return True
        return self.words.kinds.get(word, "") in ("V", "U", "P") and starts_sentence(self.text, at)

    def _is_surname(self, before: re.Match[str] | None, match: re.Match[str]) -> bool:
        """Return whether a word that is seldom a name is one: Theresa May; President Han; said Will Reed."""
        word = match.group()
        if before is not None and _MIDDLE.fullmatch(word):  # Mary A. Holm
            is_first_name = before.group().lower() in FIRST_NAMES
            return is_first_name and self.text[before.end() : match.start()] == " "
        if word == "Will":
            return (
                not starts_sentence(self.text, match.start())
                or _WILL_IS_NAME.match(self.text, match.start()) is not None
            )
        if before is None:
            return False
        first = before.group()
        is_beside = self.text[before.end() : match.start()] == " " and first[-1].isalpha()
        return (
            is_beside
            and word[0].isupper()
            and word.lower().rstrip(".") in words_of("surnames_too")
            and (is_title(first) or first.lower() in FIRST_NAMES)
        )

    def _joins(self, last: re.Match[str], start: int) -> bool:
        """Return whether the text up to `start` joins `last` and the next word to one name: a space, “van der”."""
        word, gap = last.group(), self.text[last.end() : start]
        if len(gap) > _LONGEST_GAP or _ends_name(word) or self.text.endswith(" on X.", 0, last.end()):
            return False
        phrases = self.words.according_to.finditer(self.text, last.start() - 9, start)
        if any(phrase.end() == start for phrase in phrases):  # nach Auffassung von
            return False
        is_paper = (
            word.isupper() and len(word) >= _SHORTEST_PAPER and self.text[start + 1 : start + 2].islower()
        )
        if is_paper and self.words.unspoken:
            return False  # dijo a EFE Jon Arrieta
        is_honorific = word.rstrip(".").lower() in HONORIFICS
        if gap in _PLAIN_GAPS or (is_role(word) and not is_honorific):
            return gap in _PLAIN_GAPS
        particles: Collection[str] = words_of("particles")
        between = gap.split()
        is_article = self.words.code == "de" and between[:1] in (["der"], ["den"])
        is_spaced = gap[0] == gap[-1] == " "
        return is_spaced and not is_article and all(part in particles for part in between)

    def _name(self, run: Sequence[re.Match[str]]) -> Name | None:
        """Return the name in a run of capitalised words; None if the run is only a title."""
        title = _last_title(run) if len(run) > 1 else None
        words = self._without_first_words(run) if title is None else run[title + 1 :]
        if all(len(match.group().rstrip(".")) == 1 for match in words):
            return None
        owns = len(words) > 1 and self.words.code != "en" and is_title(words[-1].group())  # Vales Sprecher
        words = words[:-1] if owns else words
        start, end = words[0].start(), words[-1].end()
        if owner := _OWNER_ENDS.search(self.text, start, end):
            end = owner.start()
        elif self.text[end - 1] == "." and len(words[-1].group().rstrip(".")) > 1:
            end -= 1
        owns |= owner is not None or OWNS_AFTER.match(self.text, end) is not None
        owns |= self.words.code == "tr" and TURKISH_CASE.search(self.text, start, end) is not None
        text = self.text[start:end]
        if len(words) > 1:
            text = " ".join(_LETTERS_AFTER.sub("", text).split())
        before = "" if title is None else run[title].group().rstrip(".").lower()
        return Name(span=Span(start, end), text=text, owns=owns, person=None, title=before)

    def _without_first_words(self, run: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
        """Return the words of a run without those that are not a part of the name: Furious Kaz Bellamy."""
        if len(run) == 1:
            return run
        lower = [match.group().rstrip(".").lower() for match in run]
        if any(word in words_of("organisations") for word in lower):
            return run
        first = 0
        while len(run) - first >= _LONG_RUN and lower[first] in words_of("before_names"):
            first += 1
        is_aged = _AGE.match(self.text, run[-1].end()) and lower[first] not in FIRST_NAMES
        if is_aged and len(run) - first >= _LONG_RUN:  # Evacuee Ada Holm, 39,
            first = next(at for at in range(len(run) - 2, -1, -1) if not _INITIAL.fullmatch(run[at].group()))
        known = next((index for index, word in enumerate(lower) if word in FIRST_NAMES), 0)
        is_long = len(run) - known >= _LONG_RUN - 1
        if is_long and (self.words.code == "de" or starts_sentence(self.text, run[0].start())):
            first = max(first, known)
        return run[first:]


def _last_title(run: Sequence[re.Match[str]]) -> int | None:
    """Return the index of the last title before the name in a run; the words before it belong to it: Transport Minister Ada Holm."""
    last = len(run) - 2
    for index in range(last, -1, -1):
        word = run[index].group()
        if is_title(word) or (index < last and is_role(word)):
            return index
    first = run[0].group()
    return 0 if is_role(first) and first.lower() not in FIRST_NAMES else None


def _ends_name(word: str) -> bool:
    """Return whether `word` ends a sentence or is a possessive. The full stop of a title or initial ends nothing."""
    bare = word.rstrip(".")
    is_short = len(bare) == 1 or is_title(bare) or bare.lower() in words_of("abbreviations")
    return (word.endswith(".") and not is_short) or word.endswith(_POSSESSIVE)
