"""A name in a stored text, and a person or party of briefings/parties.yml whom it may mean."""

from dataclasses import dataclass

from generator.evidence import Span
from generator.speech.titles import FIRST_NAMES, gender_of_first_name
from generator.speech.words import LanguageWords

_STEM = 2  # letters of a name that no case changes


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

    @property
    def speaker_names(self) -> tuple[str, ...]:
        """Return all names of the known speaker, if the name means one."""
        return self.person.names if self.person and self.person.speaker else ()


def is_person_like(name: Name) -> bool:
    """Return whether a name may be a person’s: with a title or a first name, or of a known speaker."""
    is_known = name.person is not None and name.person.speaker is not None
    return is_known or bool(name.title) or name.text.split()[0].lower() in FIRST_NAMES


def may_mean(name: str, person: Person, words: LanguageWords) -> bool:
    """Return whether `name` may mean `person`: the same surname or single name, perhaps in another case (Haliny Wierzby).

    First names of another gender make it another person.
    """
    said, own = name.split(), person.names[0].split()
    if said[-1] == own[-1] or said == own[:1]:
        return {gender_of_first_name(said[0]), gender_of_first_name(own[0])} != {"he", "she"}
    return words.bare_titles and len(said) == len(own) and all(map(_may_be_case, said, own))


def _may_be_case(word: str, name: str) -> bool:
    """Return whether `word` may be another case of a name: Wierzby, Wierzba."""
    stem = max(_STEM, len(name) - 2)
    return word[:stem] == name[:stem]
