"""The hostile texts of all lists, in batches that are built as one site each (`make hostile`)."""

from collections.abc import Mapping
from functools import cache

from generator.pipeline import examine
from tests.hostile.lists import commonmark_examples, naughty_strings, yaml_files
from tests.hostile.open_marks import errors
from tests.hostile.payloads import PAYLOADS
from tests.hostile.project import Texts, plain, plain_inline, project

BATCHES = 42


@cache
def all_texts() -> tuple[str, ...]:
    """Return every text, our own and those of the lists."""
    texts = (*PAYLOADS, *naughty_strings(), *commonmark_examples(), *yaml_files().values())
    return tuple(dict.fromkeys(texts))


def batch(number: int) -> tuple[list[str], list[str]]:
    """Return the texts of a batch that a project can have in every field, and those that it refuses in some field."""
    accepted: list[str] = []
    refused: list[str] = []
    for text in all_texts()[number::BATCHES]:
        # A text that is no word, or that ends in the middle of a word, is accepted between words.
        form = next((form for form in (text, f"Words {text} end") if _is_accepted(form)), None)
        if form is None:
            refused.append(text)
        else:
            accepted.append(form)
    return accepted, refused


def _is_accepted(text: str) -> bool:
    diagnostics = examine(project(text, "Plain words here")).diagnostics
    assert all(diagnostic.message for diagnostic in diagnostics)
    return not errors(diagnostics)


def padded(texts: list[str]) -> list[str]:
    """Return `texts` and as many plain words as make all batches the same size."""
    size = -(-len(all_texts()) // BATCHES)
    return [*texts, *(f"More words {number} here" for number in range(size - len(texts)))]


def briefings(texts: list[str]) -> Mapping[str, Texts]:
    """Return a briefing for each text, with that text in every field."""
    return {f"-{number:03}": Texts([text], [text]) for number, text in enumerate(texts)}


def plain_briefings() -> Mapping[str, Texts]:
    """Return as many briefings as a batch has, with plain words in every field."""
    return {
        f"-{number:03}": Texts([plain(number)], [plain_inline(number)]) for number in range(len(padded([])))
    }
