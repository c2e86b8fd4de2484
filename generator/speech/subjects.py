"""The places where a speaker stands in a clause: Holm; the mayor, Ada Holm; Ada Holm, the mayor of Lund."""

import re
from functools import cache

from generator.speech.name import is_person_like
from generator.speech.persons import gender_of_word
from generator.speech.sentence import Doubt, Sentence, Subject
from generator.speech.titles import gender_of_first_name
from generator.speech.words import words_of

NAME = r"d?(?:[wratLO]|N(?=w?[ra])){0,6}N"
"""The former mayor Ada Holm."""
_NAME_AFTER_OFFICE = rf"(?:d?[wrat]{{0,3}}[ra]p[dw]{{0,2}}wN|{NAME})"  # il leader del partito Nico Sala
_BARE_NAME = r"(?:[wtr]{0,2}[ra])?t?N"
_OF = r"(?:[pB][dwratLO]*N?[wr]?){0,2}"  # Holm of Oregon
_WHEN = r"(?:(?:w?t)+)?"  # Holm last night said
_ROLE = r"d?[wratLNO]{0,5}[ra](?:[pBd][dwtNLOq]{1,6}){0,2}"  # the leader of the council
_START = r"(?:^|^[^NOPVUKEqhc:]+V|(?<=[,;:\-khqQ?.])|(?<=[VUq],c)|(?<=q,c)|(?<=qc))"
_ADVERBIAL = r"(?:p(?:[dwtLO]|N(?=w)){1,5}(?=[^p]))?"  # On Monday, with no comma
_JOINT = re.compile(r"[NraP](?:,[^,]*,)?,?c[dwratLO]{0,5}[NraP]$")
_NEW_CLAUSE = re.compile(r"(?:[VUq],|q)c[dwratLO]*N$")
_JOINT_AFTER = re.compile(r"(?:,[dwratLO]{0,5}N)*,?c[dwratLO]{0,5}[NraPO]")
_ROLE_END = re.compile(rf"{_START}(?:{_ADVERBIAL},?{_ROLE}|d[wratO]{{1,4}})$")
# One ally of Reed; Reed’s opposite number
_ANYBODY_END = re.compile(r"(?:^|(?<=[;.?]))[dwtO]{1,4}(?:p[dwtNLO]{1,4})?$")
_SOMEBODY = r"d?[wratLO]{0,5}(?P<who>[ra])(?:[pB][dwratNLO]{1,8}){0,2}"
_SOMEBODY_FIRST = re.compile(rf"L*{_SOMEBODY}")
_OF_NAME = re.compile(r"[pB]d?[wrat]{0,3}N$")
_SOMEBODY_LAST = re.compile(rf"{_SOMEBODY}$")
_APPOSED = r"[rtL]{0,2}N"
_TWO_PEOPLE = re.compile(r"[^VUq]*,c")  # Ada Holm, 44, and her husband, Bo, 45,
_STATE = re.compile(r"(p[dwt]*N),N(?=,)")  # of Springfield, Va.,
_MOST_APPOSITIONS = 3
_AFTER_NAME = r"$|[,.:;?\-tpLkchGB]|dt|dq|d[wr]+(?:$|[.,])"
_AFTER_BARE_NAME = rf"{_AFTER_NAME}|w(?:$|[.,])"  # the person spoken to stands in the dative
_INVERTED = ("had", "has", "have", "did", "does", "were")
_GENITIVE = re.compile("(?:ego|ej|y|ого|ой|ої|ы|и)$")
_INDEFINITE = ("ein", "eine", "einer")
AUXILIARIES = re.compile(r"[LEX]*$")
"""Matches the adverbs and auxiliary verbs before a verb."""
PARTICIPLE = "ing"
"""The ending of an English participle."""


def name_pattern(sentence: Sentence) -> str:
    """Return the pattern of a name with the words before it that belong to it."""
    if sentence.words.bare_titles:
        return _BARE_NAME
    return _NAME_AFTER_OFFICE if sentence.words.code in ("fr", "es", "it", "pt") else NAME


def subject_after_verb(sentence: Sentence, verb: int, end: int) -> Subject | None:
    """Return the subject that follows the verb at index `verb`: said Holm; said the mayor, Ada Holm."""
    return None if sentence.word(verb) == "told" else subject_at(sentence, verb + 1, end)


def subject_at(sentence: Sentence, start: int, end: int) -> Subject | None:
    """Return the subject that begins at index `start`."""
    kinds = sentence.kinds[start:end]
    if pronoun := re.match(r"L?P(?![cNw])", kinds):
        return sentence.pronoun(start + pronoun.end() - 1)
    after = _AFTER_BARE_NAME if sentence.words.bare_titles else _AFTER_NAME
    if sentence.words.code == "de" and sentence.kinds[start - 1] == "V":
        after += "|d[wrN]"  # sagte Holm der Deutschen Presse-Agentur
    is_press = kinds.startswith("pdw") and sentence.word(start + 2) in words_of("press")
    # The person or the press spoken to: dijo a la prensa Jon Holm; a dit à Lind la ministre Holm
    listener = "(?:pdw)" if is_press else "(?:p[dr]{0,2}N)?" if sentence.words.inside else ""
    direct = re.match(rf"L*{listener}(?:p?t)?L*({name_pattern(sentence)})(?={after})", kinds)
    match = direct or re.match(rf"L*{_ROLE},({_APPOSED})(?={_AFTER_NAME})", kinds)
    if match is None:
        somebody = _SOMEBODY_FIRST.match(kinds)
        return sentence.doubt_of(somebody, start) if somebody else None
    if _JOINT_AFTER.match(kinds, match.end()):
        return sentence.doubt(Doubt.JOINT, start, end)
    if _may_be_genitive(sentence, kinds[: match.end()], start):
        return sentence.doubt(Doubt.AIDE, start, start + match.end())
    return sentence.named(start + match.end(1) - 1)


def _may_be_genitive(sentence: Sentence, phrase: str, start: int) -> bool:
    """Return whether a name after a role may be a genitive: rzecznik Zenona Wrony, ein Sprecher Holms."""
    if not phrase.endswith("aN"):
        return False
    if sentence.words.bare_titles:
        return not _is_nominative(sentence, start + len(phrase) - 1)
    article = next((sentence.word(start + index) for index, kind in enumerate(phrase) if kind == "d"), "")
    return article in _INDEFINITE


def _is_nominative(sentence: Sentence, index: int) -> bool:
    """Return whether a role and the name at `index` agree: rzeczniczka Halina Wierzba, not rzecznik Haliny Wierzby."""
    name = sentence.tokens[index].name
    gender = name and gender_of_first_name(name.text.split()[0])
    is_genitive = name and _GENITIVE.search(name.text)
    return bool(gender) and not is_genitive and gender == gender_of_word(sentence.word(index - 1))


def subject_after_phrase(sentence: Sentence, start: int, end: int) -> Subject:
    """Return the name at `start`, after “according to”."""
    kinds = sentence.kinds[start:end]
    match = re.match(rf"{name_pattern(sentence)}(?![ra])", kinds)
    if match and not _JOINT_AFTER.match(kinds, match.end()):
        return sentence.named(start + match.end() - 1)
    return subject_at(sentence, start, end) or sentence.doubt(Doubt.AIDE, start, end)


def subject_before(sentence: Sentence, start: int, end: int) -> Subject:
    """Return the subject that ends before index `end`: Holm; Ada Holm, the mayor,; Holm of Oregon."""
    kinds = sentence.kinds[start:end]
    if kinds.endswith("P") and not kinds.endswith("cP"):
        return sentence.pronoun(end - 1)
    if _JOINT.search(kinds) and not _NEW_CLAUSE.search(kinds):
        return sentence.doubt(Doubt.JOINT, start, end)
    direct = _direct(name_pattern(sentence))
    if match := direct.search(kinds):
        index = start + match.end("name") - 1
        is_inverted = sentence.word(start + match.start()) in _INVERTED  # Had Holm said
        # A man impersonating Holm said
        is_object = (
            index > start
            and re.search("[^d]w$|^w$", kinds[: index - start]) is not None
            and sentence.word(index - 1).endswith(PARTICIPLE)
        )
        if is_inverted or is_object:
            return sentence.doubt(Doubt.OTHER, start, end)
        if _may_be_genitive(sentence, match.group("name"), start + match.start("name")):
            return sentence.doubt(Doubt.AIDE, start, end)
        return sentence.named(index, start + match.start())
    if kinds.endswith((",", "-")) and (place := _apposition(sentence, start, kinds, direct)) is not None:
        return sentence.named(start + place, start)
    if of_name := _OF_NAME.search(kinds):
        is_author = _is_text_of(sentence, start + of_name.start() - 1, end)
        # A statement from Holm said; a letter to Holm said
        return sentence.named(end - 1, start) if is_author else sentence.doubt(Doubt.AIDE, start, end)
    somebody = _SOMEBODY_LAST.search(kinds)
    return sentence.doubt_of(somebody, start) if somebody else sentence.doubt(Doubt.OTHER, start, end)


@cache
def _direct(name: str) -> re.Pattern[str]:
    """Return the pattern of a subject that begins its clause and ends with a name."""
    return re.compile(rf"{_START}{_ADVERBIAL}(?P<name>{name}){_OF}{_WHEN}$")


def _is_text_of(sentence: Sentence, noun: int, verb: int) -> bool:
    """Return whether a text or recording has the words of the name behind it: a statement from Holm read; footage of Holm saying."""
    what, preposition = sentence.word(noun), sentence.word(noun + 1)
    is_recording = what in words_of("recordings") and sentence.word(verb).endswith(PARTICIPLE)
    return (preposition == "of" and is_recording) or (preposition in ("from", "by") and what == "statement")


def _apposition(sentence: Sentence, start: int, kinds: str, direct: re.Pattern[str]) -> int | None:
    """Return the index of the name in “Ada Holm, the mayor,” or “the mayor, Ada Holm,”."""
    named = sentence.tokens[start + len(kinds) - 2].name
    is_person = named is not None and is_person_like(named)
    if not is_person:
        kinds = _STATE.sub(r"\1ww", kinds)
    if _TWO_PEOPLE.match(kinds):
        return None
    parts = kinds[:-1].replace("-", ",").split(",")
    if len(parts) > 1 and re.fullmatch(_APPOSED, parts[-1]):
        left = ",".join(parts[:-1])
        is_described = _ROLE_END.search(left) or (is_person and _ANYBODY_END.search(left))
        return len(kinds) - 2 if is_described else None
    for count in range(1, min(_MOST_APPOSITIONS, len(parts) - 1) + 1):
        left, middle = ",".join(parts[:-count]), parts[-count:]
        if any(re.fullmatch(_APPOSED, part) or part[:1] in ("", "h") for part in middle):
            return None
        is_participle = middle[0][:1] in "VU" and sentence.word(start + len(left) + 1).endswith(PARTICIPLE)
        is_clause = not middle[0].startswith("k") and not is_participle and re.search("[VU][^pL]", middle[0])
        if (match := direct.search(left)) and not is_clause:
            return match.end("name") - 1
        if match := re.search(rf"{_ROLE},({_APPOSED})$", left):
            return match.end(1) - 1
    return None
