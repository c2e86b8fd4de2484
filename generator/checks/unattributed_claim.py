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

from generator.checks.content import Content, Diagnostics, grouped, rule
from generator.checks.sentences import Sentence
from generator.content.model import Basis
from generator.content.model.positions import is_left
from generator.speech.attributed import attributed_to

RULE = rule("I431", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Look in each statement for somebody to whom it is attributed."""
    parties, sources = content.corpus.parties, content.corpus.sources
    people_of = grouped(content.people, lambda person: person.party)
    for briefing, party, position in content.positions():
        statement = position.statement or ""
        stated = position.absence is None and position.basis is not Basis.INFERRED and not is_left(statement)
        if not statement or not stated or party not in parties:
            continue
        cited = [sources[item.source].about for item in position.evidence if item.source in sources]
        publishers = [about.publisher for about in cited if about.publisher]
        if attributed_to(statement, people_of[party], publishers, content.language_of(briefing)):
            continue
        label = parties[party].label
        hint = f"Name the party, a speaker or the source: “{label} said that …”, or “The article reports that …”."
        location = Sentence(position, ("statement",), statement).location_of(0, len(statement))
        yield RULE.at(location, "this statement does not say who said it", hint)
