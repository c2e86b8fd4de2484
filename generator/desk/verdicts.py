"""The words for verdicts on screens: one sentence for each finding, one label for each offer."""

from generator.language import N_, Language
from generator.speech.sentence import Doubt
from generator.speech.verdicts import Action, Finding, Level, Offer, Verdict

LEVELS = {Level.OK: N_("OK"), Level.CHECK: N_("Check"), Level.ERROR: N_("Error")}

SENTENCES = {
    Finding.FOUND: N_("Found once, in paragraph %(number)s."),
    Finding.FOUND_IN_PARTS: N_("Found in paragraph %(number)s: %(parts)s parts, in their order."),
    Finding.ALSO_IN: N_(
        "Found in paragraph %(number)s, and also in paragraph %(other)s: which place do you mean?"
    ),
    Finding.PRONOUN: N_("Only “%(words)s” says who speaks here. The text before it names %(name)s."),
    Finding.NOBODY_NAMED: N_("The text does not say who says these words."),
    Finding.LEAVES_OUT_NEGATION: N_("You leave out “%(words)s”."),
    Finding.LEAVES_OUT_CONDITION: N_("You leave out a condition: “%(words)s”."),
    Finding.MAY_BE_DENIED: N_("These words may be denied: the source has “%(words)s”."),
    Finding.MAY_BE_ASKED: N_("These words may be asked or imagined: the source has “%(words)s”."),
    Finding.OUTSIDE_MARKS: N_("These words are outside quotation marks: they are the source’s own words."),
    Finding.PARTLY_OUTSIDE_MARKS: N_("Only a part of these words is inside quotation marks."),
    Finding.NOT_OF_A_VOICE: N_("Nobody says these words: they are a heading or a note."),
    Finding.MARKS_AROUND: N_("Pages add quotation marks, so these would be shown twice."),
    Finding.OVER_PARAGRAPH_END: N_("The words go on after the end of paragraph %(number)s."),
    Finding.CUTS_NUMBER: N_("You may cut the number “%(words)s”."),
    Finding.INNER_MARKS: N_("These words are in marks of their own: they may be words of somebody else."),
    Finding.MARKS_IN_SPEECH: N_(
        "These words are in quotation marks: the speaker may repeat somebody else’s words."
    ),
    Finding.OTHER_SPEAKER: N_("The text names another speaker: %(other)s, not %(name)s."),
    Finding.OTHER_PARTY: N_("The text names %(other)s, who does not speak for %(name)s."),
    Finding.PRONOUN_OF_ANOTHER: N_(
        "Only a pronoun says who speaks here. It may mean %(other)s, not %(name)s."
    ),
    Finding.SPEAKER_NOT_CERTAIN: N_("It is not certain that %(name)s says these words."),
    Finding.OTHER_IS_NEARER: N_("The text names somebody else nearer to these words than %(name)s."),
    Finding.SPEAKER_NOT_NAMED: N_("The text does not name %(name)s near these words."),
    Finding.NOT_AMONG_PARTIES: N_("These are words of %(parties)s together, not of this party."),
    Finding.UNUSABLE_SOURCE: N_("The source is %(status)s: %(note)s"),
    Finding.SPEAKER_OF_ANOTHER: N_("%(name)s does not speak for %(party)s."),
    Finding.NO_WORDS: N_("Select words of the text."),
    Finding.DAMAGED: N_("The stored text is damaged here. Store it again."),
    Finding.CUTS_WORD: N_("You cut the word “%(words)s”."),
    Finding.TOO_SHORT: N_("Too few words to be found again: “%(words)s”."),
    Finding.OUT_OF_ORDER: N_("The parts are not in the order of the text."),
    Finding.OVERLAPPING: N_("Two parts have words in common."),
    Finding.TOO_MANY_PLACES: N_("These words are in too many places of the text. Select more words."),
    Finding.IN_EVIDENCE: N_("“%(words)s” is in evidence %(number)s."),
    Finding.ELSEWHERE_IN_SOURCE: N_(
        "“%(words)s” is in no evidence of this text, but in paragraph %(number)s of %(source)s."
    ),
    Finding.IN_NO_SOURCE: N_("“%(words)s” is in no source of this text."),
    Finding.SOURCE_HAS_OTHER_WORDS: N_("“%(mine)s” is in no source. %(source)s has “%(theirs)s”."),
    Finding.QUOTES_WITHHELD: N_("“%(words)s” is quoted from %(source)s, which is withheld."),
    Finding.MARK_ALONE: N_("This quotation mark is never opened."),
    Finding.SAYS_WHO: N_("The sentence says who said so: %(words)s."),
    Finding.SAYS_NOT_WHO: N_(
        "The sentence does not say who said so. Name %(party)s, a speaker or the source."
    ),
}

_WITH_BETWEEN = N_(
    "Found in paragraph %(number)s: %(parts)s parts, in their order. Only “%(between)s” between them is left out."
)
_AROUND_QUOTATIONS = ' ,，、“”„‟«»‹›「」『』"'
_NEVER_CLOSED = N_("This quotation mark is never closed.")
_SAID_BY = N_(
    "“%(words)s” is in no evidence of this text, but in paragraph %(number)s of %(source)s, where %(name)s says it."
)
_FOR_NOBODY = N_("%(name)s speaks for no party.")
_STATUSES = {"corrected": N_("corrected"), "withheld": N_("withheld"), "cancelled": N_("cancelled")}

DOUBTS = {
    Doubt.ROLE: N_("Somebody speaks whom the sentence does not name."),
    Doubt.AIDE: N_("Somebody speaks for another person, or about them."),
    Doubt.PASSIVE: N_("The sentence does not say who spoke."),
    Doubt.DENIED: N_("The sentence says that the words were not said, or may be said."),
    Doubt.JOINT: N_("Several people speak together."),
    Doubt.QUESTION: N_("The label says that somebody asks."),
    Doubt.LABEL: N_("The label of these words names an office, or somebody else."),
    Doubt.QUOTED: N_("Somebody cites somebody else."),
    Doubt.PRONOUN: N_("The pronoun can mean more than one person."),
    Doubt.OTHER: N_("The sentence is not clear."),
}

ACTIONS = {
    Action.TAKE_BETWEEN: N_("Take the words between"),
    Action.TAKE_ALONG: N_("Take it along"),
    Action.WHOLE_WORD: N_("Take the whole word"),
    Action.WHOLE_NUMBER: N_("Take the whole number"),
    Action.WHOLE_SENTENCE: N_("Take the whole sentence"),
    Action.WHOLE_QUOTATION: N_("Take the whole quotation"),
    Action.THIS_PLACE: N_("Take the place in paragraph %(number)s"),
    Action.WITHOUT_MARKS: N_("Take the marks away"),
    Action.ONLY_QUOTED: N_("Take only the quoted words"),
    Action.IN_PARTS: N_("Take each paragraph as a part"),
    Action.IN_ORDER: N_("Put the parts in order"),
    Action.IT_IS: N_("Yes, it’s %(name)s"),
    Action.REPORT: N_("Mark as reported"),
    Action.ASSESS: N_("Mark as assessment"),
    Action.FOR_OTHER_PARTY: N_("Use it for %(name)s"),
    Action.TAKE_ITS_WORDS: N_("Take its words"),
    Action.TAKE_MARKS_AWAY: N_("Take the marks away"),
    Action.TAKE_AS_EVIDENCE: N_("Add as evidence"),
}


def level(verdict: Verdict, language: Language) -> str:
    """Return the word for the level of a verdict: OK, Check or Error."""
    return language.say(LEVELS[verdict.level])


def sentence(verdict: Verdict, language: Language) -> str:
    """Return what a verdict says, as one or two plain sentences."""
    values = dict(verdict.values)
    if between := str(values.get("between", "")).strip(_AROUND_QUOTATIONS):
        values["between"] = between
    if "status" in values:
        values["status"] = language.say(_STATUSES[str(values["status"])])
    text = language.say(_template(verdict), **values) if values else language.say(_template(verdict))
    doubt = values.get("doubt")
    return f"{text} {language.say(DOUBTS[Doubt(str(doubt))])}" if doubt else text


def label(offer: Offer, language: Language) -> str:
    """Return the words on the button of an offer."""
    return language.say(ACTIONS[offer.action], name=offer.name, number=offer.number)


def _template(verdict: Verdict) -> str:
    """Return the sentence of a verdict before its values are filled in."""
    values = verdict.values
    match verdict.finding:
        case Finding.FOUND_IN_PARTS if values["between"]:
            return _WITH_BETWEEN
        case Finding.MARK_ALONE if values["opens"]:
            return _NEVER_CLOSED
        case Finding.ELSEWHERE_IN_SOURCE if values["name"]:
            return _SAID_BY
        case Finding.SPEAKER_OF_ANOTHER if not values["party"]:
            return _FOR_NOBODY
        case _:
            return SENTENCES[verdict.finding]
