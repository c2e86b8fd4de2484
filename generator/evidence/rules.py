"""The verdicts of the evidence gate that are faults, and their pages in the manual of checks."""

from __future__ import annotations

from generator.diagnostics import Rule

NOT_FOUND = Rule.error(
    "E201",
    "not-found",
    "The words do not stand in the source.",
    """
The page prints the source's own characters, so they must be there. Typography may differ (quotation marks,
dashes, spaces); words, letters, digits and punctuation may not.

Wrong, where the article has “neither further nor closer”:

```yaml
quote: the talks brought nothing
```

Right:

```yaml
quote: neither further nor closer
```
""",
)
NEAR = Rule.error(
    "E202",
    "near",
    "The words nearly stand in the source: some differ.",
    """
A near match is never accepted: a changed word is a misquotation. The message shows both wordings with the
differing words in [brackets], and the source's words ready to paste.

Wrong: `quote: neither further or closer`

Right: `quote: neither further nor closer`
""",
)
AMBIGUOUS = Rule.error(
    "E203",
    "ambiguous",
    "The words stand in the source more than once.",
    """
The generator never takes the first place that fits. Say which one is meant, with the words before it
(`prefix`), the words after it (`suffix`) or its number (`occurrence`, from 1), or quote more words.
Where a quotation is given in segments, every segment counts. Once pinned, a later segment is its nearest place.

Wrong: `quote: the talks`, in an article that says it three times.

Right:

```yaml
quote: the talks
prefix: before
```
""",
)
ELSEWHERE = Rule.error(
    "E204",
    "in-another-source",
    "The words stand in another source than the one that is named.",
    """
The message names the source that has them. Name that one, or quote the words of this one.
""",
)
OUT_OF_ORDER = Rule.error(
    "E205",
    "out-of-order",
    "The segments of a quotation stand in another order in the source.",
    """
Segments are for words that the source interrupts (“…”, he said, “…”): they stand in the source's order. For words
from two places, write two pieces of evidence.

Wrong: `quote: [don’t suit us, more or less acceptable]`

Right: `quote: [more or less acceptable, don’t suit us]`
""",
)
TOO_SHORT = Rule.error(
    "E206",
    "too-short",
    "The words are too few to show anything.",
    """
Each segment needs at least three letters or digits: fewer stand in almost every text.
""",
)
SOURCE_MISSING = Rule.error(
    "E207",
    "source-missing",
    "The source that is named is not in seeds/.",
    """
A source is named by its file name without the ending: `moscow-talks-2025-12-02` for
`seeds/moscow-talks-2025-12-02.txt`.
""",
)
SOURCE_CHANGED = Rule.error(
    "E208",
    "source-changed",
    "A stored text is no longer the one whose hash is recorded.",
    """
Stored texts are never edited: what rests on them rests on these very words. Put the text back as it was. If it had
been stored wrongly, `briefing lock` and its name tell which evidence moved and which is lost, and how to record the
new hash.
""",
)
CUTS_WORD = Rule.error(
    "E209",
    "cuts-a-word",
    "The words begin or end in the middle of a word of the source.",
    """
Half a word can mean its opposite: “We can” is not what “We can’t” says.

Wrong: `quote: accept`, where the source has “acceptable”.

Right: `quote: acceptable`
""",
)
OVERLAPPING = Rule.error(
    "E210",
    "overlapping",
    "Two segments of a quotation share words of the source.",
    """
Each segment begins after the one before has ended.

Wrong: `quote: [work is not, not over yet]`

Right: `quote: work is not over yet`
""",
)
OTHER_PLACE = Rule.error(
    "E211",
    "in-another-place",
    "The words stand in the source, but not where prefix, suffix or occurrence say.",
    """
What is given to tell places apart must fit, even where the words stand only once: after a change elsewhere, the
page would else show other words than the editor meant. `prefix` stands directly before the first segment, `suffix`
directly after the last, white space apart; `occurrence` counts the places of the first segment, whatever their
typography.

Wrong, where the article says “the talks” three times: `occurrence: 4`

Right: `occurrence: 3`
""",
)
RULES = (
    NOT_FOUND,
    NEAR,
    AMBIGUOUS,
    ELSEWHERE,
    OUT_OF_ORDER,
    TOO_SHORT,
    SOURCE_MISSING,
    SOURCE_CHANGED,
    CUTS_WORD,
    OVERLAPPING,
    OTHER_PLACE,
)
