"""Whether words in quotation marks are somebody's words, or a name or term that editors set apart."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.analysis.results import Finding
from generator.checks.content import Content
from generator.checks.editor_texts import EditorText
from generator.checks.wording.loaded_words import loaded_words
from generator.content.model import ABSENCES, Briefing
from generator.content.model.positions import ScaleLevel
from generator.fold import folded_words
from generator.language import Language
from generator.speech.editor_quotes import Quoted, own_voice
from generator.speech.names import people
from generator.speech.words import language_words
from generator.word_boundaries import is_unspaced

_SENTENCE_MARK = re.compile(r"[.!?…。！？][\s\0]")
_COLON_BEFORE = re.compile(r"[:\uff1a]\s*\Z")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_LONGEST_TERM, _LONGEST_NAME, _LONGEST_UNSPACED = 4, 10, 8  # words; characters of scripts without spaces
_SMALL_WORD = 3  # letters of the words in a name that need no capital


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Somebody who speaks uses these, so words with one of them are a quotation, however short.
_FIRST_PERSON = _words(
    "i we me us my our ours myself ourselves you your ich wir mich uns mein unser unsere je j’ai nous mon notre yo nosotros "
    "mi nuestro noi nostro eu nós wij ik ons vi jag jeg my nasz ja я мы ми наш אני אנחנו"
)
_UNSPACED_FIRST_PERSON = ("我", "私", "僕", "俺", "咱")
_OBJECTS = _words("it that this them him her")
# English verbs of saying that are often nouns: they count only directly before the quotation.
_ALSO_NOUNS = _words(
    "states notes reports calls claims demands promises pledges charges comments remarks answers counters views warnings telling "
    "writing warning answer charge"
)


@dataclass(frozen=True, eq=False)
class TermsInMarks:
    """What may stand in quotation marks without being somebody's words."""

    content: Content

    def allows(self, text: EditorText, quoted: Quoted) -> bool:
        """Return whether the words that `text` has in quotation marks are a known name, or a term that nobody said here."""
        words = folded_words(quoted.words).lower()
        if words in self._names or (
            self._may_use_site_words(text) and words in self._site_words(text.briefing)
        ):
            return True
        clause = _clause(text, quoted)
        if isinstance(text.sentence.node, ScaleLevel):  # says what any party may say
            return not self._names_party(text, clause)
        if not text.about_words and self._is_said(text, clause):
            return False
        if words in self._terms:
            return True
        if words in _titles(text.briefing):
            return not self._names_party(text, clause)
        return text.label and _is_term(quoted.words) and not self._names_party(text, clause)

    @staticmethod
    def _may_use_site_words(text: EditorText) -> bool:
        return not text.sentence.evidence or text.sentence.path == ("reason",)

    def _site_words(self, briefing: Briefing | None) -> Collection[str]:
        """Return the words in which the site states results, absences and stances, in lower case, in English and as readers see them."""
        language = Language(self.content.language_of(briefing) if briefing else self.content.language)
        levels = [level.label for scale in briefing.scales for level in scale] if briefing else []
        issues = briefing.about.issues.values() if briefing else ()
        options = [option.label for issue in issues for option in issue.options.values()]
        words = [*Finding, *ABSENCES.values(), *levels, *options, "unclear"]
        return {word.lower() for word in (*words, *map(language.say, words))}

    def _is_said(self, text: EditorText, clause: tuple[str, str]) -> bool:
        """Return whether a verb of saying or a colon stands with the quotation."""
        before, after = clause
        language = self.content.language_of(text.briefing) if text.briefing else self.content.language
        words = language_words(language)
        for match in words.verbs.finditer(f"{before} \0 {after}"):
            rest = before[match.end() :].split() if match.end() <= len(before) else None
            if before[: match.start()].endswith(("so-", "so ")) and match.group() == "called":
                continue
            if match.group().lower() not in _ALSO_NOUNS or (rest is not None and _OBJECTS.issuperset(rest)):
                return True
        return bool(_COLON_BEFORE.search(before) or words.according_to.search(f"{before} {after}"))

    def _names_party(self, text: EditorText, clause: tuple[str, str]) -> bool:
        return not text.names and self._party.search(" ".join(clause)) is not None

    @cached_property
    def _party(self) -> re.Pattern[str]:
        """The pattern of the names of all parties and their speakers."""
        names = {name for person in people(self.content.corpus.parties) for name in person.names}
        return re.compile("|".join(map(_whole_words, sorted(names, key=len, reverse=True))) or "(?!)")

    @cached_property
    def _names(self) -> Collection[str]:
        """The names of parties, speakers and publishers."""
        corpus = self.content.corpus
        names = [name for person in people(corpus.parties) for name in person.names]
        return {folded_words(name).lower() for name in (*names, *self.content.publishers)}

    @cached_property
    def _terms(self) -> Collection[str]:
        """The disputed names and the loaded words, which editors set apart with quotation marks."""
        corpus, language = self.content.corpus, self.content.language
        terms = [term for name in corpus.names.values() for term in (name.term, name.prefer or name.term)]
        terms += [
            form
            for code in self.content.languages
            for word in loaded_words(code, corpus.wording, language)
            for form in word.forms
        ]
        return {folded_words(term).lower() for term in terms}


def _titles(briefing: Briefing | None) -> Collection[str]:
    """Return the titles of the issues and the propositions of a briefing, in lower case."""
    return {folded_words(title).lower() for title in _issue_titles(briefing)} if briefing else ()


def _issue_titles(briefing: Briefing) -> Iterator[str]:
    for issue in briefing.about.issues.values():
        yield issue.title
        for proposition in issue.propositions.values():
            yield from (proposition.text, proposition.title or proposition.text)


def _clause(text: EditorText, quoted: Quoted) -> tuple[str, str]:
    """Return the editors' own words before and after the quotation, in the same sentence."""
    words = own_voice(text.sentence.text)
    starts = [match.end() for match in _SENTENCE_MARK.finditer(words, 0, quoted.start)]
    end = _SENTENCE_MARK.search(words, quoted.end)
    before = words[starts[-1] if starts else 0 : quoted.start]
    after = words[quoted.end : end.start() if end else len(words)]
    return before.replace("\0", " "), after.replace("\0", " ")


def _is_term(words: str) -> bool:
    """Return whether `words` are a single name or term, not a sentence."""
    parts = _WORD.findall(words)
    if any(mark in words for mark in "!?！？。") or not _FIRST_PERSON.isdisjoint(
        part.lower() for part in parts
    ):
        return False
    if any(map(is_unspaced, words)):
        return len(words) <= _LONGEST_UNSPACED and not any(word in words for word in _UNSPACED_FIRST_PERSON)
    is_name = all(part[0].isupper() or len(part) <= _SMALL_WORD or part[0].isdigit() for part in parts)
    return len(parts) <= (_LONGEST_NAME if is_name else _LONGEST_TERM)


def _whole_words(name: str) -> str:
    """Return the pattern of a name. Names of several words may be written with other capitals: the council."""
    start, end = ("" if is_unspaced(name[index]) else r"\b" for index in (0, -1))
    pattern = f"{start}{re.escape(name)}{end}"
    return f"(?i:{pattern})" if " " in name else pattern
