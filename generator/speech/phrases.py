"""Phrases that name a speaker without an ordinary clause: In Holm’s words, …; Holm was blunt: “…”; “…” is how Holm put it."""

import re

from generator.speech.sentence import Sentence, Subject
from generator.speech.subjects import name_pattern
from generator.speech.words import words_of

_START = r"(?:[^VUKNOPq]*,|[^VUKNOPq]*\.|.*q\.|[Lk])?"
_OWNED = re.compile(
    rf"{_START}(?P<owner>O)w{{0,2}}(?P<noun>[wVUL])(?:[pB][dwratLNO]{{1,8}})?(?:[EL]{{1,3}}w{{1,3}})?:$"
)
_ITS = {"a", "an", "this", "following"}
_IN_WORDS = re.compile(r"(?P<in>p)(?P<owner>O)w{1,2}")
_IS_HOW = r",?E(?:(?P<how>k)(?P<name>{name})[LE]*|(?P<all>w)(?P<said>{name})[LE]*X?)[VU](?:p?t|d?w){{0,2}}(?=$|[.,])"


def phrase_subject(sentence: Sentence) -> Subject | None:
    """Return the name in a set phrase before or after the quotation; None if there is none."""
    ends_with_colon = sentence.head.endswith(":")
    before = ends_with_colon and (_blunt(sentence) or _gave_statement(sentence) or _own_answer(sentence))
    return before or _in_words(sentence) or _is_how(sentence)


def _blunt(sentence: Sentence) -> Subject | None:
    """Return the name in “Holm was blunt: “…””."""
    match = re.fullmatch(rf"{_START}(?P<name>{name_pattern(sentence)})[LEw]{{1,4}}:", sentence.head)
    is_blunt = match and sentence.word(sentence.first - 2) in words_of("blunt")
    return sentence.named(match.end("name") - 1) if match and is_blunt else None


def _gave_statement(sentence: Sentence) -> Subject | None:
    """Return the name in “Holm made the following statement: “…””, “Holm had this to say: “…””."""
    match = re.fullmatch(
        rf"{_START}(?P<name>{name_pattern(sentence)})L?(?P<gave>[wVL])(?P<the>dp?)"
        rf"[wtLVU]{{0,2}}(?P<what>[wVUL])(?:(?P<to>p)[dwratNO]{{1,4}})?:",
        sentence.head,
    )
    if match is None or sentence.word(match.start("gave")) not in words_of("gave"):
        return None
    is_statement = sentence.word(match.start("what")) in words_of("own_words")
    is_own = {sentence.word(match.start("the")), sentence.word(match.end("the") - 1)} & _ITS
    is_to = not match["to"] or sentence.word(match.start("to")) in ("to", "for")
    return sentence.named(match.end("name") - 1) if is_statement and is_own and is_to else None


def _own_answer(sentence: Sentence) -> Subject | None:
    """Return the name in “Holm’s response: “…””, “Holm’s message to voters was simple: “…””."""
    match = _OWNED.fullmatch(sentence.head)
    is_answer = match and sentence.word(match.start("noun")) in words_of("own_words")
    return sentence.owner(match.start("owner")) if match and is_answer else None


def _in_words(sentence: Sentence) -> Subject | None:
    """Return the name in “in Holm’s words” in a sentence without a verb of saying."""
    if "pO" not in sentence.kinds or re.search("[VUK]", sentence.kinds):
        return None
    before = list(_IN_WORDS.finditer(sentence.head))
    after = re.compile(rf",?{_IN_WORDS.pattern}(?=$|[,.])").match(sentence.kinds, sentence.last + 1)
    match = after or (
        before[-1] if before and not re.search("[q.;]", sentence.head[before[-1].end() :]) else None
    )
    is_words = (
        match and sentence.word(match.start("in")) == "in" and sentence.word(match.end() - 1) == "words"
    )
    return sentence.owner(match.start("owner")) if match and is_words else None


def _is_how(sentence: Sentence) -> Subject | None:
    """Return the name in “…” is how Holm put it; “…” was all Holm would say."""
    if sentence.head or not sentence.tail.startswith(("E", ",E")):
        return None
    pattern = re.compile(_IS_HOW.format(name=name_pattern(sentence)))
    match = pattern.match(sentence.kinds, sentence.last + 1)
    if match is None:
        return None
    is_how = match["how"] and sentence.word(match.start("how")) == "how"
    is_all = match["all"] and sentence.word(match.start("all")) == "all"
    return sentence.named(match.end("name" if is_how else "said") - 1) if is_how or is_all else None
