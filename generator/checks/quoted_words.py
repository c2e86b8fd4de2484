"""A sentence quotes words that are not in the sources it cites.

Words in quotation marks are somebody's words, in your own sentences too. They must be in a source that the sentence cites;
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

import re

from generator.analysis.convergence import Result
from generator.checks.content import Content, Diagnostics, rule
from generator.checks.sentences import Sentence, sentences
from generator.content.articles import Article
from generator.content.model import ABSENCES, Briefing
from generator.content.model.uses import uses
from generator.evidence.matching import occurrences
from generator.fold import fold, folded_words
from generator.speech.editor_quotes import quoted_words

RULE = rule("E416", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look for the quoted words of every sentence in the sources that it may quote."""
    sources = content.corpus.sources
    for briefing in content.briefings:
        all_cited = {use.evidence.source for use in uses(briefing)}
        site_words = _site_words(briefing)
        for sentence in sentences(briefing):
            cited = {evidence.source for evidence in sentence.evidence} or all_cited
            # If a source is missing or has errors, its words are not known.
            if any(quoted_words(sentence.text)) and cited <= sources.keys():
                articles = [sources[name].article for name in sorted(cited)]
                yield from _problems(sentence, articles, set() if sentence.evidence else site_words)


def _site_words(briefing: Briefing) -> set[str]:
    """Return the words in which the site states results, absences and stances, in lower case."""
    levels = (level.label for level in briefing.about.scale)
    return {word.lower() for word in (*Result, *ABSENCES.values(), *levels, "unclear")}


def _problems(sentence: Sentence, articles: list[Article], site_words: set[str]) -> Diagnostics:
    where = "that this sentence cites" if sentence.evidence else "of this briefing"
    also = " cite the source that has them," if sentence.evidence else ""
    for start, _, words in quoted_words(sentence.text):
        if words.lower() in site_words or _is_in_translation(words, sentence):
            continue
        if not any(occurrences(article, words) for article in articles):
            begin = sentence.text.index(words, start)
            location = sentence.location_of(begin, begin + len(words))
            hint = f"Quote the source’s exact words,{also} or remove the quotation marks."
            yield RULE.at(
                location, f"“{words}” is in no source {where}", _capitals_hint(words, articles) or hint
            )


def _is_in_translation(words: str, sentence: Sentence) -> bool:
    """Return whether a translation of the evidence has `words`."""
    translations = (evidence.translation for evidence in sentence.evidence)
    return any(fold(words).text in fold(translation.text).text for translation in translations if translation)


def _capitals_hint(words: str, articles: list[Article]) -> str:
    """Return what to write if an article has `words` with other capital letters; empty if none has."""
    pattern = re.compile(rf"(?<!\w){re.escape(folded_words(words))}(?!\w)", re.IGNORECASE)
    for article in articles:
        match = pattern.search(article.folded.text)
        if match and occurrences(article, match.group()):
            return f"The source has “{match.group()}”: use its capital and small letters, or quote only the words that match."
    return ""
