"""Some words take sides, or hide who does: “claimed” doubts what was said, “admitted” finds guilt, “the regime” denies a right to
govern, “it is believed” names nobody. In a sentence of yours the judgement becomes yours.

Wrong:

```yaml
statement: The club claimed that the bridge is too narrow.
```

Right:

```yaml
statement: The club said that the bridge is too narrow.
```

Where the word itself matters, quote it, and say whose it is: what stands in quotation marks is never noted, nor is anything under
`evidence` or `analysis`. That the cited source has the word too makes it the source's judgement and not a fact: the note then says
so. The note stops nothing, and is told by `briefing check` alone; the word may be the right one.

The list is `generator/wording/en.yml`; texts in a language without a list are not looked at. In `briefings/wording.yml` you add words,
and say which may be written on your site, and why:

```yaml
words:
  - forms: [bridge-lover, bridge-lovers]
    reason: It makes fun of those who want the bridge.
    instead: [supporter of the bridge]
allow:
  - {word: demanded, reason: The parties call their papers demands.}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content import Content
from generator.checks.sentences import Sentence, headings, sentences
from generator.checks.wording import Found, WordList, own_voice, word_list
from generator.content.model import Analysis
from generator.diagnostics import Diagnostic, Rule, Severity

RULE = Rule(
    "N430",
    "loaded-word",
    Severity.NOTE,
    "A sentence of the editors has a word that takes sides, or that hides who does.",
    __doc__,
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look for loaded words of a briefing's language in its sentences; what the editors sign as theirs may judge."""
    lists: dict[str, WordList | None] = {}
    for briefing in content.corpus.briefings.values():
        language = briefing.about.language or content.language
        if language not in lists:
            lists[language] = word_list(language, content.corpus.wording, content.language)
        if (known := lists[language]) is None:
            continue
        for one in (*headings(briefing), *sentences(briefing)):
            if not isinstance(one.node, Analysis):
                for found in known.found(own_voice(one.text)):
                    yield _told(one, found, known)


def _told(one: Sentence, found: Found, known: WordList) -> Diagnostic:
    hint = [found.word.reason, f"Instead: {'; '.join(found.word.instead)}."]
    if cited := _source_with(one, found, known):
        hint.append(
            f"The cited words of {cited} have it too: in quotation marks, readers see that it is not yours."
        )
    words = one.text[found.start : found.end].split()
    what = "is a loaded word" if len(words) == 1 else "are loaded words"
    return RULE.at(one.place(found.start, found.end), f"“{' '.join(words)}” {what}", "\n".join(hint))


def _source_with(one: Sentence, found: Found, known: WordList) -> str | None:
    """Give the first cited source whose cited words have the loaded word, in one form or another."""
    return next(
        (
            cited.source
            for cited in one.evidence
            if any(other.word is found.word for other in known.found(" … ".join(cited.segments)))
        ),
        None,
    )
