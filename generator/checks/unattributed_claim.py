"""A statement of a position does not say who said it.

A statement says what a party holds, and readers must see who said so: the party, somebody who speaks for it, or a source. Without that,
a position reads like a fact.

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

The check looks for the names of the party and of its speakers, with their `aliases` in `briefings/parties.yml`, the publisher of a cited
source, and verbs and phrases such as “said”, “according to” and “the article reports”. One of them is enough; words in quotation marks
do not count. Statements with `basis: inferred` are yours, and the page shows that. Only `briefing check` reports this, and it does not
stop the build.
"""

import re
from collections.abc import Mapping

from generator.checks.content import Content, Diagnostics, grouped, rule
from generator.checks.sentences import Sentence, own_voice
from generator.content.model import Basis, Party
from generator.content.model.positions import is_left
from generator.speech.names import people
from generator.speech.words import language_words
from generator.word_boundaries import is_unspaced

RULE = rule("I431", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look in each statement for somebody to whom it is attributed."""
    parties, sources = content.corpus.parties, content.corpus.sources
    name_patterns = _name_patterns(parties)
    for briefing, party, position in content.positions():
        statement = position.statement or ""
        stated = position.absence is None and position.basis is not Basis.INFERRED and not is_left(statement)
        if not statement or not stated or party not in parties:
            continue
        sentence = Sentence(position, ("statement",), statement)
        text = own_voice(statement)
        words = language_words(content.language_of(briefing))
        patterns = name_patterns[party], words.verbs, words.according_to
        cited = [sources[item.source].about for item in position.evidence if item.source in sources]
        if any(pattern.search(text) for pattern in patterns) or any(
            about.publisher and about.publisher in text for about in cited
        ):
            continue
        label = parties[party].label
        hint = f"Name the party, a speaker or the source: “{label} said that …”, or “The article reports that …”."
        location = sentence.location_of(0, len(statement))
        yield RULE.at(location, "this statement does not say who said it", hint)


def _name_patterns(parties: Mapping[str, Party]) -> Mapping[str, re.Pattern[str]]:
    """Return for each party the pattern of its names and the names of its speakers."""
    return {
        party: re.compile("|".join(_name_pattern(name) for person in persons for name in person.names))
        for party, persons in grouped(people(parties), lambda person: person.party).items()
    }


def _name_pattern(name: str) -> str:
    """Return the pattern of `name` as a whole word, in languages that put spaces between words."""
    start, end = ("" if is_unspaced(name[index]) else r"\b" for index in (0, -1))
    return f"{start}{re.escape(name)}{end}"
