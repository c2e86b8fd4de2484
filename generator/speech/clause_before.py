"""The subject of the clause before a quotation: Holm said: “…”."""

import re
from dataclasses import replace

from generator.speech.sentence import Doubt, Sentence, Subject
from generator.speech.subjects import (
    AUXILIARIES,
    NAME,
    PARTICIPLE,
    name_pattern,
    subject_after_phrase,
    subject_after_verb,
    subject_before,
)
from generator.speech.verb_last import brackets, german_phrase, verb_last
from generator.speech.words import words_of

_LABEL = re.compile(r"d?[rat]{0,3}N(?:,[^:N]{1,6})?:$")
_BREAKS = re.compile(r"[;.?\-:]|,[ck]|,N,|k[dwratLO]{0,4}[NP]")  # where another clause begins
_LEAD = re.compile("[Vw]pp$|wpN[wtL]*p$")
_WENT_ON = re.compile("(?:went|goes|going) on to|(?:took|takes) to .* to")
_GAP_END = re.compile(
    r":$|-$|(?:^|(?<=[^NOP])),c(?:pd?|L)?$"
)  # said it was late — “bad”; said it was late, and “bad”
_PHRASE_BREAKS = re.compile(r"[;.?\-:VUK]")
_PLURAL = re.compile(r"(?<!say)s$")
_NOUN = re.compile(r"[dpO]w{1,2}$|p$|Ut?$")
_AFTER_NOUN = re.compile("[wEXtkdN]")
_LONGEST_GAP = 40  # tokens between a verb and the quotation
_CITES = re.compile(rf"K({NAME})[pk]$")  # quoted Holm as
_IS_CITED = re.compile(
    r"[LX]*E[LX]*K(?:B[dwratLO]*N?w?)?(?:[pk]V?)?$"
)  # Holm was quoted by the paper as saying
_RELATIVES = ("who", "qui", "que", "che", "quien")
_WHO = re.compile(r"(N),?[kh]$")
_BRACKETS = re.compile(rf"({NAME})L(?:[dwp]*N)?[dwpt]*")
_IT_WAS = re.compile(r"EN(?=k$)")  # it was Holm who said
_MAIN_CLAUSE = re.compile(
    rf"(?:[^VUKNP]*,|.*q,?)?({NAME})(?:[pB][dwratLO]*N?[wr]?){{0,2}}(?:,[^,VUK]*,)?[LEX]*[VUwX]"
)
_OTHER_SUBJECT = re.compile(r"[PVU]|[kc][dwratLO]*[NP]|h(?!,|$)|(?<!p)N")
_TO_HIM = re.compile("pN[LwP]")  # A Lind le dijo Holm
_BEFORE_VERB_FIRST = re.compile(r"(?:.*q,?)?[Lk]?")
_BEFORE_VERB_SECOND = re.compile(r"(?:[^VUNO]*,|.*q,?)?(?:p[dwtLOra]*|d?t|[Lkw])*[LS]*")


def clause_before(sentence: Sentence) -> Subject | None:
    """Return the subject of the clause before the quotation; None if there is no clause."""
    head = sentence.head
    if not head:
        return verb_last(sentence)
    if label := _LABEL.fullmatch(head):
        return replace(sentence.named(label.group().rindex("N")), is_label=True)
    if subject := verb_last(sentence):
        return subject
    if german := german_phrase(sentence):
        return german
    verb = _last_verb(sentence, len(head))
    if verb >= 0 and sentence.first - verb <= _LONGEST_GAP:
        return _of_verb(sentence, verb)
    phrase = head.rfind("G")
    rest = head[phrase:].rstrip(",:-" if sentence.words.bare_titles else ",:")
    if phrase >= 0 and not _PHRASE_BREAKS.search(rest):
        return subject_after_phrase(sentence, phrase + 1, sentence.first)
    return brackets(sentence)


def _last_verb(sentence: Sentence, end: int) -> int:
    """Return the index of the last verb before `end`; -1 if there is none. A plural that looks like a verb is none: his late tweets."""
    verb = max(sentence.head.rfind(kind, 0, end) for kind in "VUK")
    may_be_noun = sentence.words.code == "en" and _PLURAL.search(sentence.word(verb))
    is_noun = (
        may_be_noun and _NOUN.search(sentence.head, 0, verb) and _AFTER_NOUN.match(sentence.head, verb + 1)
    )
    return _last_verb(sentence, verb) if verb >= 0 and is_noun else verb


def headline_label(sentence: Sentence) -> Subject | None:
    """Return the name with which a headline begins, before a colon: Ada Holm: The Dam Is ‘Sound’."""
    label = re.match(rf"({name_pattern(sentence)}):[^VUK:q]*$", sentence.head)
    return replace(sentence.named(label.end(1) - 1), is_label=True) if label else None


def _of_verb(sentence: Sentence, verb: int) -> Subject:
    """Return the subject of the verb at index `verb`, if the words behind it lead to the quotation."""
    head, gap = sentence.head, _GAP_END.sub("", sentence.head[verb + 1 :])
    auxiliaries = AUXILIARIES.search(head, 0, verb)
    start = auxiliaries.start() if auxiliaries else verb
    if (lead := _LEAD.search(head, 0, verb)) and _WENT_ON.fullmatch(
        " ".join(map(sentence.word, range(lead.start(), verb)))
    ):
        start = lead.start()
    if subject := _cited(sentence, verb):
        return subject
    if by := re.match(rf"[Lt]*B({NAME})", gap):
        return sentence.named(verb + by.end(1))
    is_accused = re.search("E[LX]*[VU]p$", head[:verb]) is not None  # was accused of saying
    if is_accused or ("E" in head[start:verb] and not sentence.word(verb).endswith(PARTICIPLE)):
        return sentence.doubt(Doubt.PASSIVE, 0, verb)
    if "X" in head[start:verb]:
        return sentence.doubt(Doubt.DENIED, 0, verb)
    if head[verb] == "V" and re.fullmatch(rf"{NAME},", gap) and head[:start].endswith(","):
        return subject_after_verb(sentence, verb, sentence.first - 1) or sentence.doubt(Doubt.OTHER, 0, verb)
    is_of_quotation_before = re.search("q,?$", head[:start]) is not None and re.search(",.*N", gap)
    if is_of_quotation_before or _is_saying_of_another(sentence, verb):
        return sentence.doubt(Doubt.OTHER, 0, sentence.first)
    if _BREAKS.search(gap.replace("-", "") if sentence.words.bare_titles else gap):
        return sentence.doubt(Doubt.OTHER, 0, sentence.first)
    return _subject(sentence, verb, start)


def _is_saying_of_another(sentence: Sentence, verb: int) -> bool:
    """Return whether the words behind a verb are those of somebody else: rejected Holm’s claim that “…”."""
    for index in range(verb + 1, sentence.first):
        if not re.match(r"$|(?!pd?t+$)[phk]", sentence.kinds[index + 1 : sentence.first]):
            continue
        owns = sentence.kinds[index - 1] == "O" and sentence.word(index) in words_of("sayings")
        if owns or sentence.word(index) in words_of("sayings_of_others"):
            return True
    return False


def _cited(sentence: Sentence, verb: int) -> Subject | None:
    """Return who is cited, or whom somebody cites: Holm was quoted as saying; quoted Holm as saying."""
    head = sentence.head[: verb + 1]
    if re.search("XL?K", head):
        return sentence.doubt(Doubt.DENIED, 0, sentence.first)
    if cites := _CITES.search(head, 0, verb):
        return sentence.named(cites.end(1) - 1)
    if is_cited := _IS_CITED.search(head):
        return subject_before(sentence, 0, is_cited.start())
    return sentence.doubt(Doubt.QUOTED, 0, sentence.first) if head.endswith("K") else None


def _subject(sentence: Sentence, verb: int, start: int) -> Subject:
    """Return the subject of the verb at index `verb`, whose auxiliary verbs begin at `start`."""
    head = sentence.head[:start]
    bracket = _BRACKETS.fullmatch(head) if sentence.words.code in ("de", "nl") else None
    if bracket:  # Holm hat Reed gesagt
        return sentence.named(bracket.end(1) - 1)
    if _TO_HIM.fullmatch(sentence.kinds[:verb]) and sentence.word(0) == "a":
        return subject_after_verb(sentence, verb, sentence.first) or sentence.doubt(Doubt.OTHER, 0, verb)
    if it_was := _IT_WAS.search(head):
        return sentence.named(it_was.end() - 1)
    if who := _WHO.search(head):
        is_whose = re.search(r"[rac][^,]*[pB]?$|X$", head[: who.start()]) is not None  # a friend of Holm, who
        if sentence.word(start - 1) in _RELATIVES:
            return sentence.doubt(Doubt.OTHER, 0, start) if is_whose else sentence.named(who.end(1) - 1)
    is_participle = sentence.word(verb if sentence.kinds[start] in "LEX" else start).endswith(PARTICIPLE)
    if (
        is_participle
        and (absolute := re.search(rf"p({NAME})$", head))
        and sentence.word(absolute.start()) == "with"
    ):
        return sentence.named(absolute.end(1) - 1)
    is_participle = is_participle and (
        head.endswith(",") or sentence.word(start - 1) in ("while", "before", "by")
    )
    if is_participle or head.endswith("c") or sentence.word(start - 1) in words_of("but"):
        return _shared_subject(sentence, head[:-1].removesuffix(",")) or sentence.doubt(
            Doubt.OTHER, 0, sentence.first
        )
    subject = subject_before(sentence, 0, start)
    if subject.doubt is Doubt.OTHER and _may_begin(sentence, head):
        return subject_after_verb(sentence, verb, sentence.first) or subject
    return subject


def _shared_subject(sentence: Sentence, head: str) -> Subject | None:
    """Return the subject of a sentence that goes on with another verb: Holm said no, but added; Holm came, arguing."""
    verb = max(head.rfind(kind) for kind in "VUK")
    match = _MAIN_CLAUSE.match(head)
    is_object = match and re.fullmatch(r"N(?:p[dwt]{1,3})*", head[match.end() :])  # Holm met Lind, saying
    if match and (is_object or not _OTHER_SUBJECT.search(head, match.end())):
        return sentence.named(match.end(1) - 1)
    auxiliaries = AUXILIARIES.search(head, 0, max(verb, 0))
    if verb < 0 or auxiliaries is None or "E" in auxiliaries.group():
        return None
    subject = _subject(sentence, verb, auxiliaries.start())
    return subject if subject.doubt is None and not re.search(r"[;.:]|k[dwratLO]*[NP]", head[verb:]) else None


def _may_begin(sentence: Sentence, head: str) -> bool:
    """Return whether a verb can stand before its subject after `head`: Said Holm; Am Montag sagte Holm."""
    is_free = sentence.words.verb_second or sentence.words.code in ("", "fr")
    return (_BEFORE_VERB_SECOND if is_free else _BEFORE_VERB_FIRST).fullmatch(head) is not None
