"""The keys of a source contradict each other about whose words it is.

`party` or `speaker` says whose own words a whole text is, `parties` that several parties speak together. Words of such a text are a
`quote` without quotation marks. So it must be clear who speaks.

Wrong: an article is the words of its paper, whoever it is about.

```yaml
# seeds/mayor-2031-05-02.yml
title: The bridge opens in May
language: en
party: town
```

Right, if the text is a speech from its first to its last word:

```yaml
title: The bridge opens in May
language: en
kind: speech
party: town
speaker: ada-vale
```

A source has `party` or `parties`, not both, and `parties` has two parties or more. In an `interview` or a `transcript` several people speak:
`party` and `speaker` say who answers, and `parties` is an error.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import ONE_VOICE, SourceFile, SourceKind

RULE = rule("E460", __name__, __doc__)
_KINDS = ", ".join(kind for kind in SourceKind if kind in ONE_VOICE)


def check(content: Content) -> Diagnostics:
    """Compare the kind of each source with the keys that say who speaks."""
    for source in content.corpus.sources.values():
        yield from _problems(source.about)


def _problems(about: SourceFile) -> Diagnostics:
    key = next((key for key in ("party", "speaker", "parties") if getattr(about, key)), None)
    if key is None:
        return
    location = about.key_location(key)
    if about.kind is SourceKind.ARTICLE:
        hint = f"If the whole text is their own words, write its kind: {_KINDS}. Otherwise remove “{key}”."
        yield RULE.at(
            location, f"an article cannot have the key “{key}”: its words are those of its paper", hint
        )
    elif about.parties and about.kind not in ONE_VOICE:
        hint = "Remove it, and write “parties” in the evidence whose words several parties say together."
        yield RULE.at(location, f"a source of the kind {about.kind} cannot have the key “parties”", hint)
    elif about.party and about.parties:
        hint = "If the party speaks alone, remove “parties”. If the parties speak together, remove “party”."
        yield RULE.at(about.key_location("parties"), "this source has both “party” and “parties”", hint)
    elif len(about.parties) == 1:
        hint = f"If one party speaks, write: party: {about.parties[0]}"
        yield RULE.at(about.location("parties", 0), "“parties” has only one party", hint)
