"""A claim cites a source that was corrected, withheld or cancelled.

The publisher has corrected, withheld or cancelled the source. The page marks each such claim. Check whether the claim is still true, and
look for another source. Of a source that is withheld, the page shows no word: cards and the source's page say so, and readers cannot
check the claim.

Wrong, if the publisher has withdrawn `talks-2025`:

```yaml
- text: The talks will go on in March, the ministry said.
  evidence:
    - {source: talks-2025, reported: the talks will go on in March}
```

Right, if another source has it too:

```yaml
- text: The talks will go on in March, the ministry said.
  evidence:
    - {source: ministry-2025, reported: the talks will be continued in March}
```

If there is no other source and the claim is still useful, keep it: the warning remains, and the page says why.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import SourceStatus

RULE = rule("W414", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Report every use of a source that was corrected, withheld or cancelled."""
    for source in content.corpus.sources.values():
        about = source.about
        if about.status is SourceStatus.USABLE:
            continue
        for use in content.analysis.uses[source.id]:
            message = f"the source {source.id} is {about.status}: {about.status_note}"
            hint = "Check whether the claim is still true, and cite another source if you can. The page marks the claim."
            yield RULE.at(use.evidence.location("source"), message, hint)
