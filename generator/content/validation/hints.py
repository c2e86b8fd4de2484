"""What to write instead: the same words in the shape that is needed, as far as that can be known."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_origin

from pydantic.fields import FieldInfo

from generator.content.model.identifiers import better_id, identifier, looks_like
from generator.content.model.node import Node
from generator.content.validation.fields import Path, choices, entry_key, fields_at, is_needed
from generator.fold import folded_words

_A_NAME = "a-name"
_NO_DASHES = "Take the dashes out."
# A text that needs no quotation marks between braces.
_PLAIN = re.compile(r"\w[\w .’'-]*")
# Keys that may be missing as far as the shape goes, but that a check asks for nearly everywhere.
_ASKED_FOR = frozenset(("stance", "as_of", "statement", "evidence", "quote", "reported", "assessment"))
_LONGEST = 200  # characters of a text that is shown again


def suggest(word: str, known: Sequence[str], cutoff: float = 0.6) -> str:
    """Say which of `known` was probably meant by `word`, or list them all; `cutoff` as in `nearest`."""
    near = nearest(word, known, cutoff)
    every = ", ".join(known) or "nothing"
    if near and len(known) == 1:
        return f"Did you mean “{near}”?{looks_like(word, near)}"
    if near:
        return f"Did you mean “{near}”?{looks_like(word, near)} Possible here: {every}."
    return f"Possible here: {every}."


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """Give the one of `known` that was probably meant by `word`; nothing where none is like it by `cutoff`, from 0 to 1."""
    return next(iter(difflib.get_close_matches(word.lower(), list(known), n=1, cutoff=cutoff)), "")


def suggest_named(word: str, names: Mapping[str, Iterable[str]], cutoff: float = 0.6) -> str:
    """Say which identifier was probably meant by `word`, which may as well be one of the `names` behind it; else list them all."""
    known, name = _named(word, names)
    return (
        f"Did you mean “{known}” ({name})?"
        if known
        else suggest(
            word if looks_like(word, nearest(word, names)) else identifier(word) or word, list(names), cutoff
        )
    )


def meant(word: str, names: Mapping[str, Iterable[str]]) -> str:
    """Give the identifier that was probably meant by `word`, which may as well be one of the `names` behind it; may be empty."""
    return _named(word, names)[0] or nearest(identifier(word) or word, names)


def _named(word: str, names: Mapping[str, Iterable[str]]) -> tuple[str, str]:
    plain = folded_words(word).casefold()
    every = ((known, name) for known, called in names.items() for name in called)
    return next((pair for pair in every if folded_words(pair[1]).casefold() == plain), ("", ""))


def to_fill(model: type[Node], path: Path, what: str = "a value") -> str:
    """Say what to do about a place with nothing in it."""
    if keys := fields_at(model, path):
        return f"Write its keys below it: {', '.join(keys)}."
    field = fields_at(model, path[:-1]).get(str(path[-1])) if path else None
    possible = choices(field.annotation) if field else ()
    entry = fields_at(model, (*path, 0)) if field and get_origin(field.annotation) is tuple else ()
    if possible:
        what = f"one of: {', '.join(possible)}"
    elif entry:
        what = f"its entries below it, each beginning with “- {next(iter(entry))}: …”"
    out = "; it is needed" if is_needed(model, path) else "; or take it out, where there is nothing to say"
    about = f"\n“{path[-1]}”: {_description(field)}" if field and field.description else ""
    return f"Write {what}{'' if path[-1] in _ASKED_FOR else out}.{about}"


def to_add(model: type[Node], path: Path) -> str:
    """Say how to add the key at the end of `path`, and what it holds."""
    field = fields_at(model, path[:-1])[str(path[-1])]
    about = f"Add “{path[-1]}: …”. {_description(field)}".strip()
    possible = choices(field.annotation)
    return f"{about} Possible: {', '.join(possible)}." if possible else about


def _description(field: FieldInfo) -> str:
    """Give what the model says about a key, in one line."""
    return " ".join((field.description or "").split())


def as_text(value: Any) -> str:
    """Say how to write a text, where `value` is a list or keys with values."""
    if isinstance(value, list):
        return "Write one text, without dashes and brackets."
    if len(value) == 1:
        key, text = next(iter(value.items()))
        if isinstance(text, str | None):
            sentence = f"{key}: {text or ''}".strip()
            return f"If this is one sentence, put it in quotation marks:\n{_quoted(sentence)}"
    return "Write one text."


def split(text: str) -> list[str]:
    """Give the entries of a list that was written as one text, with commas."""
    return [entry.strip() for entry in text.split(",") if entry.strip()]


def as_list(model: type[Node], path: Path, value: Any) -> str:
    """Say how to write a list, where `value` is a text or keys with values."""
    key = path[-1]
    if isinstance(value, dict):
        name, first = next(iter(value.items()), ("…", "…"))
        shown = f" {first}" if isinstance(first, str) else ""
        return f"Each entry begins with a dash:\n{key}:\n  - {name}:{shown}"
    fields = fields_at(model, (*path, 0))
    if not fields:
        items = (f"  - {item}" for item in split(value))
        return "\n".join(["Each entry begins with a dash:", f"{key}:", *items])
    if name := entry_key(model, (*path, 0)):
        return f"Each entry begins with a dash:\n{key}:\n  - {name}: {_shown(value)}"
    return f"Each entry begins with a dash, and has these keys: {', '.join(fields)}."


def as_keys(model: type[Node], path: Path, value: Any, key: str) -> str:
    """Say how to write keys with values behind `key`, where `value` is a text or a list."""
    if isinstance(value, list):
        return _without_dashes(model, path, value, key)
    fields, text = fields_at(model, path), _shown(value)
    if not fields:  # identifiers, and what each of them stands for
        name = entry_key(model, (*path, _A_NAME))
        return f"Write:\n{key}:\n  {_A_NAME}:\n    {name}: {text}" if name else ""
    if name := entry_key(model, path):
        in_list = bool(path) and isinstance(path[-1], int)
        return f"Write:\n- {name}: {text}" if in_list else f"Write:\n{key}:\n  {name}: {text}"
    return f"Its keys: {', '.join(fields)}."


def _without_dashes(model: type[Node], path: Path, entries: list[Any], key: str) -> str:
    """Say how to write the entries of a list as keys with values, and show it where each is a text."""
    path = (*path, _A_NAME)
    needed, more = entry_key(model, path), "role" in fields_at(model, path)
    lines = []
    for entry in entries:
        # Speakers are listed as “name, role”; in other texts a comma is a comma.
        words = str(entry).split(", ", 1 if more else 0)
        if not needed or not isinstance(entry, str) or not all(map(_PLAIN.fullmatch, words)):
            return _NO_DASHES
        pairs = ", ".join(f"{name}: {word}" for name, word in zip((needed, "role"), words, strict=False))
        lines.append(f"  {better_id(words[0]) or _A_NAME}: {{{pairs}}}")
    shown = "\n".join([f"{key}:", *lines])
    return f"Take the dashes out, and begin each line with an identifier:\n{shown}" if lines else _NO_DASHES


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST and "\n" not in text else "…"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'
