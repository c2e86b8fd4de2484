"""The hash of a stored text is not recorded.

The hash proves that a text has not changed since it was stored. Without it, nobody notices a later change.

Wrong: a source’s .yml file without `sha256`.

Right: the line that `briefing lock` adds at the end of that file:

```yaml
sha256: 17e20d3a61afa8493135e31918f70c8382ad50473980c6a8efdec8f529535ef8
```
"""

from generator.checks.content import Content, Diagnostics, rule

RULE = rule("W413", __name__, __doc__)


def check(content: Content) -> Diagnostics:
    """Check every sidecar for a hash."""
    for source in content.corpus.sources.values():
        if source.about.sha256 is None:
            hint = f"If the stored text is as it was published, run: briefing lock {source.id}"
            hint += f"\nOr add this line: sha256: {source.article.sha256}"
            yield RULE.at(source.about.location(), "the hash of this text is not recorded", hint)
