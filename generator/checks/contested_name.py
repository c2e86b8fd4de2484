"""A sentence of yours uses a name that this site avoids.

Parties use different names for the same thing, and each name takes a side. `briefings/names.yml` says which name this site
uses in its own sentences. If a sentence of yours uses another name, readers may think that you take that side.

Wrong, if `names.yml` has `term: the old bridge` and `prefer: the north bridge`:

```yaml
question: Should the old bridge be closed?
```

Right:

```yaml
question: Should the north bridge be closed?
```

Words in quotation marks and everything under `evidence` are not checked. A term with capital letters only matches text with the
same capitals (the first letter may differ). A term in lower case matches any capitals. Only `briefing check` reports this, and it
does not stop the build.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.checks.sentences import headings, sentences
from generator.checks.wording.terms import Terms
from generator.content.model import ContestedName
from generator.fold import folded_words
from generator.speech.editor_quotes import own_voice

RULE = rule("I432", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look in every sentence of the editors for names that have a preferred one; a preferred name hides those in it."""
    names = [name for name in content.corpus.names.values() if name.prefer]
    terms: Terms[ContestedName] = Terms.of(
        {name.term: name for name in names} | {name.prefer: None for name in names if name.prefer}
    )
    for briefing in content.briefings:
        for sentence in (*headings(briefing), *sentences(briefing)):
            for start, end, name in terms.find(own_voice(sentence.text)):
                words = sentence.text[start:end]
                if _has_same_capitals(name.term, words):
                    message = f"“{' '.join(words.split())}” is not the name that this site uses"
                    yield RULE.at(sentence.location_of(start, end), message, _hint(name))


def _has_same_capitals(term: str, words: str) -> bool:
    return term == term.lower() or folded_words(words)[1:] == folded_words(term)[1:]


def _hint(name: ContestedName) -> str:
    hint = f"Write: {name.prefer}. If you need the other name, put it in quotation marks."
    return f"{hint}\n{' '.join(name.note.split())}" if name.note else hint
