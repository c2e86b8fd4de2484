"""The places of a source are not in the order of its text.

`places` says at which paragraphs the pages of a source or the times of a recording begin. The program shows the page and the time
of each cited passage by this list. A number that the text does not have, or one that is not higher than the number before it, means that
the list belongs to another text or has a slip.

Wrong, if the text has 40 paragraphs:

```yaml
places:
- {paragraph: 1, page: 3}
- {paragraph: 44, page: 4}
- {paragraph: 21, page: 5}
```

Right:

```yaml
places:
- {paragraph: 1, page: 3}
- {paragraph: 12, page: 4}
- {paragraph: 21, page: 5}
```

The page of a source shows the number of each paragraph.
"""

from itertools import pairwise

from generator.checks.content import Content, Diagnostics, rule

RULE = rule("E480", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Compare the paragraphs of places with each other and with the length of the text."""
    for name, source in content.corpus.sources.items():
        places, length = source.about.places, len(source.article.paragraphs)
        for before, after in pairwise(places):
            if after.paragraph <= before.paragraph:
                message = f"paragraph {after.paragraph} is listed after paragraph {before.paragraph}"
                hint = (
                    "Correct the number, or put the entries in the order of the text, one for each paragraph."
                )
                yield RULE.at(after.location("paragraph"), message, hint)
        for place in places:
            if place.paragraph > length:
                message = f"there is no paragraph {place.paragraph}: seeds/{name}.txt has {length}"
                hint = "Correct the number; the page of the source shows the number of each paragraph."
                yield RULE.at(place.location("paragraph"), message, hint)
