"""A statement says what a party holds, and readers must see whose word it is: the party's, somebody's who speaks for it, or a
source's. Without that a position reads as a fact.

Wrong:

```yaml
basis: stated
statement: The bridge is too narrow for two lorries.
```

Right:

```yaml
basis: stated
statement: The drivers’ club said that the bridge is too narrow for two lorries.
```

Looked for are the names of the party and of those who speak for it, with their `aliases` in `briefings/parties.yml`, the publisher of a
cited source, and verbs and phrases such as “said”, “according to” and “the article reports”. One of them is enough; words in
quotation marks do not count. What is `inferred` is yours, and shown as that. The note stops nothing, and is told by
`briefing check` alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.checks.content import Content
from generator.checks.sentences import Sentence
from generator.checks.wording import own_voice
from generator.content.model import Basis, Party, Position
from generator.content.model.positions import is_left
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.speech import people
from generator.speech.verbs import according, reporting
from generator.word_boundaries import is_unspaced

RULE = Rule(
    "N431",
    "unattributed-claim",
    Severity.NOTE,
    "A statement of a position does not say who said it.",
    __doc__,
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Look for somebody to whom each statement is attributed."""
    names = _names(content.corpus.parties)
    for briefing, party, position in content.positions():
        statement = position.statement
        if (
            statement is None
            or is_left(statement)
            or position.absence is not None
            or position.basis is Basis.INFERRED
        ):
            continue
        language = briefing.about.language or content.language
        said = own_voice(statement)
        told = (
            (known := names.get(party)) is None  # a party that nobody knows is told by another check
            or known.search(said)
            or reporting(language).search(said)
            or according(language).search(said)
            or any(publisher in said for publisher in _publishers(content, position))
        )
        if not told:
            who = _who(content.corpus.parties[party], position)
            yield RULE.at(
                Sentence(position, ("statement",), statement).place(0, len(statement)),
                "this statement does not say who said it",
                f"Say whose word it is: “{who} said that …”, or “The article reports that …”.",
            )


def _names(parties: Mapping[str, Party]) -> Mapping[str, re.Pattern[str]]:
    """Give for each party the pattern of its names, and of the names of all who speak for it."""
    names: dict[str, list[str]] = {}
    for one in people(parties):
        names.setdefault(one.party, []).extend(one.names)
    return {party: re.compile("|".join(map(_pattern, found))) for party, found in names.items()}


def _pattern(name: str) -> str:
    """Give the pattern of `name`, as a whole word where words are spaced."""
    begins, ends = ("" if is_unspaced(name[at]) else r"\b" for at in (0, -1))
    return f"{begins}{re.escape(name)}{ends}"


def _publishers(content: Content, position: Position) -> Iterator[str]:
    for one in position.evidence:
        source = content.corpus.sources.get(one.source)
        if source and source.about.publisher:
            yield source.about.publisher


def _who(party: Party, position: Position) -> str:
    """Give whom a statement could name: who speaks in the evidence, else the party."""
    spoke = (party.speakers[one.speaker].name for one in position.evidence if one.speaker in party.speakers)
    return next(spoke, party.label)
