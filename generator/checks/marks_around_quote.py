"""A quote is written in quotation marks.

The page adds quotation marks around a `quote`. If the file has them too, readers see them twice.

Wrong:

```yaml
- {source: report, quote: “We will open the bridge in May”, speaker: ada-vale}
```

Right:

```yaml
- {source: report, quote: We will open the bridge in May, speaker: ada-vale}
```
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import Kind
from generator.evidence.hint_text import yaml_text
from generator.evidence.inner_words import has_marks_around

RULE = rule("W433", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Check both ends of each segment of each quote."""
    for use in content.uses():
        evidence = use.evidence
        if evidence.kind is not Kind.QUOTE or evidence.selector not in content.passages:
            continue
        for index, words in enumerate(evidence.segments):
            if has_marks_around(words):
                message = "the page adds quotation marks around a quote, so these would be shown twice"
                hint = f"Remove them:\n{yaml_text(words[1:-1])}"
                yield RULE.at(evidence.segment_location(index), message, hint)
