"""The hostile texts of all lists, dealt out to projects that are built whole."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache

from generator.diagnostics import Severity
from generator.pipeline import examine
from tests.hostile.lists import commonmark_examples, naughty_strings, yaml_files
from tests.hostile.payloads import PAYLOADS, PLAIN
from tests.hostile.project import project

# `make hostile` takes every text by itself; in the suite, those of the lists stand several to a text, each on its lines.
ONE_BY_ONE = bool(os.environ.get("BRIEFING_HOSTILE"))
BATCHES = 42 if ONE_BY_ONE else 8

Packed = tuple[str, ...]


@cache
def all_texts() -> tuple[Packed, ...]:
    """Give every text, ours and those of the lists."""
    ours = ((text,) for text in PAYLOADS)
    examples = (*commonmark_examples(), *yaml_files().values())
    return tuple(dict.fromkeys((*ours, *_packed(naughty_strings(), 8), *_packed(examples, 12))))


def _packed(texts: Sequence[str], size: int) -> Iterator[Packed]:
    size = 1 if ONE_BY_ONE else size
    yield from (tuple(texts[at : at + size]) for at in range(0, len(texts), size))


def batch(number: int) -> tuple[list[str], list[str]]:
    """Give the texts of a batch that a project can hold in every field, and those that it refuses in some."""
    taken: list[str] = []
    refused: list[str] = []
    for dealt in all_texts()[number::BATCHES]:
        packed = dealt
        while packed and not _sound(packed):
            # The first that cannot stand with those before it is left out.
            last = next(at for at in range(len(packed)) if not _sound(packed[: at + 1]))
            refused.append(packed[last])
            packed = packed[:last] + packed[last + 1 :]
        if packed and (text := _sound(packed)):
            taken.append(text)
    return taken, refused


def _sound(packed: Packed) -> str | None:
    """Give the text as it is, or between words, for those that are no words, or that end in the middle of one."""
    text = "\n".join(packed)
    return next((form for form in (text, f"Words {text} end") if _is_taken(form)), None)


def _is_taken(text: str) -> bool:
    told = examine(project(text, PLAIN)).diagnostics
    assert all(one.message for one in told)
    return not any(one.severity is Severity.ERROR for one in told)


def padded(texts: Sequence[str], size: int) -> list[str]:
    """Fill up `texts` with plain words, so that all batches are of one size."""
    return [*texts, *(f"More words {number} here" for number in range(size - len(texts)))]
