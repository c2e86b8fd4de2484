"""Words in quotation marks are somebody's words, in an editor's sentence too. They must stand in a source that the
sentence cites, else the page would quote what nobody said.

Wrong, where the source has “neither further nor closer”:

```yaml
- text: Ushakov said the talks left them “no further and no closer”.
  evidence:
    - {source: moscow-talks-2025-12-02, quote: neither further nor closer, speaker: yuri-ushakov}
```

Right:

```yaml
- text: Ushakov said the talks left them “neither further nor closer”.
```

In `unknowns` without evidence and in `analysis`, the words may stand in any source of the briefing; there the
generator's own words (“within reach”, “rejects”) may be quoted too.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.convergence import Result
from generator.checks.content import Content
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.model import ABSENCES, Briefing, Evidence
from generator.model.node import Node
from generator.quotations import quotations, words_in
from generator.text import fold

RULE = Rule(
    "E416",
    "quoted-words",
    Severity.ERROR,
    "A sentence quotes words that the sources it cites do not have.",
    __doc__,
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at the quotation marks in every sentence that editors wrote."""
    for briefing in content.corpus.briefings.values():
        anywhere = set(content.analysis.briefings[briefing.slug].coverage.sources)
        own_words = {str(result) for result in Result} | {label.lower() for label in ABSENCES.values()}
        own_words |= {level.label.lower() for level in briefing.about.scale} | {"unclear"}
        for node, key, text, evidence in _sentences(briefing):
            cited = {one.source for one in evidence}
            free = not evidence
            for _, _, words in quotations(text):
                texts = [
                    content.corpus.sources[name].article
                    for name in sorted(anywhere if free else cited)
                    if name in content.corpus.sources
                ]
                translated = any(
                    fold(words).text in fold(one.translation.text).text for one in evidence if one.translation
                )
                known = translated or any(words_in(article, words) for article in texts)
                if not known and not (free and words.lower() in own_words):
                    yield RULE.at(
                        node.mark(key),
                        f"“{words}” stands in no source that this sentence cites",
                        "Quote the source’s exact words, cite the source that has them, or leave the marks out.",
                    )


def _sentences(briefing: Briefing) -> Iterator[tuple[Node, str, str, tuple[Evidence, ...]]]:
    about = briefing.about
    for claim in (*about.answer, *about.background, *about.unknowns):
        yield claim, "text", claim.text, claim.evidence
    for event in about.timeline:
        yield event, "title", event.title, event.evidence
    for note in about.analysis:
        yield note, "text", note.text, ()
    for file in briefing.positions.values():
        for position in file.positions:
            for key in ("statement", "summary"):
                if text := getattr(position, key):
                    yield position, key, text, position.evidence
            for _, _, claim in position.claims:
                yield claim, "text", claim.text, claim.evidence
