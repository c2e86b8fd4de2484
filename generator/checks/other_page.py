"""Evidence names another page than the places of its source.

`places` in the file of a source says on which page each paragraph is. If `page` of a piece of evidence says something else, one of the
two is wrong, and readers who look it up do not find it.

Wrong, if `places` of `seeds/report.yml` says that the passage is on page 4:

```yaml
- {source: report, reported: wants the bridge to be wider, page: 3}
```

Right: the program takes the page from `places`:

```yaml
- {source: report, reported: wants the bridge to be wider}
```

A page of evidence may be more exact than that of its source: `3` agrees with `3–4`.
"""

import re

from generator.checks.content import Content, Diagnostics, rule

RULE = rule("W481", __name__, __doc__)

_NUMBER = re.compile(r"\d+")


def check(content: Content) -> Diagnostics:
    """Compare the page of each piece of evidence with the page of its passage."""
    for source, citations in content.citations:
        for citation in citations if source.about.places else ():
            page, article = citation.evidence.page, source.article
            first, last = citation.spans[0].start, citation.spans[-1].end - 1
            numbers = article.paragraph_at(first).number, article.paragraph_at(last).number
            known = source.page_at(*numbers)
            if page and known and not _agree(page, known):
                message = f"page “{page}”, but the places of {source.id} say page “{known}”"
                hint = f"Delete “page” here, or correct “places” in {source.about.location().file}."
                yield RULE.at(citation.evidence.location("page"), message, hint)


def _agree(page: str, known: str) -> bool:
    """Return whether two pages are written alike, or one is within the other, as 3 is within 3–4."""
    if page == known:
        return True
    ranges = [tuple(map(int, _NUMBER.findall(text))) for text in (page, known)]
    if not all(ranges):
        return False
    (first, last), (low, high) = ((found[0], found[-1]) for found in ranges)
    return low <= first <= last <= high or first <= low <= high <= last
