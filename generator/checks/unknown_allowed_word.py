"""An allowed word is not on any list of loaded words.

`allow` in `briefings/wording.yml` removes a word from the list of loaded words. If no list has the word, the entry has no effect. Most
likely the word is misspelt or has another language than the entry says, and the word that you want to allow is still reported.

Wrong:

```yaml
allow:
  - {word: demandet, reason: The parties call their papers demands.}
```

Right:

```yaml
allow:
  - {word: demanded, reason: The parties call their papers demands.}
```
"""

from generator.checks.content import Content, Diagnostics, grouped, rule
from generator.checks.wording.loaded_words import loaded_words
from generator.checks.wording.terms import normalise
from generator.content.validation import nearest

RULE = rule("W440", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look for each allowed word in the list of its language."""
    own = content.corpus.wording
    for language, allowed in grouped(own.allow, lambda entry: entry.language or content.language).items():
        words = loaded_words(language, own, content.language)
        forms = {normalise(form): form for word in words for form in word.forms}
        for entry in allowed:
            if normalise(entry.word) not in forms:
                near = forms.get(nearest(normalise(entry.word), list(forms)))
                hint = "Add its “language”, or remove the entry: only listed words are reported."
                hint = f"Did you mean “{near}”?" if near else hint
                message = f"“{entry.word}” is not on the list of loaded words in the language “{language}”"
                yield RULE.at(entry.location("word"), message, hint)
