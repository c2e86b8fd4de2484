"""A sentence quotes words of a source that is withheld.

Nothing of a source with `status: withheld` is shown: not its text, not an excerpt, not the cited words. A sentence of yours that quotes
them would show them all the same.

Wrong, if `talks-2025` is withheld:

```yaml
- text: The talks went on “in a cold room”, the ministry said.
  evidence:
    - {source: talks-2025, reported: in a cold room}
```

Right:

```yaml
- text: The ministry described where the talks went on.
```

The words may be quoted if another source that the sentence cites has them too. W414 reports all other uses of the source: look for
another one.
"""

from collections.abc import Mapping

from generator.checks.content import Content, Diagnostics, rule
from generator.checks.sentences import Sentence, sentences
from generator.content.model import Source
from generator.content.model.uses import uses
from generator.evidence.matching import occurrences
from generator.fold import fold
from generator.speech.editor_quotes import quoted_words

RULE = rule("E462", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look for the quoted words of every sentence in the sources that it cites, or in all sources of the briefing."""
    sources = content.corpus.sources
    if not any(source.is_withheld for source in sources.values()):
        return
    for briefing in content.briefings:
        all_cited = {use.evidence.source for use in uses(briefing)}
        for sentence in sentences(briefing):
            names = {evidence.source for evidence in sentence.evidence} or all_cited
            cited = [sources[name] for name in sorted(names & sources.keys())]
            for start, _, words in quoted_words(sentence.text):
                source = _withheld_source(cited, words) or _translated_from(sources, sentence, words)
                if source:
                    begin = sentence.text.index(words, start)
                    message = f"“{words}” is quoted from {source.id}, which is withheld"
                    hint = "Write the sentence without these words, or quote a source that may be shown."
                    yield RULE.at(sentence.location_of(begin, begin + len(words)), message, hint)


def _translated_from(sources: Mapping[str, Source], sentence: Sentence, words: str) -> Source | None:
    """Return the withheld source of which a translation in the evidence has `words`; None if there is none."""
    for evidence in sentence.evidence:
        source = sources.get(evidence.source)
        translation = evidence.translation if source and source.is_withheld else None
        if translation and fold(words).text in fold(translation.text).text:
            return source
    return None


def _withheld_source(cited: list[Source], words: str) -> Source | None:
    """Return the withheld source that alone has `words`; None if another one has them too, or none has."""
    holders = [source for source in cited if occurrences(source.article, words)]
    return holders[0] if holders and all(source.is_withheld for source in holders) else None
