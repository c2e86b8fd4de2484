"""The answers that the form of a position offers: stances, options, and the ways to say that there is no position."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.analysis.history import Track
from generator.analysis.stances import Stance, options, scale_stances, stance
from generator.content.model import ABSENCES, UNCLEAR, WITHDRAWN, Briefing, Position
from generator.desk.entry_form import AMOUNT_ANSWER, EACH_ANSWER, WITHDRAWN_ANSWER, EntryForm

_DECLINED = "declined"


@dataclass(frozen=True)
class Choice:
    """An answer to choose: the value of its field, and how readers see it."""

    value: str
    stance: Stance


@dataclass(frozen=True)
class Proposition:
    """A proposition of an issue with several: its identifier, its title and sentence, and the stances to choose from."""

    name: str
    title: str
    text: str
    choices: tuple[Choice, ...]


def answers(
    briefing: Briefing, issue: str, chosen: str, *, has_position: bool
) -> tuple[list[Choice], list[Choice]]:
    """Return the answers on a position to choose from, and those that say that there is none.

    Over a position on record, finding nothing newer is no answer: only `declined` is one. What the file has is always offered.
    """
    about = briefing.about.issues[issue]
    on_record: list[Choice] = []
    if about.options:
        on_record = [Choice(f"option {each.code}", each) for each in options(about)]
    elif not about.unit and len(about.propositions) <= 1:
        on_record = [Choice(f"stance {each.code}", each) for each in scale_stances(briefing.scale_of(issue))]
    if len(about.propositions) <= 1:
        on_record.append(Choice(f"stance {UNCLEAR}", stance(briefing, issue, UNCLEAR)))
    absences = [_DECLINED] if has_position else list(ABSENCES)
    absent = [Choice(f"stance {code}", stance(briefing, issue, code)) for code in absences]
    if has_position or chosen == WITHDRAWN_ANSWER:
        absent.insert(0, Choice(WITHDRAWN_ANSWER, stance(briefing, issue, WITHDRAWN)))
    known = {"", AMOUNT_ANSWER, EACH_ANSWER, *(choice.value for choice in (*on_record, *absent))}
    if chosen not in known:
        on_record.append(Choice(chosen, stance(briefing, issue, chosen.partition(" ")[2])))
    return on_record, absent


def propositions(briefing: Briefing, issue: str, form: EntryForm) -> list[Proposition]:
    """Return the propositions of an issue with several, with the stances to choose from; nothing for other issues."""
    about = briefing.about.issues[issue]
    if len(about.propositions) <= 1:
        return []
    codes = [*(each.code for each in scale_stances(briefing.scale_of(issue))), UNCLEAR]
    found = []
    for name, item in about.propositions.items():
        chosen = form.texts.get(f"stance.{name}", "")
        every = dict.fromkeys([*codes, *([chosen] if chosen else [])])
        choices = tuple(Choice(code, stance(briefing, issue, code)) for code in every)
        found.append(Proposition(name, item.title or "", item.text, choices))
    return found


def has_position(track: Track, base: Mapping[str, Any] | None, stored: Position | None) -> bool:
    """Return whether a party has a position on record that an absence would hide: for an entry of the file, one before it."""
    entries = [*track.entries]
    if base is not None and stored in entries:
        entries = entries[: entries.index(stored) + (stored.absence is None)]
    newest = entries[-1] if entries else None
    return newest is not None and not newest.withdrawn and newest.absence is None
