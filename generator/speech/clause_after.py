"""The subject of the clause after a quotation: “…,” said Holm; “…,” Holm said."""

import re

from generator.speech.sentence import Doubt, Sentence, Subject
from generator.speech.subjects import (
    AUXILIARIES,
    NAME,
    PARTICIPLE,
    name_pattern,
    subject_after_phrase,
    subject_after_verb,
    subject_at,
    subject_before,
)
from generator.speech.verb_last import topic_after
from generator.speech.words import words_of

_VERB = re.compile("[VUK]")
_AFTER_VERB = re.compile(r"$|[,.:;?\-tpLkB]|[dw]t")
_AFTER_TELLING = re.compile(r"$|[,.:;?\-tpLkBdwratNOPh]")
_END_OF_SENTENCE = re.compile(r"[ptLdwrO]*[.?]?$")
_DASHES = ("-", "?-", ".-")


def clause_after(sentence: Sentence) -> Subject | None:
    """Return the subject of the clause after the quotation; None if there is no clause."""
    lead = re.match(r"[,\-?]*", sentence.tail)
    start = sentence.last + 1 + (lead.end() if lead else 0)
    rest = sentence.kinds[start:]
    if "?" in sentence.kinds[sentence.last + 1 : start] and sentence.head:
        return None
    if rest.startswith("G"):
        return subject_after_phrase(sentence, start + 1, len(sentence.tokens))
    if rest.startswith("S"):
        return _after_so(sentence, start + 1)
    if sentence.word(start) in words_of("as"):
        start += 1
    elif subject := topic_after(sentence, start):
        return subject
    elif rest[:1] in ("c", "k", "h"):
        return _at_end(sentence, start) if "G" in rest else None
    elif subject := _after_dash(sentence, start):
        return subject
    found = _VERB.search(sentence.kinds, start)
    if found is None:
        return _at_end(sentence, start) if "G" in rest else None
    verb = found.start()
    before = sentence.kinds[start:verb]
    return (
        _verb_first(sentence, verb) if re.fullmatch("[LEX]*", before) else _verb_second(sentence, start, verb)
    )


def _after_so(sentence: Sentence, start: int) -> Subject | None:
    """Return the name after the German “so”: so am Montag die Ministerin Ada Holm."""
    rest = sentence.kinds[start:]
    lead = re.match(r"(?:p?[dwt]*t)?L*", rest)
    at = start + (lead.end() if lead else 0)
    return None if rest[:1] in ("h", "k") else subject_at(sentence, at, len(sentence.tokens))


def _after_dash(sentence: Sentence, start: int) -> Subject | None:
    """Return the name that stands alone after a dash: “We stay.” — Ada Holm."""
    if sentence.kinds[sentence.last + 1 : start] not in _DASHES:
        return None
    match = re.match(rf"({name_pattern(sentence)})(?:,[^VUKq]*)?(?=\.?$|q)", sentence.kinds[start:])
    if match is None:
        return None
    behind = start + match.end()
    if behind < len(sentence.tokens) and sentence.kinds[behind] == "q":  # another one must begin a new line
        between = sentence.text[sentence.tokens[behind - 1].end : sentence.tokens[behind].start]
        return sentence.named(start + match.end(1) - 1) if "\n" in between else None
    return sentence.named(start + match.end(1) - 1)


def _at_end(sentence: Sentence, start: int) -> Subject | None:
    """Return the name in “, according to Holm” at the end of a sentence without a verb of saying."""
    has_verb = sentence.has_verb_before or re.search("[VUK]", sentence.kinds[start:])
    phrase = sentence.kinds.find("G", start)
    return None if has_verb else subject_after_phrase(sentence, phrase + 1, len(sentence.tokens))


def _verb_first(sentence: Sentence, verb: int) -> Subject | None:
    """Return the subject of a clause that begins with its verb: “…,” said Holm; «…», añadió."""
    behind = sentence.kinds[verb + 1 :]
    is_end_of_sentence = sentence.words.code in ("de", "nl", "ja") or sentence.words.verb_last
    if sentence.word(verb).endswith(PARTICIPLE) or (is_end_of_sentence and re.match(r"w?(?:$|[.,])", behind)):
        return None  # the sentence of the quotation goes on: “…”, adding
    if "X" in sentence.kinds[sentence.last + 1 : verb] or re.match("L*X", behind):
        return sentence.doubt(Doubt.DENIED, sentence.last + 1, verb)
    if subject := subject_after_verb(sentence, verb, len(sentence.tokens)):
        return subject
    if sentence.words.unspoken and re.match(r"(?:$|[,.?\-]|[pt][^,.?\-N]*(?:$|[,.?\-]))", behind):
        return sentence.pronoun(verb)
    return sentence.doubt(Doubt.OTHER, verb, verb + 1) if _is_closed(sentence) else None


def _verb_second(sentence: Sentence, start: int, verb: int) -> Subject | None:
    """Return the subject of a clause that begins with it: “…,” Holm said; It is “bad” for all, Holm said."""
    auxiliaries = AUXILIARIES.search(sentence.kinds, start, verb)
    end = auxiliaries.start() if auxiliaries else verb
    subject = subject_before(sentence, start, end)
    is_next = re.fullmatch("[Lt]*", sentence.kinds[start : subject.begin]) is not None
    if not is_next or (subject.doubt is Doubt.OTHER and sentence.kinds[end - 1] == ","):
        return _last_clause(sentence, start, verb, subject)
    if sentence.kinds[verb] == "K":
        return _cited(sentence, verb, subject if "E" in sentence.kinds[end:verb] else None)
    if "X" in sentence.kinds[end:verb]:
        return sentence.doubt(Doubt.DENIED, start, verb)
    if "E" in sentence.kinds[end:verb] and not sentence.word(verb).endswith(PARTICIPLE):
        return sentence.doubt(Doubt.PASSIVE, start, verb)
    if subject.doubt is Doubt.OTHER and not _is_closed(sentence):
        return None
    if sentence.word(verb) in ("put", "puts") and sentence.word(verb + 1) == "it":
        return subject
    pattern = _AFTER_TELLING if sentence.kinds[verb] == "U" else _AFTER_VERB
    return subject if pattern.match(sentence.kinds, verb + 1) else None


def _cited(sentence: Sentence, verb: int, is_cited: Subject | None) -> Subject:
    """Return who is cited, or whom somebody cites: Holm was quoted as saying; Reed quoted Holm as saying."""
    behind = sentence.kinds[verb + 1 :]
    if is_cited and re.match("(?:B[dwratLO]*N?w?)?[pk]V", behind):
        return is_cited
    cites = re.match(rf"({NAME})[pk]V", behind)
    return sentence.named(verb + cites.end(1)) if cites else sentence.doubt(Doubt.QUOTED, verb, verb + 1)


def _last_clause(sentence: Sentence, start: int, verb: int, subject: Subject) -> Subject | None:
    """Return the subject of a clause that ends a sentence without another verb: It is “bad” for all, Holm said."""
    before = sentence.kinds[start:verb]
    if sentence.has_verb_before or "," not in before:
        return None
    if before.endswith(","):
        inverted = subject_after_verb(sentence, verb, len(sentence.tokens))
        places = {token.start: index for index, token in enumerate(sentence.tokens)}
        is_last = (
            inverted
            and inverted.name
            and _END_OF_SENTENCE.match(sentence.kinds, places[inverted.span.start] + 1)
        )
        return inverted if is_last else None
    return subject if subject.name and _END_OF_SENTENCE.match(sentence.kinds, verb + 1) else None


def _is_closed(sentence: Sentence) -> bool:
    """Return whether a comma, a dash or a question mark ends the quotation."""
    quotation = sentence.tokens[sentence.last]
    inside = sentence.text[quotation.start : quotation.end].rstrip("\"'’”»“›")
    return inside[-1:] in ",?!…—" or sentence.tail[:1] in (",", "-", "?")
