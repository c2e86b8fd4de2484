"""A date of a source contradicts the date of a quote, of a review or of its storing.

Words are said before they are printed, a text is stored after it was published, and a review only covers sources that were published by
then. If the dates say otherwise, one of them is wrong.

Wrong, if `seeds/report.yml` has `published: 2031-05-02`:

```yaml
- {source: report, quote: We will open the bridge in May, said_on: 2031-05-20}
```

Right:

```yaml
- {source: report, quote: We will open the bridge in May, said_on: 2031-05-01}
```

A source may be published after the `as_of` of a briefing that cites it: that is the day of the newest event, and papers report on the
next day. It cannot be published after `reviewed_on`, the day on which a person last checked all of the briefing. `retrieved` cannot be before
`published`. Months and years are compared only as far as they are known.
"""

from generator.checks.content import Content, Diagnostics, rule

RULE = rule("W424", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Compare the day of publication of each source with the dates of its quotes and of the briefings that cite it."""
    for name, source in content.corpus.sources.items():
        published, uses = source.about.published, content.analysis.uses[name]
        if published is None:
            continue
        if (retrieved := source.about.retrieved) and retrieved.last_day < published.first_day:
            message = f"stored on {retrieved}, before it was published, on {published}"
            hint = "Correct “retrieved” or “published”."
            yield RULE.at(source.about.location("retrieved"), message, hint)
        for use in uses:
            said_on = use.evidence.said_on
            if said_on is not None and said_on.first_day > published.last_day:
                message = f"said on {said_on}, after the source {name} was published, on {published}"
                hint = "Correct “said_on”, or “published” of the source."
                yield RULE.at(use.evidence.location("said_on"), message, hint)
        for slug in dict.fromkeys(use.briefing for use in uses):
            about = content.corpus.briefings[slug].about
            if published.first_day > about.reviewed_on.last_day:
                message = (
                    f"reviewed on {about.reviewed_on}, before the source {name} was published, on {published}"
                )
                file = source.about.location().file
                hint = f"Review the briefing again and set “reviewed_on” to that day, or correct “published” in {file}."
                yield RULE.at(about.location("reviewed_on"), message, hint)
