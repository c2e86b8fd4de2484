"""What was said was said before it was printed, and a review covers only what was published by then. Where the dates say
otherwise, one of them is wrong.

Wrong, where `seeds/report.yml` has `published: 2031-05-02`:

```yaml
- {source: report, quote: We will open the bridge in May, said_on: 2031-05-20}
```

Right:

```yaml
- {source: report, quote: We will open the bridge in May, said_on: 2031-05-01}
```

A source may be published after the `as_of` of a briefing that cites it: that is the day of the newest event, and
papers report on the next day. It cannot be published after `reviewed_on`, the day on which a person last checked all of
the briefing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.content import Content
from generator.content.model import Corpus, PartialDate, Source
from generator.content.model.uses import Use
from generator.diagnostics import Diagnostic, Rule, Severity

RULE = Rule(
    "W424",
    "source-dates",
    Severity.WARNING,
    "Something was said, or a briefing reviewed, on a day that a source’s own date rules out.",
    __doc__,
)


def check(content: Content) -> Iterator[Diagnostic]:
    """Compare the day of publication of each source with the dates of what cites it."""
    for name, source in content.corpus.sources.items():
        uses = content.analysis.uses[name]
        if source.about.published is not None and uses:
            yield from _said(uses, source.about.published)
            yield from _reviewed(content.corpus, source, uses, source.about.published)


def _said(uses: Sequence[Use], published: PartialDate) -> Iterator[Diagnostic]:
    for use in uses:
        said = use.evidence.said_on
        if said is not None and said.first_day > published.last_day:
            yield RULE.at(
                use.evidence.location("said_on"),
                f"said on {said}, after the source {use.evidence.source} was published, on {published}",
                "Correct “said_on”, or “published” of the source.",
            )


def _reviewed(
    corpus: Corpus, source: Source, uses: Sequence[Use], published: PartialDate
) -> Iterator[Diagnostic]:
    """Tell each briefing once, however often it cites the source."""
    for slug in dict.fromkeys(use.briefing for use in uses):
        reviewed = corpus.briefings[slug].about.reviewed_on
        known = not corpus.briefings[slug].about.lost("reviewed_on")
        if known and published.first_day > reviewed.last_day:
            yield RULE.at(
                corpus.briefings[slug].about.location("reviewed_on"),
                f"reviewed on {reviewed}, before the source {source.id} was published, on {published}",
                "A review covers what was known by then: check the briefing again and move “reviewed_on” on, or correct "
                f"“published” in {source.about.location().file}.",
            )
