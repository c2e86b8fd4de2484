"""A text of yours quotes words that are not in the sources it cites.

Words in quotation marks are somebody's words, in your own texts too. They must be in a source that the text cites; otherwise the page
would quote what nobody said.

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

All texts that readers see are checked, with every kind of quotation mark. The words must be in the evidence of the sentence; those of
`why`, in the passage that it explains. The words of texts without evidence (titles, questions, notes, propositions, names,
corrections, `analysis`, and `unknowns` without evidence) must be in evidence of the briefing. If they are elsewhere in a cited source, see
`W444`. The text `was` of a correction is not checked.

- The first letter may be a capital or a small letter, also in brackets: “[W]e will open it”.
- Three dots stand for words that you leave out: “We will … the bridge”.
- In titles, names and signed notes, marks around a single name or term are not checked, unless a verb of saying or a party stands with them.
- Names of parties, speakers and publishers may stand in quotation marks anywhere; the terms of `names.yml` and the loaded words where
  nobody says them. In `unknowns`, `analysis`, `reason` and headings you can quote the words of the site itself (“for and against”, “rejects”).
"""

import re

from generator.checks.content import Content, Diagnostics, rule
from generator.checks.quotes_without_evidence import Unproved, unproved
from generator.evidence.occurrences import occurrences
from generator.fold import folded_words

RULE = rule("E416", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Report quoted words that are in no source that their text may quote."""
    for found in unproved(content):
        if found.place is None:
            where = "that this sentence cites" if found.text.sentence.evidence else f"of this {found.scope}"
            also = " cite the source that has them," if found.text.sentence.evidence else ""
            hint = f"Quote the source’s exact words,{also} or remove the quotation marks."
            message = f"“{found.words}” is in no source {where}"
            yield RULE.at(
                found.location, message, _capitals_hint(content, found) or _brackets_hint(found) or hint
            )


def _brackets_hint(found: Unproved) -> str:
    """Return what to write if the words have brackets; empty if they have none."""
    if "[" not in found.words:
        return ""
    return "Words in brackets are not the source’s: close the quotation before them, and open it again after them."


def _capitals_hint(content: Content, found: Unproved) -> str:
    """Return what to write if a source has the words with other capital letters; empty if none has."""
    pattern = re.compile(rf"(?<!\w){re.escape(folded_words(found.words))}(?!\w)", re.IGNORECASE)
    for name in found.sources:
        article = content.corpus.sources[name].article
        match = pattern.search(article.folded.text)
        if match and occurrences(article, match.group()):
            return f"The source has “{match.group()}”: use its capital and small letters, or quote only the words that match."
    return ""
