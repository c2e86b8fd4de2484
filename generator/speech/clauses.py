"""Reporting clauses: what stands before or behind a quotation and says who speaks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from generator.evidence import Span
from generator.speech.names import Name
from generator.speech.verbs import according, is_unspaced, is_verb_last, pronouns, reporting, thus

_CLAUSE = 200  # characters of a clause
_LEADING = 600  # characters of what leads to a quotation
_TITLE_ROOM = 60  # characters of a role before a name
_ABBREVIATIONS = "Mr Mrs Ms Dr Sen Rep Gov Gen Col Capt Lt Sgt St Jr Sr Prof Rev Hon"
_NO_STOP = "".join(rf"(?<!\b{word})" for word in _ABBREVIATIONS.split()) + r"(?<!\b[A-Z])"
_STOP = re.compile(rf"{_NO_STOP}[.!?;。！？](?:[\"'’”»)\]]*\s|$)|\n")
# Between a subject and its verb: adverbs, helping verbs, a part in commas or parentheses.
_LINK = re.compile(
    r"[\s,]*(?:\([^()]*\)\s*)?(?:,[^“”\"«»„]{0,160},\s*)?"
    r"(?:(?:\w+ly|also|then|later|has|had|have|once|again|himself|herself|would|did|already|often|further|even|who|hat|habe|hatte"
    r"|auch|a|avait|ha|había|fügte|hinzu|aussi|también|anche|também|också|też|також|также)\s+){0,4}",
    re.IGNORECASE,
)
_APPOSITION = re.compile(r"\s*,[^“”\"«»„;]{1,200},\s*(?:\w+ly\s+)?|\s*\([^()]*\)\s*")
_OF_WHOM = re.compile(r"\b(?:of|to|from|with|about|by|near|for|von|de|del|di)\s+(?:the\s+)?$")
_OPENING = re.compile(r"\s*(?:But|And|Yet|On \w+,|In [\w\s]{1,30},)\s*")
_FINITE = re.compile(r"(?:and|has|had|was|is|also|then|later|who|\w+ed|\w+s)\b")
_LABEL = re.compile(r"\s*[^\s:][^:\n]{0,60}:\s*")  # HOLM: “…”
_HYPHENED = re.compile(r"-(?:t-)?(?:il|elle)\b")  # dit-il, a-t-elle
_AND = re.compile(r"[\s,]*(?:(?:and|or|but|und|oder|et|ou|y|o|e|och|og|i|та|и|або|или)\s+)?(?:\w+\s+){0,2}")
_DASHED = re.compile(r"[,.!?…]\s*[—–-]\s+(?P<clause>[^—–\n]{3,160}[,.])\s*[—–-]\s")
_UNSPACED_ROOM = 12  # characters
_NEW_CLAUSE = re.compile(
    r"(?:and|but|while|as|after|before|und|aber|während|et|mais|y|pero|e|ma|mas|en|maar|och|men|ale|та|але|и|но|а)\s",
    re.IGNORECASE,
)
_WHAT_SOMEBODY_IS = re.compile(
    r"(?:[A-ZÄÖÜ][\w.-]*\s+)*|(?:der|die)\s+(?:[a-zäöüß]+\s+)?(?:[A-ZÄÖÜ][\w.-]*\s+)+|(?:der|die)\s[^,;:“”„\"]{1,100},\s+"
)
# “so Anfang Mai die Sprecherin”: when it was said, though it looks like a name.
_WHEN = re.compile(
    r"(?:(?:Anfang|Mitte|Ende|Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)\b\s*)+"
)
_LEAD = re.compile(r"[\s,–—\-，]*")
_SPACES = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Found:
    """The subject of a reporting clause at `span`: a name, or a pronoun (None); `close`: its verb stands at the quotation."""

    span: Span
    name: Name | None
    close: bool


@dataclass(frozen=True, slots=True)
class Clauses:
    """The reporting clauses of a text in `language`, among its `names`, sorted by place. Offsets are code points."""

    text: str
    names: Sequence[Name]
    language: str

    def behind(self, start: int, end: int) -> Found | None:
        """Find the clause behind a quotation that ends at `start`: “…,” said Holm; “…,” Holm, a judge, said."""
        stop = _STOP.search(self.text, start, end)
        limit = stop.start() if stop else end
        lead = _LEAD.match(self.text, start, limit)
        begin = lead.end() if lead else start
        if begin >= limit or _NEW_CLAUSE.match(self.text, begin, limit):
            return None
        if is_unspaced(self.language):
            return self._unspaced_behind(begin, limit)
        if told := according(self.language).match(self.text, begin, limit):
            return self._near(told.end(), limit)
        if told := thus(self.language).match(self.text, begin, limit):
            return self._named_thus(told.end(), limit)
        verb = reporting(self.language).search(self.text, begin, min(limit, begin + _CLAUSE))
        if verb is None:
            return None
        if verb.start() > begin:
            found = self._subject_before(begin, verb.start())
            helped = _LINK.fullmatch(self.text, begin, verb.start())  # a déclaré Claire Moreau
            return found or (self._subject_behind(verb.end(), limit) if helped else None)
        if hyphened := _HYPHENED.match(self.text, verb.end(), limit):
            return Found(Span(*hyphened.span()), None, close=True)
        return self._subject_behind(verb.end(), limit)

    def before(self, start: int, end: int) -> Found | None:
        """Find the clause before a quotation that begins at `end`: Holm said: “…; Holm told Lund that it was “…."""
        start = begin = max(start, end - _LEADING)
        for stop in _STOP.finditer(self.text, start, end):
            if self.text[stop.end() : end].strip():
                begin = stop.end()
        inside, verbs = (
            self._between(begin, end),
            list(reporting(self.language).finditer(self.text, begin, end)),
        )
        label = None if verbs else _LABEL.fullmatch(self.text, begin, end)
        if label or is_verb_last(self.language):
            said = label or reporting(self.language).search(self.text, begin, end + _LEADING)
            named = inside and not inside[0].owns and said
            return Found(inside[0].span, inside[0], close=True) if named else None
        for told in according(self.language).finditer(self.text, begin, end):
            if found := self._near(told.end(), end):
                return Found(found.span, found.name, close=False)
        return self._governing(begin, end, verbs)

    def inside(self, start: int, end: int) -> Found | None:
        """Find the clause that stands between dashes inside the quotation marks: «We stay, — said Holm. — It is dry»."""
        for clause in _DASHED.finditer(self.text, start, end):
            if found := self.behind(clause.start("clause"), clause.end("clause")):
                return found
        return None

    def _unspaced_behind(self, begin: int, limit: int) -> Found | None:
        name = next(iter(self._between(begin, limit)), None)
        if name is None or name.owns or name.span.start - begin > _UNSPACED_ROOM:
            return None
        said = reporting(self.language).search(self.text, name.span.end, limit)
        return Found(name.span, name, close=True) if said else None

    def stops(self, start: int, end: int) -> bool:
        """Say whether a sentence ends between two offsets."""
        return _STOP.search(self.text, start, end) is not None

    def says_anew(self, start: int, end: int) -> bool:
        """Say whether a sentence begins between two offsets and has a reporting verb."""
        stops = [stop.end() for stop in _STOP.finditer(self.text, start, end)]
        return bool(stops) and reporting(self.language).search(self.text, stops[-1], end) is not None

    def goes_on(self, start: int, end: int) -> bool:
        """Say whether words between two quotations name nobody else: “good”, but said others were “bad”; “good” and “bad”."""
        if end - start > _CLAUSE or self.stops(start, end):
            return False
        if pronouns(self.language).search(self.text, start, end) or any(
            not one.owns for one in self._between(start, end)
        ):
            return False
        said = reporting(self.language).search(self.text, start, end)
        return said is not None or _AND.fullmatch(self.text, start, end) is not None

    def _near(self, start: int, end: int) -> Found | None:
        """Give the name or pronoun that stands at `start`, a role apart, where it does not only say whose."""
        if pronoun := self._pronoun_at(start, end):
            return pronoun
        name = next(iter(self._between(start, end)), None)
        if name is None or name.owns or name.span.start - start > _TITLE_ROOM:
            return None
        return Found(name.span, name, close=True)

    def _pronoun_at(self, start: int, end: int) -> Found | None:
        spaces = _SPACES.match(self.text, start, end)
        pronoun = pronouns(self.language).match(self.text, spaces.end() if spaces else start, end)
        return Found(Span(*pronoun.span()), None, close=True) if pronoun else None

    def _subject_behind(self, start: int, end: int) -> Found | None:
        """Give the subject that follows its verb: said Holm; said the minister, Ada Holm; said he."""
        if pronoun := self._pronoun_at(start, end):
            return pronoun
        near = [one for one in self._between(start, end) if one.span.start - start <= _TITLE_ROOM]
        if near and near[0].owns:  # said Lund’s envoy, Ada Holm
            near = near[1:2]
        if not near or near[0].owns:
            return None
        between = self.text[start : near[0].span.start]
        # “said a friend of Holm”: of whom is not who.
        return (
            None if _OF_WHOM.search(between) or "“" in between else Found(near[0].span, near[0], close=True)
        )

    def _named_thus(self, start: int, end: int) -> Found | None:
        """Give the name at `start`, behind what somebody is and nothing else: so Werftchef Urs Frey; so die Sprecherin der Werft, Ada Holm."""
        for one in self._between(start, end):
            if one.person is None and (when := _WHEN.match(self.text, one.span.start)):
                start = when.end()
                continue
            whole = _WHAT_SOMEBODY_IS.fullmatch(self.text, start, one.span.start)
            if whole and not one.owns and self._is_of_somebody(one):
                return Found(one.span, one, close=True)
        return None

    def _is_of_somebody(self, name: Name) -> bool:
        """Say whether a name is more than a noun with a capital: it has a title or several words, here or elsewhere in the text, or is known."""
        return bool(name.person or name.title or " " in name.text) or any(
            other.text.endswith(f" {name.text}") for other in self.names
        )

    def _subject_before(self, begin: int, verb: int) -> Found | None:
        """Give the subject between the start of a clause and its verb: Holm said; Ada Holm, the mayor of Oslo, later said; he said."""
        found = self._named_before(begin, verb)
        said_by = [
            match
            for match in pronouns(self.language).finditer(self.text, begin, verb)
            if _LINK.fullmatch(self.text, match.end(), verb)
        ]
        if said_by and (found is None or found.span.start < said_by[-1].start()):
            return Found(Span(*said_by[-1].span()), None, close=True)
        return found

    def _named_before(self, begin: int, verb: int) -> Found | None:
        inside = [one for one in self._between(begin, verb) if not one.owns]
        for one in reversed(inside):
            if _LINK.fullmatch(self.text, one.span.end, verb):
                # A name inside commas says who somebody is: Ada Holm, an adviser to Lund, said.
                outer = (other for other in inside if other is not one and self._holds(other, one, verb))
                chosen = next(outer, one)
                return Found(chosen.span, chosen, close=True)
        for one in inside:
            if _APPOSITION.fullmatch(self.text, one.span.end, verb):
                return Found(one.span, one, close=True)
        return None

    def _holds(self, outer: Name, inner: Name, verb: int) -> bool:
        """Say whether `inner` stands inside the commas that follow `outer`: Ada Holm, who knows Lund, said."""
        between = self.text[outer.span.end : inner.span.start]
        return (
            between.startswith(",")
            and "," in self.text[inner.span.end : verb]
            and not re.search(r"[.;:!?]\s", between)
        )

    def _governing(self, begin: int, end: int, verbs: Sequence[re.Match[str]]) -> Found | None:
        """Give the subject of the verb nearest to the quotation that has one; else the one with which the sentence begins."""
        for verb in reversed(verbs):
            found = self._subject_before(begin, verb.start())
            if found is None and " " not in self.text[begin : verb.end()].strip():
                found = self._subject_behind(verb.end(), end)  # the verb begins the sentence, as in Arabic
            if found:
                at_once = not self.text[verb.end() : end].strip(" ,:–—-")
                return Found(found.span, found.name, close=at_once)
        return self._first_subject(begin, verbs[-1].start()) if verbs else None

    def _first_subject(self, begin: int, verb: int) -> Found | None:
        """Give the name or pronoun with which a sentence begins, for a verb further on: Holm left the room and said “…”."""
        if pronoun := self._pronoun_at(begin, verb):
            return Found(pronoun.span, None, close=False)
        first = next((one for one in self._between(begin, verb) if not one.owns), None)
        if first is None:
            return None
        opening = _OPENING.sub("", self.text[begin : first.span.start], count=1)
        if opening.count(" ") > 2 or _OF_WHOM.search(opening):  # noqa: PLR2004 - a title of three words
            return None
        rest = self.text[first.span.end : verb].lstrip()
        subject = not rest[:1].islower() or _FINITE.match(rest)
        return Found(first.span, first, close=False) if subject else None

    def _between(self, start: int, end: int) -> Sequence[Name]:
        first = bisect_left(self.names, start, key=lambda one: one.span.start)
        last = bisect_left(self.names, end, lo=first, key=lambda one: one.span.start)
        return [one for one in self.names[first:last] if one.span.end <= end]
