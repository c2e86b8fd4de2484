"""The words that an editor selected in a stored text, as one page of the desk hands them to another.

A browser sends the places of the words and the words themselves. Both must agree: a selection never means other words than those
that the editor saw.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from werkzeug.datastructures import MultiDict

from generator.content.articles import Article
from generator.content.model import Corpus, Kind, Source
from generator.desk.verdicts import sentence
from generator.edit.error import EditError
from generator.escape import shown
from generator.evidence import Span
from generator.evidence.block import Block
from generator.evidence.hint_text import yaml_text
from generator.fold import BLANK
from generator.language import Language
from generator.speech.judgement import judge, selected_evidence

_LONGEST = 5_000  # characters of all parts; they are in addresses
_SPANS = re.compile(r"[0-9]{1,9}-[0-9]{1,9}(?:,[0-9]{1,9}-[0-9]{1,9}){0,99}")


@dataclass(frozen=True)
class Selection:
    """Words of a source, one span for each part, in code points of the stored text; and what the editor says about them.

    `kind` is None, and a text is empty, if the editor does not say.
    """

    source: Source
    spans: tuple[Span, ...] = ()
    kind: Kind | None = None
    speaker: str = ""
    page: str = ""
    time: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words of each part, as they are stored."""
        return tuple(self.source.article.text[slice(*span)] for span in self.spans)

    def values(self) -> dict[str, Any]:
        """Return the values for the address of a page, as `read_selection` reads them."""
        return {
            "source": self.source.id,
            "spans": spans_text(self.spans),
            "words": [shown(words) for words in self.words],
            "kind": self.kind.value if self.kind else "",
            "speaker": self.speaker,
            "page": self.page,
            "time": self.time,
        }


def read_selection(fields: MultiDict[str, str], corpus: Corpus) -> Selection:
    """Return the selection in the fields of a form, or in the values of an address.

    Raise EditError if there is no such source, or its text does not have these words at these places.
    """
    source = corpus.sources.get(fields.get("source", ""))
    if source is None:
        raise EditError("There is no such source any more.")
    kind = fields.get("kind", "")
    return Selection(
        source,
        _read_spans(source.article, fields),
        Kind(kind) if kind in {each.value for each in Kind} else None,
        *(fields.get(name, "").strip() for name in ("speaker", "page", "time")),
    )


def evidence_yaml(
    selection: Selection, corpus: Corpus, language: Language, more: Mapping[str, str] | None = None
) -> str:
    """Return a selection as evidence: an item of a list in YAML, which the gate finds at exactly these places.

    `more` has further keys, such as why. Raise EditError, with the words of its verdict, if the selection cannot be evidence.
    """
    kind = selection.kind or Kind.REPORTED
    source, spans = selection.source, selection.spans
    block = selected_evidence(source, spans, kind, selection.speaker or None)
    if not isinstance(block, Block):
        raise EditError(sentence(judge(source, corpus, spans, kind=kind)[0], language))
    values = {"page": selection.page, "time": selection.time, **(more or {})}
    return "\n".join([block.yaml, *(f"  {key}: {yaml_text(text)}" for key, text in values.items() if text)])


def spans_text(spans: Sequence[Span]) -> str:
    """Return spans as an address has them, such as `12-48,60-75`."""
    return ",".join(f"{span.start}-{span.end}" for span in spans)


def _read_spans(article: Article, fields: MultiDict[str, str]) -> tuple[Span, ...]:
    text, words = fields.get("spans", ""), fields.getlist("words")
    if not text:
        return ()
    if not _SPANS.fullmatch(text):
        raise EditError("These are not places of a text. Select the words again.")
    spans = tuple(Span(*map(int, part.split("-"))) for part in text.split(","))
    if (size := sum(span.end - span.start for span in spans)) > _LONGEST:
        raise EditError(f"You selected {size:,} characters. Select at most {_LONGEST:,}.")
    stored = [_letters(article.text[slice(*span)]) for span in spans]
    if stored != [_letters(each) for each in words] or any(span.start > span.end for span in spans):
        raise EditError(
            "The stored text has other words at this place than those that you selected. Load the page again, and select the words again."
        )
    return spans


def _letters(words: str) -> str:
    """Return the characters of some words that a page shows, without spaces."""
    return "".join(char for char in shown(words) if not char.isspace() and char not in BLANK)
