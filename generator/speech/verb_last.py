"""Sentences with their verb at the end, behind the quotation: Holm hat den Plan „irre“ genannt."""

import re

from generator.evidence import Span
from generator.speech.sentence import Doubt, Sentence, Subject
from generator.speech.subjects import NAME

_VERB_ENDS = re.compile(r"[VU](?:$|[.,?])")


def brackets(sentence: Sentence) -> Subject | None:
    """Return the subject of a German or Dutch sentence that ends with a participle behind the quotation."""
    if sentence.words.code not in ("de", "nl") or not _VERB_ENDS.match(sentence.tail):
        return None
    if "E" in sentence.head:
        by = re.search(rf"B({NAME})", sentence.head)
        return sentence.named(by.end(1) - 1) if by else sentence.doubt(Doubt.PASSIVE, 0, sentence.first)
    match = re.match(rf"({NAME})L", sentence.head) or re.match(
        rf"(?:[dwr]{{1,3}}|p?[dw]?t,?)L({NAME})", sentence.head
    )
    return sentence.named(match.end(1) - 1) if match else None


def german_phrase(sentence: Sentence) -> Subject | None:
    """Return the name in the German “Ada Holm zufolge” and “, so Ada Holm,” before the quotation."""
    if sentence.words.code != "de":
        return None
    if so := re.search(rf",S({NAME}),[^,]*$", sentence.head):
        return sentence.named(so.end(1) - 1)
    after = re.match(rf"({NAME})w[^VUKNO]*$", sentence.head)
    return sentence.named(after.end(1) - 1) if after and sentence.word(after.end(1)) == "zufolge" else None


def verb_last(sentence: Sentence) -> Subject | None:
    """Return the subject in a language that puts the verb last: the only name before the quotation."""
    if not sentence.words.verb_last:
        return None
    head, tail = sentence.head, sentence.tail
    verb = re.match(r"[^.;N]*?[VU]", tail)
    found = [index for index, kind in enumerate(head) if kind in "NP"]
    if verb and not head.strip("c,") and sentence.words.unspoken:
        start = sentence.tokens[sentence.last + verb.end()].start
        return Subject(Span(start, start))
    if not head or not (verb or re.search(r"[VU][^N]{0,3}$", head)):
        return None
    is_denied = "X" in head + tail.partition(".")[0]
    if (
        sentence.words.code == "zh"
        and re.fullmatch("NpNV?[:,]?", head)
        and sentence.word(1) in ("对", "對", "向")
    ):
        return sentence.doubt(Doubt.DENIED, 0, sentence.first) if is_denied else sentence.named(0)
    if is_denied or len(found) != 1 or re.search(r"[pca]", head[: found[0] + 2]) or "O" in head:
        return sentence.doubt(Doubt.OTHER, 0, sentence.first)
    if not is_topic(sentence, found[0]):
        return sentence.doubt(Doubt.OTHER, 0, sentence.first)
    return sentence.pronoun(found[0]) if head[found[0]] == "P" else sentence.named(found[0])


def topic_after(sentence: Sentence, start: int) -> Subject | None:
    """Return the subject in a Japanese sentence with the speaker behind the quotation, at index `start`."""
    match = re.match(r"c?(N)w?[VU]", sentence.kinds[start:]) if sentence.words.code == "ja" else None
    index = start + match.end(1) - 1 if match else -1
    return sentence.named(index) if match and is_topic(sentence, index) else None


def is_topic(sentence: Sentence, index: int) -> bool:
    """Return whether the name at `index` is the topic of its sentence: in Japanese, a particle follows."""
    rest = sentence.text[sentence.tokens[index].end :]
    if sentence.words.code == "ja":
        return re.match(r"[^はがもをにへと、のら]{0,8}[はがも]", rest) is not None
    pattern = r"(?:[在于於][^，。]{1,8}|[^后後时時的，。]{0,2})?[，：\w]"
    return sentence.words.code != "zh" or re.match(pattern, rest) is not None
