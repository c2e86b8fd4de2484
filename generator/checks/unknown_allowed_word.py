"""`allow` in `briefings/wording.yml` takes a word off the list of loaded words. A word that no list has takes nothing off: most likely
it is misspelt, or of another language than the entry says, and the word that was meant is noted as before.

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

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content import Content
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.shape import nearest
from generator.wording import loaded_words, plain

RULE = Rule(
    "W440",
    "unknown-allowed-word",
    Severity.WARNING,
    "A word is allowed that is on no list of loaded words.",
    __doc__,
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at every word that the site allows."""
    own = content.corpus.wording
    for one in own.allow:
        language = one.language or content.language
        forms = {
            plain(form): form for word in loaded_words(language, own, content.language) for form in word.forms
        }
        if plain(one.word) not in forms:
            near = forms.get(nearest(plain(one.word), list(forms)))
            hint = (
                f"Did you mean “{near}”?"
                if near
                else "Give its “language”, or take the entry out: what is on no list is never noted."
            )
            yield RULE.at(
                one.mark("word"),
                f"“{one.word}” is on no list of loaded words in the language “{language}”",
                hint,
            )
