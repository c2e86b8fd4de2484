"""The verdicts on a statement while it is typed, with the evidence of its position and the terms of the site."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.checks.content import Content
from generator.checks.editor_texts import EditorText
from generator.checks.sentences import Sentence
from generator.checks.terms_in_marks import TermsInMarks
from generator.content.model import Briefing, Evidence
from generator.content.model.uses import uses
from generator.evidence import Passage
from generator.evidence.matching import locate
from generator.speech.editor_quotes import Quoted
from generator.speech.statement import Cited, judge_statement
from generator.speech.verdicts import Verdict


def statement_verdicts(
    content: Content, briefing: Briefing, party: str, text: str, evidence: Sequence[Evidence]
) -> tuple[Verdict, ...]:
    """Return what the check will say of the quotations and the speaker of a statement, see `judge_statement`.

    `evidence` is that of the position, saved or not; a statement without evidence may quote that of its briefing.
    """
    written = EditorText(Sentence(briefing.about, ("statement",), text, tuple(evidence)), briefing)
    terms = _terms(content)

    def is_term(quoted: Quoted) -> bool:
        return terms.allows(written, quoted)

    return judge_statement(
        text,
        tuple(_cited(content, evidence or [use.evidence for use in uses(briefing)])),
        content.corpus,
        party=party,
        language=content.language_of(briefing),
        is_term=is_term,
    )


@lru_cache(maxsize=1)
def _terms(content: Content) -> TermsInMarks:
    """Return the terms of a site; they are the same for each letter that is typed."""
    return TermsInMarks(content)


def _cited(content: Content, evidence: Sequence[Evidence]) -> Iterator[Cited]:
    """Yield evidence with its passage, also evidence that is not saved yet."""
    for item in evidence:
        if source := content.corpus.sources.get(item.source):
            passage = content.passages.get(item.selector) or locate(source.article, item.selector)
            yield Cited(source, item, passage if isinstance(passage, Passage) else None)
