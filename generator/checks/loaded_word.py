"""A sentence of yours uses a loaded word.

Loaded words take sides, or hide who does: “claimed” doubts what was said, “admitted” suggests guilt, “the regime” denies a right to
govern, “it is believed” names nobody. In a sentence of yours, the judgement is yours.

Wrong:

```yaml
statement: The club claimed that the bridge is too narrow.
```

Right:

```yaml
statement: The club said that the bridge is too narrow.
```

If the word itself matters, put it in quotation marks and say whose word it is. Words in quotation marks and everything under `evidence`
and `analysis` are not checked. If the cited source uses the word too, it is the source's judgement, not a fact; the report then says so.
Only `briefing check` reports loaded words, and they do not stop the build: sometimes the word is right.

The list for English is `generator/checks/wording/en.yml`. Texts in a language without a list are not checked. In
`briefings/wording.yml` you can add words, and allow words on your site with a reason:

```yaml
words:
  - forms: [bridge-lover, bridge-lovers]
    reason: It makes fun of those who want the bridge.
    instead: [supporter of the bridge]
allow:
  - {word: demanded, reason: The parties call their papers demands.}
```
"""

from generator.checks.content import Content, Diagnostics, grouped, rule
from generator.checks.sentences import Sentence, headings, sentences
from generator.checks.wording.loaded_words import loaded_terms
from generator.checks.wording.terms import Terms
from generator.content.model import Analysis, LoadedWord
from generator.speech.editor_quotes import own_voice

RULE = rule("I430", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look in every sentence for loaded words of its language, except in analysis, which editors sign."""
    if "briefings/wording.yml" in content.corpus.unread:
        return  # that file may allow any of the words
    for language, briefings in grouped(content.briefings, content.language_of).items():
        terms = loaded_terms(language, content.corpus.wording, content.language)
        for briefing in briefings:
            for sentence in (*headings(briefing), *sentences(briefing)):
                if not isinstance(sentence.node, Analysis):
                    yield from _problems(sentence, terms)


def _problems(sentence: Sentence, terms: Terms[LoadedWord]) -> Diagnostics:
    for start, end, word in terms.find(own_voice(sentence.text)):
        hint = f"{word.reason}\nInstead: {'; '.join(word.instead)}."
        if source := _source_with(word, sentence, terms):
            hint += f"\nThe cited words of {source} use it too. In quotation marks, readers see that it is not your word."
        words = sentence.text[start:end].split()
        verb = "is a loaded word" if len(words) == 1 else "are loaded words"
        yield RULE.at(sentence.location_of(start, end), f"“{' '.join(words)}” {verb}", hint)


def _source_with(word: LoadedWord, sentence: Sentence, terms: Terms[LoadedWord]) -> str | None:
    """Return the first source whose cited words have a form of `word`."""
    for evidence in sentence.evidence:
        if any(found is word for _, _, found in terms.find(" … ".join(evidence.segments))):
            return evidence.source
    return None
