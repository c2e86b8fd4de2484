"""A sentence quotes words that are not in the sources it cites.

Words in quotation marks are somebody's words, also in a sentence of the editors. They must be in a source that the sentence cites;
otherwise the page would quote what nobody said.

Wrong, if the source has “neither further nor closer”:

```yaml
- text: Ushakov said the talks left them “no further and no closer”.
  evidence:
    - {source: moscow-talks-2025-12-02, quote: neither further nor closer, speaker: yuri-ushakov}
```

Right:

```yaml
- text: Ushakov said the talks left them “neither further nor closer”.
```

In `analysis`, and in `unknowns` without evidence, the words may be in any source of the briefing. There you can also quote the words
that the site itself uses (“within reach”, “rejects”).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.analysis.convergence import Result
from generator.checks.content import Content, Diagnostics, rule
from generator.checks.sentences import Sentence, sentences
from generator.content.articles import Article
from generator.content.model import ABSENCES, Briefing
from generator.content.model.uses import uses
from generator.diagnostics import Diagnostic
from generator.fold import fold
from generator.location import Location
from generator.speech.editor_quotes import find_words, quoted_words

RULE = rule("E416", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look for the quoted words of every sentence in the sources that it may quote."""
    sources = content.corpus.sources
    for briefing in content.briefings:
        all_cited = {use.evidence.source for use in uses(briefing)}
        site_words = _site_words(briefing)
        for sentence in sentences(briefing):
            words_quoted = [words for _, _, words in quoted_words(sentence.text)]
            cited = {evidence.source for evidence in sentence.evidence} or all_cited
            # If a source is missing or has errors, its words are not known.
            if not words_quoted or not cited <= sources.keys():
                continue
            articles = [sources[name].article for name in sorted(cited)]
            for words in words_quoted:
                own = not sentence.evidence and words.lower() in site_words
                if not own and not _is_quotable(words, sentence, articles):
                    yield _problem(words, sentence, articles)


def _site_words(briefing: Briefing) -> set[str]:
    """Return the words in which the site states results, absences and stances, in lower case."""
    levels = (level.label for level in briefing.about.scale)
    return {str(result) for result in Result} | {
        word.lower() for word in (*ABSENCES.values(), *levels, "unclear")
    }


def _is_quotable(words: str, sentence: Sentence, articles: Iterable[Article]) -> bool:
    """Return whether an article has `words`, or a translation of the evidence."""
    if any(find_words(article, words) for article in articles):
        return True
    translations = (evidence.translation for evidence in sentence.evidence)
    return any(fold(words).text in fold(translation.text).text for translation in translations if translation)


def _problem(words: str, sentence: Sentence, articles: Iterable[Article]) -> Diagnostic:
    where = "that this sentence cites" if sentence.evidence else "of this briefing"
    also = " cite the source that has them," if sentence.evidence else ""
    return RULE.at(
        _locate(words, sentence.node.location(*sentence.path)),
        f"“{words}” is in no source {where}",
        _capitals_hint(words, articles)
        or f"Quote the source’s exact words,{also} or remove the quotation marks.",
    )


def _capitals_hint(words: str, articles: Iterable[Article]) -> str:
    """Return what to write if an article has `words` with other capital letters; empty if none has."""
    pattern = re.compile(rf"(?<!\w){re.escape(fold(words).text)}(?!\w)", re.IGNORECASE)
    for article in articles:
        match = pattern.search(article.folded.text)
        if match and find_words(article, match.group()):
            return f"The source has “{match.group()}”: use its capital and small letters, or quote only the words that match."
    return ""


def _locate(words: str, location: Location) -> Location:
    """Return the location of `words` in the line of `location`, or `location` if the line does not contain them."""
    start = location.text.find(words, location.column - 1)
    return (
        Location(location.file, location.line, start + 1, len(words), location.text)
        if start >= 0
        else location
    )
