"""A stored text is damaged.

A program that copied or converted the text changed its characters: it read them in a wrong encoding (“schlieÃŸen” for “schließen”),
left tags, entities or codes in it (“R&amp;D”, “it=E2=80=99s”), or put the markers of a merge conflict into it. The page would show the damage as the
source's own words, and quotes with the right characters are not found.

Wrong, in `seeds/report.txt`:

```text
Ada Vale said: â€œWe donâ€™t close the bridge.â€
```

Right:

```text
Ada Vale said: “We don’t close the bridge.”
```

Store the text again: copy it from the page that your browser shows, save it as UTF-8, and run `briefing lock SOURCE`.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.content.damage import first_damage
from generator.escape import shown
from generator.location import Location

RULE = rule("W443", __name__, __doc__)
_AROUND = 12  # characters of an example on each side


def check(content: Content) -> Diagnostics:
    """Look for damage in each stored text."""
    for source in content.corpus.sources.values():
        text = source.article.text
        if damage := first_damage(text):
            line, column = (
                text.count("\n", 0, damage.start) + 1,
                damage.start - text.rfind("\n", 0, damage.start),
            )
            start = max(text.rfind("\n", 0, damage.start) + 1, damage.start - _AROUND)
            example = shown(text[start : damage.end + _AROUND].split("\n")[0])
            message = f"this text has {damage.problem}: “{example}”"
            hint = f"Store it again: copy the article again, save it as UTF-8, and run: briefing lock {source.id}"
            yield RULE.at(Location(f"seeds/{source.id}.txt", line, column), message, hint)
