"""A source that quotes a party in a paragraph of which nothing is used may hold a position that the briefing leaves out.

Wrong: the paragraph “The bridge will be safe,” Ada Vale said, and no evidence of any briefing in it.

Right: evidence that uses it,

```yaml
- {source: report, quote: The bridge will be safe, speaker: ada-vale}
```

or a conscious choice to leave it out: a note stops nothing, and is told by `briefing check` alone. What can be used of a
source: `briefing quotes SOURCE --unused`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content import Content
from generator.content.model import Source
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.evidence import Span
from generator.speech.quotation_marks import first_quotation

RULE = Rule(
    "N427",
    "unused-quotation",
    Severity.NOTE,
    "A paragraph of a source quotes somebody, and nothing uses it.",
    __doc__,
)
_SHOWN = 60  # characters of a quotation


def check(content: Content) -> Iterator[Diagnostic]:
    """Look through the sources that something cites, where it is known what each piece of evidence cites."""
    if not content.complete:
        return
    used: dict[str, list[Span]] = {}
    for selector, passage in content.passages.items():
        used.setdefault(selector.source, []).extend(passage.spans)
    for name, spans in used.items():
        yield from _unused(content.corpus.sources[name], spans)


def _unused(source: Source, spans: list[Span]) -> Iterator[Diagnostic]:
    """Give a note for all paragraphs of `source` with quotations in which none of `spans` stands."""
    article = source.article
    cited = {article.paragraph_at(at).number for span in spans for at in (span.start, span.end - 1)}
    left = {
        paragraph.number: article.text[slice(*span)]
        for paragraph in article.paragraphs
        if paragraph.number not in cited and (span := first_quotation(article, paragraph))
    }
    if left:
        told = "\n".join(f"Paragraph {number}: “{_short(words)}”" for number, words in left.items())
        what = "a paragraph" if len(left) == 1 else f"{len(left)} paragraphs"
        yield RULE.at(
            source.about.location(),
            f"nothing uses {what} of {source.id} with quotations",
            f"{told}\nWhat you can paste: briefing quotes {source.id} --unused",
        )


def _short(words: str) -> str:
    text = " ".join(words.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"
