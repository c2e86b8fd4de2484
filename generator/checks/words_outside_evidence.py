"""Words that you quote are in a source, but not in the evidence.

Readers follow the markers of a sentence to its evidence. If the words that it quotes stand elsewhere in the source, nobody can see who
said them and what was said around them: they may be the words of another speaker.

Wrong, if “Nobody sleeps here” is in another paragraph:

```yaml
- text: The mayor said “Nobody sleeps here”.
  evidence:
    - {source: report, quote: We will close it at night, speaker: ada-vale}
```

Right:

```yaml
- text: A resident said “Nobody sleeps here”.
  evidence:
    - {source: report, quote: Nobody sleeps here, speaker: tom-reed}
```

The words of a title, a question, a note, a proposition, a name, a correction or `analysis` may be in any evidence of the briefing. Words that are
in no source are an error, see `E416`.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.checks.quotes_without_evidence import Unproved, unproved
from generator.content.articles import Article
from generator.diagnostics import Diagnostic
from generator.evidence import Span
from generator.speech.names import people
from generator.speech.speakers import By, speeches

RULE = rule("W444", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Report quoted words that stand only outside the evidence of their text."""
    for found in unproved(content):
        if found.place is not None:
            yield _warning(content, found, *found.place)


def _warning(content: Content, found: Unproved, name: str, span: Span) -> Diagnostic:
    source = content.corpus.sources[name]
    where = f"paragraph {source.article.paragraph_at(span.start).number} of {name}"
    of_what = "this text" if found.text.sentence.evidence else f"the {found.scope}"
    message = f"“{found.words}” is in no evidence of {of_what}"
    hint = f"The words are in {where}{_speaker(content, source.article, span, source.about.language)}."
    hint += "\nAdd the passage as evidence, or quote words of the evidence."
    return RULE.at(found.location, message, hint)


def _speaker(content: Content, article: Article, span: Span, language: str) -> str:
    """Return who says the words at `span`, if the source names the speaker with the quotation."""
    for speech in speeches(article, people(content.corpus.parties), language):
        if any(quotation.span.start <= span.start < quotation.span.end for quotation in speech.quotations):
            return f", where {speech.name} says them" if speech.by is By.NAME and speech.name else ""
    return ""
