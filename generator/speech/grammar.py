"""Who says a quotation, by the grammar of its sentence.

A sentence is read as a line of letters, one for each word (see `generator.speech.tokens`), with a few patterns for
the places where a speaker stands. Everything between the quotation, the verb and the speaker must be accounted for.
Otherwise the speaker is in doubt, and nobody is named.
"""

import re

from generator.speech.clause_after import clause_after
from generator.speech.clause_before import clause_before, headline_label
from generator.speech.name import Name, is_person_like
from generator.speech.phrases import phrase_subject
from generator.speech.sentence import Doubt, Sentence, Subject
from generator.speech.subjects import NAME
from generator.speech.words import words_of

_CITES_NAME = re.compile(rf"K({NAME})")


def subject_of(sentence: Sentence) -> Subject | None:
    """Return the subject of the clause before or after the quotation; None if there is no clause."""
    in_phrase = None if sentence.is_headline else phrase_subject(sentence)
    subject = in_phrase or _subject_of(sentence)
    if subject is None or subject.name is None:
        return subject
    if not is_person_like(subject.name) and _is_paper(sentence, subject.name):
        return sentence.doubt(Doubt.OTHER, 0, len(sentence.tokens))
    for match in _CITES_NAME.finditer(sentence.kinds):  # Holm, citing Lind, said
        cited = sentence.tokens[match.end() - 1].name
        if cited is not None and cited.span != subject.name.span:
            return sentence.doubt(Doubt.QUOTED, 0, len(sentence.tokens))
    return subject


def _subject_of(sentence: Sentence) -> Subject | None:
    before = clause_before(sentence)
    if sentence.is_headline:
        return before if before and before.is_label else headline_label(sentence)
    if by := _by_after_quotation(sentence, before):
        return by
    if _is_denied(sentence):
        return sentence.doubt(Doubt.DENIED, 0, len(sentence.tokens))
    if before and sentence.head.endswith(":"):
        return before
    after = clause_after(sentence)
    if not before or not after:
        return before or after
    # Holm said it was late because “…”, she said
    is_again = after.is_pronoun and re.fullmatch("[^NO]*N[^NO]*", sentence.head) is not None
    if before.name and (is_again or after.doubt is Doubt.DENIED):
        return before  # Holm, who called it “bad”, would not go
    is_same = before.name and after.name and before.name.text == after.name.text
    if is_same or (before.doubt and not after.doubt and sentence.head.endswith(",")):
        return after
    return sentence.doubt(Doubt.OTHER, 0, len(sentence.tokens))


def _is_denied(sentence: Sentence) -> bool:
    """Return whether the words are those that somebody denies or is asked about, or stand in a condition.

    Holm rejected “…”; Holm denied having said “…”; Asked if “…”; If Holm says “…”; Had Holm said “…”.
    """
    head, words = sentence.head, sentence.words
    if not head:
        return False
    last = max(head.rfind(kind) for kind in "VUX")
    is_denial = (
        last >= 0 and sentence.word(last) in words.denials and re.fullmatch("[,LdwphOE]*", head[last + 1 :])
    )
    said = re.search("X[LEwp]{0,3}[VU]d?w{0,2}$", head)
    is_said = said is not None and sentence.word(said.start()) in words.denials
    is_question = re.match("U[hX][^,]*$", head) is not None
    is_condition = (
        sentence.word(0) in words_of("conditions") and re.fullmatch("[hkLX][^,]*", head) is not None
    )
    return bool(is_denial) or is_said or is_question or is_condition


def _is_paper(sentence: Sentence, name: Name) -> bool:
    """Return whether a name stands beside a verb with which papers say what they heard: the Post reported."""
    index = next(index for index, token in enumerate(sentence.tokens) if token.start == name.span.start)
    after = re.compile("[LEt]*").match(sentence.kinds, index + 1)
    beside = {sentence.word(index - 1), sentence.word(after.end() if after else index + 1)}
    return not beside.isdisjoint(words_of("papers_say"))


def _by_after_quotation(sentence: Sentence, before: Subject | None) -> Subject | None:
    """Return the name in “called “mad” by Holm”."""
    if before is None or before.doubt not in (Doubt.PASSIVE, Doubt.OTHER):
        return None
    match = re.match(rf",?B({NAME})(?=$|[,.:;?\-tpLkchGB])", sentence.tail)
    is_participle = re.search("[VU][wpdk]*$", sentence.head) is not None
    return sentence.named(sentence.last + match.end(1)) if match and is_participle else None
