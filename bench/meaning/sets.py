"""Quotes with known answers: reversed ones, which must be reported, and true ones, which must not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bench.made import make
from generator.content.articles import Article, read_article
from generator.evidence import Span

_HERE = Path(__file__).parent
_KNOWN_TEXTS = Path(__file__).parents[2] / "tests" / "speech" / "texts"
_ARTICLES = 40  # made by the bench, with ten quotes each


@dataclass(frozen=True, slots=True)
class Case:
    """A quote in a text: the group that it counts for, the language, and whether it is a party's own words."""

    group: str
    language: str
    is_quote: bool
    article: Article
    spans: tuple[Span, ...]

    @property
    def marked(self) -> str:
        """Return the text with the words of the quote in [brackets]."""
        text = self.article.text
        for span in reversed(self.spans):
            text = f"{text[: span.start]}[{text[slice(*span)]}]{text[span.end :]}"
        return text.strip()


def reversed_cases() -> list[Case]:
    """Return the quotes that leave out what turns their meaning round."""
    return list(_marked_cases("reversed"))


def true_cases() -> list[Case]:
    """Return the true quotes: marked by hand, those of the known texts, and those of generated articles."""
    return [*_marked_cases("true"), *_known_cases(), *_made_cases()]


def _marked_cases(name: str) -> Iterator[Case]:
    for language, kinds in _read(_HERE / f"{name}.yml").items():
        for kind, sentences in kinds.items():
            for sentence in sentences:
                article, spans = unmarked(sentence)
                group = "reversed" if name == "reversed" else _group(spans)
                yield Case(group, language, kind == "quote", article, spans)


def _known_cases() -> Iterator[Case]:
    """Yield each speech of the known texts with all its quotations."""
    for path in sorted(_KNOWN_TEXTS.glob("*.yml")):
        known = _read(path)
        article, at = _article(known["text"]), 0
        speeches: dict[int, list[Span]] = {}
        for quotation in known["quotations"]:
            start = article.text.index(quotation["words"], at)
            at = start + len(quotation["words"])
            speeches.setdefault(quotation["speech"], []).append(Span(start, at))
        for spans in speeches.values():
            yield Case(_group(spans), known["language"], True, article, tuple(spans))


def _made_cases() -> Iterator[Case]:
    made = make(_ARTICLES)
    articles = {name: _article(article.text) for name, article in made.articles.items()}
    for piece in made.all_pieces:
        article, spans = articles[piece.source], []
        for segment in piece.passage.segments:
            start = article.text.index(segment)
            spans.append(Span(start, start + len(segment)))
        yield Case(_group(spans), "en", piece.passage.kind == "quote", article, tuple(spans))


def _group(spans: Sequence[Span]) -> str:
    return "true, interrupted" if len(spans) > 1 else "true, one part"


def unmarked(sentence: str) -> tuple[Article, tuple[Span, ...]]:
    """Return a sentence without its [brackets], and the spans that they enclosed."""
    parts = sentence.replace("]", "[").split("[")
    spans, at = [], 0
    for index, part in enumerate(parts):
        if index % 2:
            spans.append(Span(at, at + len(part)))
        at += len(part)
    return _article("".join(parts)), tuple(spans)


def _article(text: str) -> Article:
    article, _ = read_article("bench", text.encode(), "bench.txt")
    if article is None:
        raise ValueError(text)
    return article


def _read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return content
