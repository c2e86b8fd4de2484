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
from generator.checks.wording import loaded_words, plain
from generator.content.validation import nearest
from generator.diagnostics import Diagnostic, Rule, Severity

RULE = Rule(
    "W440",
    "unknown-allowed-word",
    Severity.WARNING,
    "A word is allowed that is on no list of loaded words.",
    __doc__,
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look at every word that the site allows, where all words are known that it adds."""
    own = content.corpus.wording
    if own.lost("words"):
        return
    forms: dict[str, dict[str, str]] = {}
    for one in own.allow:
        language = one.language or content.language
        if language not in forms:
            words = loaded_words(language, own, content.language)
            forms[language] = {plain(form): form for word in words for form in word.forms}
        if plain(one.word) not in forms[language]:
            near = forms[language].get(nearest(plain(one.word), list(forms[language])))
            hint = (
                f"Did you mean “{near}”?"
                if near
                else "Give its “language”, or take the entry out: what is on no list is never noted."
            )
            yield RULE.at(
                one.location("word"),
                f"“{one.word}” is on no list of loaded words in the language “{language}”",
                hint,
            )
