"""Parties call one thing by different names, and each name takes a side. `briefings/names.yml` says which of them this site writes in its
own voice; a sentence of yours that has another one takes that party's side, or seems to.

Wrong, where `names.yml` has `term: the old bridge` and `prefer: the north bridge`:

```yaml
question: Should the old bridge be closed?
```

Right:

```yaml
question: Should the north bridge be closed?
```

In quotation marks each party keeps its own name, and under `evidence` nothing is changed. A term with capital letters is meant with
them, one without in any letters. The note stops nothing, and is told by `briefing check` alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.content import Content
from generator.checks.sentences import headings, sentences
from generator.checks.wording import name_list, own_voice
from generator.content.model import ContestedName
from generator.diagnostics import Diagnostic, Rule, Severity

RULE = Rule(
    "N432",
    "contested-name",
    Severity.NOTE,
    "A sentence of the editors has a name that this site does not write in its own voice.",
    __doc__,
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look for contested names for which the site has one of its own, in all sentences of the editors."""
    names = name_list(content.corpus.names)
    if names is None:
        return
    for briefing in content.corpus.briefings.values():
        for one in (*headings(briefing), *sentences(briefing)):
            for start, end, name in names.found(own_voice(one.text)):
                words = " ".join(one.text[start:end].split())
                message = f"“{words}” is not the name that this site writes in its own voice"
                yield RULE.at(one.place(start, end), message, _hint(name))


def _hint(name: ContestedName) -> str:
    write = f"Write: {name.prefer}. Where the other name matters, put it in quotation marks."
    return f"{write}\n{' '.join(name.note.split())}" if name.note else write
