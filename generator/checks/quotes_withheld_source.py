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

from generator.checks.content import Content, Diagnostics, rule
from generator.checks.editor_texts import editor_texts
from generator.checks.terms_in_marks import TermsInMarks
from generator.content.model import Briefing, Evidence
from generator.content.model.uses import uses
from generator.speech.editor_quotes import quoted_words
from generator.speech.quoted_places import withheld_source

RULE = rule("E462", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look for the quoted words of every text in the sources of its evidence, or of its briefing."""
    sources = content.corpus.sources
    if not any(source.is_withheld for source in sources.values()):
        return
    terms = TermsInMarks(content)
    for text in editor_texts(content):
        for quoted in quoted_words(text.sentence.text):
            evidence = text.sentence.evidence or _all_evidence(content, text.briefing)
            cited = {item.source: sources[item.source] for item in evidence if item.source in sources}
            source = withheld_source(list(cited.values()), evidence, quoted.words)
            if source and not terms.allows(text, quoted):
                message = f"“{quoted.words}” is quoted from {source.id}, which is withheld"
                hint = "Write the sentence without these words, or quote a source that may be shown."
                yield RULE.at(text.sentence.location_of(quoted.words_start, quoted.words_end), message, hint)


def _all_evidence(content: Content, briefing: Briefing | None) -> tuple[Evidence, ...]:
    found = uses(briefing) if briefing else content.uses()
    return tuple(use.evidence for use in found)
