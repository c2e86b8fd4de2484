"""A translation has the language of its source.

A translation is in your words, so the gate cannot compare it with the source. Words in the source's own language need no translation: quote
them as they are. “en-GB” and “en-US” are the same language; languages with several scripts may be put into another script
(`zh-Hans` and `zh-Hant`). A code for no language in particular, such as `und`, is an error too.

Wrong, if the source is in English:

```yaml
- source: report
  quote: We will never agree to tolls
  translation: {text: We gladly agree to tolls, language: en, by: A. Editor}
```

Right:

```yaml
- source: report
  quote: We will never agree to tolls
```
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.speech.same_language import is_translated, is_unknown

RULE = rule("E446", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Compare the language of each translation with that of its source."""
    for source in content.corpus.sources.values():
        for use in content.analysis.uses[source.id]:
            translation, language = use.evidence.translation, source.about.language
            if translation and not is_translated(language, translation.language):
                message = (
                    f"this translation is in the language of its source, {source.id}: {translation.language}"
                )
                if is_unknown(translation.language):
                    message = f"“{translation.language}” does not say in which language this translation is"
                hint = f"Delete the translation, or correct its “language”, or that of {source.about.location().file}."
                yield RULE.at(translation.location("language"), message, hint)
