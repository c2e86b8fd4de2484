"""Reporting clauses: the words before, after or inside a quotation that say who speaks."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from generator.evidence import Span
from generator.speech.names import Name
from generator.speech.words import TABLE, LanguageWords

_LONGEST_CLAUSE = 200  # characters
_LONGEST_LEAD = 600  # characters before a quotation
_LONGEST_TITLE = 60  # characters of a role before a name
_ABBREVIATIONS = "Mr Mrs Ms Dr Sen Rep Gov Gen Col Capt Lt Sgt St Jr Sr Prof Rev Hon"
_NO_STOP = "".join(rf"(?<!\b{word})" for word in _ABBREVIATIONS.split()) + r"(?<!\b[A-Z])"
_STOP = re.compile(rf"{_NO_STOP}[.!?;。！？](?:[\"'’”»)\]]*\s|$)|\n")
_LABEL = re.compile(r"\s*[^\s:][^:\n]{0,60}:\s*")  # HOLM: “…”
_OF_WHOM = re.compile(r"\b(?:of|to|from|with|about|by|near|for|von|de|del|di)\s+(?:the\s+)?$|“")
_DASHED = re.compile(r"[,.!?…]\s*[—–-]\s+(?P<clause>[^—–\n]{3,160}[,.])\s*[—–-]\s")
_LEAD = re.compile(r"[\s,–—\-，]*")
_BEFORE_PRONOUN = re.compile(r"-(?:t-)?|\s*")  # dit-il, a-t-elle
# German: “…”, so Werftchef Urs Frey; “…”, so Anfang Mai die Sprecherin der Werft, Ada Holm.
_SO = re.compile(r"so\s+(?=(?:der|die|das)\s|[A-ZÄÖÜ])")
_ROLE = re.compile(
    r"(?:[A-ZÄÖÜ][\w.-]*\s+)*(?:(?:der|die)\s(?:[a-zäöüß]+\s+)?(?:(?:[A-ZÄÖÜ][\w.-]*\s+)+|[^,;:“”„\"]{1,100},\s+))?"
)
# What can come between subject and verb: commas, a part in commas or brackets, adverbs, auxiliary verbs.
_LINK = re.compile(
    r"[\s,]*(?:\([^()]*\)\s*)?(?:,[^“”\"«»„]{0,200},\s*)?"
    rf"(?:(?:\w+ly|{'|'.join(TABLE['link_words'].split())})\s+){{0,4}}",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(rf"(?:{'|'.join(TABLE['conjunctions'].split())})\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a reporting clause; `name` is None for a pronoun."""

    span: Span
    name: Name | None


@dataclass(frozen=True, slots=True)
class Clauses:
    """The reporting clauses of a text, with its sorted `names` and the `words` of its language. Offsets are code points."""

    text: str
    names: Sequence[Name]
    words: LanguageWords

    def after(self, start: int, end: int) -> Subject | None:
        """Return the subject of the clause after a quotation that ends at `start`: “…,” said Holm; “…,” Holm said."""
        stop = _STOP.search(self.text, start, end)
        limit = stop.start() if stop else end
        lead = _LEAD.match(self.text, start, limit)
        begin = lead.end() if lead else start
        if begin >= limit or _CONJUNCTION.match(self.text, begin, limit):
            return None
        if phrase := self.words.according_to.match(self.text, begin, limit):
            return self._subject_at(phrase.end(), limit)
        if self.words.is_german and (so := _SO.match(self.text, begin, limit)):
            return self._subject_after_so(so.end(), limit)
        verb = self.words.verbs.search(self.text, begin, min(limit, begin + _LONGEST_CLAUSE))
        if verb is None:
            return None
        subject = self._subject_before(begin, verb.start())
        if subject is None and _LINK.fullmatch(self.text, begin, verb.start()):
            subject = self._subject_at(verb.end(), limit)
        return subject

    def before(self, start: int, end: int) -> Subject | None:
        """Return the subject of the clause before a quotation that starts at `end`: Holm said: “…”."""
        start = begin = max(start, end - _LONGEST_LEAD)
        for stop in _STOP.finditer(self.text, start, end):
            if self.text[stop.end() : end].strip():
                begin = stop.end()
        verbs = list(self.words.verbs.finditer(self.text, begin, end))
        is_label = not verbs and _LABEL.fullmatch(self.text, begin, end)
        if is_label or self.words.verb_last:
            verb = is_label or self.words.verbs.search(self.text, begin, end + _LONGEST_LEAD)
            first = next(iter(self.names_between(begin, end)), None)
            return Subject(first.span, first) if first and not first.owns and verb else None
        for phrase in self.words.according_to.finditer(self.text, begin, end):
            if subject := self._subject_at(phrase.end(), end):
                return subject
        for verb in reversed(verbs):
            subject = self._subject_before(begin, verb.start())
            if subject is None and " " not in self.text[begin : verb.end()].strip():
                subject = self._subject_at(verb.end(), end)  # the verb begins the sentence, as in Arabic
            if subject:
                return subject
        return None

    def inside(self, start: int, end: int) -> Subject | None:
        """Return the subject of a clause between dashes inside the marks: «We stay, — said Holm. — It is dry»."""
        for match in _DASHED.finditer(self.text, start, end):
            if subject := self.after(match.start("clause"), match.end("clause")):
                return subject
        return None

    def has_sentence_end(self, start: int, end: int) -> bool:
        """Return whether a sentence ends between two offsets."""
        return _STOP.search(self.text, start, end) is not None

    def continues(self, start: int, end: int) -> bool:
        """Return whether the words between two quotations have a verb and name nobody: “good”, but called others “bad”."""
        if end - start > _LONGEST_CLAUSE or self.has_sentence_end(start, end):
            return False
        names_somebody = self.words.pronouns.search(self.text, start, end) or any(
            not name.owns for name in self.names_between(start, end)
        )
        return not names_somebody and self.words.verbs.search(self.text, start, end) is not None

    def _subject_before(self, begin: int, verb: int) -> Subject | None:
        """Return the subject of a verb that comes after it: Holm said; Ada Holm, the mayor of Oslo, later said; he said."""
        name = next(
            (
                name
                for name in self.names_between(begin, verb)
                if not name.owns and _LINK.fullmatch(self.text, name.span.end, verb)
            ),
            None,
        )
        for pronoun in self.words.pronouns.finditer(self.text, name.span.end if name else begin, verb):
            if _LINK.fullmatch(self.text, pronoun.end(), verb):
                return Subject(Span(*pronoun.span()), None)
        return Subject(name.span, name) if name else None

    def _subject_at(self, start: int, end: int) -> Subject | None:
        """Return the pronoun or the name at `start`, apart from a role: he; Holm; the minister, Ada Holm."""
        lead = _BEFORE_PRONOUN.match(self.text, start, end)
        if pronoun := self.words.pronouns.match(self.text, lead.end() if lead else start, end):
            return Subject(Span(*pronoun.span()), None)
        name = next(iter(self.names_between(start, end)), None)
        if name is None or name.owns or name.span.start - start > _LONGEST_TITLE:
            return None
        # In “said a friend of Holm” the speaker is not Holm.
        return None if _OF_WHOM.search(self.text[start : name.span.start]) else Subject(name.span, name)

    def _subject_after_so(self, start: int, end: int) -> Subject | None:
        """Return the name after the German “so”, apart from a date and a role. A single noun is not a name."""
        for name in self.names_between(start, end):
            is_name = name.person or name.title or " " in name.text
            if is_name and not name.owns and _ROLE.fullmatch(self.text, start, name.span.start):
                return Subject(name.span, name)
        return None

    def names_between(self, start: int, end: int) -> Sequence[Name]:
        """Return the names between two offsets, in order."""
        first = bisect_left(self.names, start, key=lambda name: name.span.start)
        last = bisect_left(self.names, end, lo=first, key=lambda name: name.span.start)
        return [name for name in self.names[first:last] if name.span.end <= end]
