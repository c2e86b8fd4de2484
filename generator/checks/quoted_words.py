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

import re
from collections.abc import Iterator

from generator.analysis.convergence import Result
from generator.checks.content import Content
from generator.checks.sentences import sentences
from generator.content.model import ABSENCES, Evidence
from generator.content.model.uses import uses
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.fold import fold
from generator.location import Location
from generator.speech.editor_quotes import quotations, words_in

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
        anywhere = frozenset(use.evidence.source for use in uses(briefing))
        own_words = {str(result) for result in Result} | {label.lower() for label in ABSENCES.values()}
        own_words |= {level.label.lower() for level in briefing.about.scale} | {"unclear"}
        for one in sentences(briefing):
            evidence = one.evidence
            words_quoted = [words for _, _, words in quotations(one.text)]
            if not words_quoted or one.node.lost("evidence"):
                continue
            cited = frozenset(one.source for one in evidence) or anywhere
            if not cited <= content.corpus.sources.keys():
                continue  # a source is missing or has faults of its own, so that its words are not known
            for words in words_quoted:
                if _is_known(content, words, cited, evidence) or (
                    not evidence and words.lower() in own_words
                ):
                    continue
                where = "that this sentence cites" if evidence else "of this briefing"
                also = " cite the source that has them," if evidence else ""
                yield RULE.at(
                    _location_of(words, one.node.location(*one.path)),
                    f"“{words}” stands in no source {where}",
                    _but_for_capitals(content, words, cited)
                    or f"Quote the source’s exact words,{also} or leave the marks out.",
                )


def _is_known(content: Content, words: str, sources: frozenset[str], evidence: tuple[Evidence, ...]) -> bool:
    """Say whether one of `sources` has `words`, or a translation of what is cited."""
    known = content.corpus.sources
    if any(words_in(known[name].article, words) for name in sorted(sources) if name in known):
        return True
    return any(fold(words).text in fold(one.translation.text).text for one in evidence if one.translation)


def _but_for_capitals(content: Content, words: str, sources: frozenset[str]) -> str:
    """Say what to write where one of `sources` has `words` but for capital letters; empty where none has."""
    mine = fold(words).text
    as_words = re.compile(rf"(?<!\w){re.escape(mine)}(?!\w)", re.IGNORECASE)
    for name in sorted(sources & content.corpus.sources.keys()):
        article = content.corpus.sources[name].article
        found = as_words.search(article.folded.text)
        if found is None or words_in(article, found.group()) is None:
            continue
        theirs, rest = found.group(), mine.partition(" ")[2]
        if rest and theirs.endswith(f" {rest}"):
            letter = "capital" if theirs[0].isupper() else "small letter"
            do = f"leave the first word out of the marks, or quote it with the {letter}"
        else:
            do = "write its capital and small letters, or leave the marks out"
        return f"The source has “{theirs}”: {do}."
    return ""


def _location_of(words: str, location: Location) -> Location:
    """Give the place of `words` in the line of `location`; `location` itself where they are not found as they are."""
    start = location.text.find(words, location.column - 1)
    return (
        Location(location.file, location.line, start + 1, len(words), location.text)
        if start >= 0
        else location
    )
