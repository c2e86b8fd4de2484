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

from collections.abc import Iterable

from generator.checks.content import Content, Diagnostics, rule
from generator.checks.quotes_without_evidence import unproved
from generator.evidence import Span
from generator.speech.speakers import By, Speech
from generator.speech.voices import source_speeches

RULE = rule("W444", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Report quoted words that stand only outside the evidence of their text."""
    spoken: dict[str, tuple[Speech, ...]] = {}
    for found in unproved(content):
        if found.place is None:
            continue
        name, span = found.place
        source = content.corpus.sources[name]
        if source.is_withheld:  # another check reports that the words are quoted at all
            continue
        if name not in spoken:
            spoken[name] = source_speeches(source, content.people)
        where = f"paragraph {source.article.paragraph_at(span.start).number} of {name}"
        of_what = "this text" if found.text.sentence.evidence else f"the {found.scope}"
        hint = f"The words are in {where}{_speaker(spoken[name], span)}."
        hint += "\nAdd the passage as evidence, or quote words of the evidence."
        yield RULE.at(found.location, f"“{found.words}” is in no evidence of {of_what}", hint)


def _speaker(spoken: Iterable[Speech], span: Span) -> str:
    """Return who says the words at `span`, if the source names the speaker with the quotation.

    Words in marks of their own inside a quotation may be those of somebody else.
    """
    for speech in spoken:
        parts = [part for part in speech.quotations if part.span.start <= span.start < part.span.end]
        if parts:
            is_inner = any(inner.start <= span.start < inner.end for part in parts for inner in part.inner)
            is_named = speech.by is By.NAME and speech.name and not is_inner
            return f", where {speech.name} says them" if is_named else ""
    return ""
