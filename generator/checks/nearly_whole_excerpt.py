"""An excerpt shows nearly the whole text.

With `publish: excerpt`, the page of a source shows every sentence that has cited words. Many small quotes add up: if they touch nearly
every sentence, readers see the text as a whole, and the owner may not have allowed that. The program cannot read `rights`, so it
asks about every such excerpt. If the owner allows the whole text to be shown, `publish: full` says so.

It warns if a text has ten sentences or more, and the excerpt shows more than three quarters of them.

Wrong, if 22 of the text’s 23 sentences have cited words:

```yaml
rights: Not known.
publish: excerpt
```

Right: fewer quotes, or

```yaml
rights: Not known.
publish: none
```

which shows the cited words, without the sentences around them.
"""

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import Publish
from generator.evidence import cited_sentences

RULE = rule("W471", __name__, __doc__)

_FEWEST_SENTENCES = 10  # a shorter text can hardly be quoted without showing most of it
_MOST = 3 / 4  # of all sentences


def check(content: Content) -> Diagnostics:
    """Count the sentences with cited words of every excerpt."""
    for source, citations in content.citations:
        if source.about.publish is not Publish.EXCERPT or source.is_withheld:
            continue
        every = source.article.sentence_count
        shown = len(cited_sentences(source.article, (citation.passage for citation in citations)))
        if every >= _FEWEST_SENTENCES and shown > every * _MOST:
            message = f"the excerpt shows {shown} of {every} sentences, which is nearly the whole text"
            hint = (
                "If you may not show that much, quote fewer sentences, or write “publish: none”: then readers see the cited words only."
                "\nIf its owner allows the whole text to be shown, write “publish: full”."
            )
            yield RULE.at(source.about.location("publish"), message, hint)
