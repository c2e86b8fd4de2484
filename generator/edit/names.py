"""Names of things in a project: find an existing one, check that a new identifier is free, or make one from a sentence."""

import re
from collections.abc import Collection, Iterator

from generator.content.model.identifiers import id_hint, identifier, is_id
from generator.content.validation import suggest
from generator.edit.error import EditError
from generator.speech.words import language_words

_WORDS_IN_ID = 4
_NOT_TELLING = "dpcEBh"
"""The kinds of words that an identifier does without: articles, prepositions, “and”, “is”, “by”, “that”."""
_TELLING = frozenset((
    *("no", "not", "without", "against", "ohne", "gegen", "sans", "contre", "sin", "contra", "senza", "contro"),
    *("sem", "zonder", "tegen", "utan", "uten", "uden", "mot", "bez", "przeciw", "proti"),
))  # fmt: skip
"""Prepositions and articles that turn a sentence into its opposite."""
_GIVEN = re.compile(r"([a-z0-9-]+)\s*=\s*(.+)", re.DOTALL)
_ELISION = re.compile(r"(\w+['’])(\w.*)")


def find_name(kind: str, name: str, names: Collection[str]) -> str:
    """Return `name`. Raise EditError, with the most similar of `names`, if it is not one of them."""
    if name in names:
        return name
    raise EditError(f"There is no {kind} “{name}”. {suggest(name, list(names))}")


def free_id(kind: str, name: str, taken: Collection[str]) -> str:
    """Return `name`. Raise EditError if it is not an identifier, or is one of `taken`."""
    if not is_id(name):
        raise EditError(f"“{name}” cannot be an identifier. {id_hint(name)}")
    if name in taken:
        raise EditError(f"The {kind} “{name}” exists already. Choose another identifier.")
    return name


def given_id(text: str) -> tuple[str, str]:
    """Return the identifier and the sentence of `ID=SENTENCE`; an empty identifier if there is none."""
    found = _GIVEN.fullmatch(text.strip())
    return (found[1], found[2]) if found and is_id(found[1]) else ("", text)


def telling_id(text: str, language: str, taken: Collection[str] = ()) -> str:
    """Return an identifier made of the first telling words of a sentence, as many as it needs to be none of `taken`.

    Return "" if there is none, for example because the sentence is in another script.
    """
    is_short = len(text.split()) <= _WORDS_IN_ID
    words = list(_telling_words(text, language, "d" if is_short else _NOT_TELLING)) or text.split()
    parts = [part for word in words for part in identifier(word).split("-") if part]
    for number in range(_WORDS_IN_ID, max(_WORDS_IN_ID, len(parts)) + 1):
        name = "-".join(parts[:number])
        if name not in taken:
            return name if is_id(name) else ""
    return ""


def _telling_words(text: str, language: str, left_out: str) -> Iterator[str]:
    """Yield the words of a sentence that say what it is about: all but those of the kinds that are `left_out`."""
    kinds = language_words(language).kinds
    for each in text.split():
        word = each.strip('.,;:!?“”„«»()[]"')
        elided = _ELISION.fullmatch(word)
        if elided and kinds.get(elided[1].lower(), "-") in left_out:
            word = elided[2]
        if word.lower() in _TELLING or kinds.get(word.lower(), "-") not in left_out:
            yield word
