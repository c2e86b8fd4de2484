"""Who a name or a pronoun in a stored text means: the longest form of a name, and the one person whom “she” can mean."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.speech.name import Name, Person
from generator.speech.titles import gender_of_first_name
from generator.speech.tokens import Token
from generator.speech.words import LanguageWords, words_of

_GERMAN_ROLE_OF_WOMAN = re.compile(
    r"(?:minister|präsident|sprecher|meister|kanzler|leiter|direktor|chef|vorsteher)in$"
)
# A role beside a name: Mayor Ada Holm; Ada Holm, the mayor of Lund; the mayor of Lund, Ada Holm.
_ROLE_OF_NAME = re.compile(r"[ra][wrat]{0,3}N|[NO],?d?[wratO]{0,4}[ra]|[ra](?:p[dwtNLO]{1,6})?,[rt]{0,2}N")
_OWNER_OF_ROLE = re.compile(r"N,[dwratL]*O")  # Reed, Holm’s adviser
_BEGINS = re.compile(r"(?:[^P.?N]*,|p[dwtLN]*,)?d?[wratL]*N")  # a sentence with its subject at the start
_PLURALS = frozenset({"men", "women", "people"})
_IN_PLACE = frozenset({"in", "at", "near", "across", "around", "from", "of"})


@dataclass(frozen=True)
class Persons:
    """The people whom a text names."""

    text: str
    names: Sequence[Name]
    words: LanguageWords
    known_forms: dict[tuple[str, Person | None, str], Name] = field(default_factory=dict)
    known_genders: dict[str, str] = field(default_factory=dict)

    def longest(self, name: Name) -> Name:
        """Return a name in its longest form in the text; the name of a known speaker as in parties.yml."""
        key = (name.text, name.person, name.title)
        if key not in self.known_forms:
            self.known_forms[key] = self._longest(name)
        return self.known_forms[key]

    def _longest(self, name: Name) -> Name:
        if name.person is not None:
            return replace(name, text=name.person.names[0]) if name.person.speaker else name
        same = {
            form: other
            for form, other in self._forms.get(_key(name.text), {}).items()
            if _is_form(name.text, form)
        }
        if name.text in same and not name.text.isupper():
            return name
        firsts = {form.split()[0].lower() for form in same}
        if not same or (len(firsts) > 1 and " " not in name.text):  # nobody, or two people with one surname
            return replace(name, text=name.text.title()) if name.text.isupper() and " " in name.text else name
        text = max(same, key=lambda form: (not form.isupper(), self._counts[form], len(form)))
        return replace(
            name, text=text.title() if text.isupper() else text, title=name.title or same[text].title
        )

    @cached_property
    def _counts(self) -> Counter[str]:
        """How often the text has each name."""
        return Counter(name.text for name in self.names)

    @cached_property
    def _forms(self) -> Mapping[str, Mapping[str, Name]]:
        """The names of several words, by their last word and by their first."""
        forms: dict[str, dict[str, Name]] = {}
        for name in self.names:
            if name.is_certain and name.person is None and " " in name.text:
                first = set() if self._is_organisation(name) else {name.text.split()[0].lower()}
                for key in {_key(name.text)} | first:
                    forms.setdefault(key, {}).setdefault(name.text, name)
        return forms

    def gender(self, name: Name) -> str:
        """Return “he” or “she” if the title, the role or the first name tells it, else nothing."""
        longest = self.longest(name)
        if longest.text not in self.known_genders:
            self.known_genders[longest.text] = self._gender(longest)
        return self.known_genders[longest.text]

    def _gender(self, longest: Name) -> str:
        titles = {longest.title}
        titles |= {other.title for other in self.names if self.longest(other).text == longest.text}
        roles = (
            {word for role in longest.person.roles for word in role.lower().split()}
            if longest.person
            else set()
        )
        for words in (titles | roles, {longest.text.split()[0].lower()}):
            found = {
                gender for word in words if (gender := gender_of_word(word) or gender_of_first_name(word))
            }
            if len(found) == 1:
                return found.pop()
        return ""

    def is_person(self, name: Name) -> bool:
        """Return whether a name is certainly a person’s."""
        longest = self.longest(name)
        if longest.person is not None:
            return longest.person.speaker is not None
        return bool(longest.title or self.gender(name)) and not self._is_organisation(longest)

    @staticmethod
    def _is_organisation(name: Name) -> bool:
        return any(word.lower() in words_of("organisations") for word in name.text.split())

    def of_pronoun(
        self, pronoun: str, before: Sequence[Token], own: Sequence[Token], spoke: Collection[str]
    ) -> Name | None:
        """Return the only person whom `pronoun`, a word or nothing, can mean.

        `own` are the tokens before it in its paragraph, `before` those of the paragraph before. `spoke` are the names of
        those who spoke in the text so far. The subject with which a sentence or a paragraph begins comes first.
        """
        lower = pronoun.lower()
        gender = {(True, False): "he", (False, True): "she"}.get(
            (lower in self.words.he, lower in self.words.she), ""
        )
        kinds = "".join(token.kind for token in own)
        sentence = own[max(kinds.rfind("."), kinds.rfind("?")) + 1 :]
        for part in (sentence, own):
            begins = _BEGINS.match("".join(token.kind for token in part))
            found = self._candidates(part, gender) if begins else None
            if found is not None and len(found) == 1:
                return self._certain(found[0], spoke)
        found = self._candidates([*before, *own], gender)
        return self._certain(found[0], spoke) if found is not None and len(found) == 1 else None

    def _certain(self, name: Name, spoke: Collection[str]) -> Name | None:
        """Return `name` if it is certainly a person’s: somebody who spoke already counts."""
        is_person = self.is_person(name) or (name.text in spoke and " " in name.text and name.person is None)
        return name if is_person and not self._is_organisation(name) else None

    def _candidates(self, tokens: Sequence[Token], gender: str) -> Sequence[Name] | None:
        """Return the people named in `tokens` who may have `gender`; None if somebody without a name may be meant too."""
        if self._has_other_person(tokens, gender):
            return None
        kinds = "".join(token.kind for token in tokens)
        owners = {match.end() - 1 for match in _OWNER_OF_ROLE.finditer(kinds)}
        found: dict[str, Name] = {}
        for index, token in enumerate(tokens):
            if token.name is None or index in owners or self._is_place(tokens, index):
                continue
            name = self.longest(token.name)
            own = self.gender(name)
            if not (gender and own and own != gender):
                found.setdefault(name.text, name)
        return list(found.values())

    def _is_place(self, before: Sequence[Token], index: int) -> bool:
        """Return whether the name at `index` is probably a place, or a party: nobody whom a pronoun can mean."""
        name = before[index].name
        if name is None or (name.person is not None and name.person.speaker is None):
            return True
        longest = self.longest(name)
        if self.is_person(name):
            return False
        previous = before[index - 1] if index else None
        follows_in = previous is not None and self.text[previous.start : previous.end].lower() in _IN_PLACE
        is_surname = " " in longest.text or _key(name.text) in self._forms
        return not is_surname or follows_in or self._is_organisation(longest)

    def _has_other_person(self, before: Sequence[Token], gender: str) -> bool:
        """Return whether the text also speaks of somebody without a name, of the gender of the pronoun."""
        kinds = "".join(token.kind for token in before)
        beside_name = {index for match in _ROLE_OF_NAME.finditer(kinds) for index in range(*match.span())}
        for index, token in enumerate(before):
            word = self.text[token.start : token.end].lower()
            own = gender_of_word(word)
            is_plural = (
                word.endswith("s") and self.words.code in ("en", "fr", "es", "pt")
            ) or word in _PLURALS
            is_other = token.kind in ("r", "a") and index not in beside_name and not is_plural
            if is_other and not (own and gender and own != gender):
                return True
        return False


def gender_of_word(word: str) -> str:
    """Return “he” or “she” if a title or role tells the gender, else nothing."""
    bare = word.rstrip(".").lower()
    if bare in words_of("women") or _GERMAN_ROLE_OF_WOMAN.search(bare):
        return "she"
    return "he" if bare in words_of("men") else ""


def _key(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].lower()


def _is_form(name: str, form: str) -> bool:
    """Return whether `form` is a longer form of `name`, or `name` in other letters: HOLM, Holm, Ada Holm."""
    short, long = name.lower().split(), form.lower().split()
    return short == long or (len(short) == 1 and short[0] in (long[0], long[-1]))
