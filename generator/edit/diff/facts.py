"""A corpus -> everything that it tells its readers, as short texts, each under what it is about.

Two corpora are compared text by text; what has an identifier keeps its place where it was renamed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from generator.analysis.stances import stance
from generator.content.model import Briefing, Claim, Corpus, Node, PartialDate, Position, RenamedFile
from generator.content.model.uses import Use, uses

_TO_READERS_NOTHING = {"sha256", "party", "issue", "stance", "withdrawn"}  # said elsewhere, or not at all


class About(NamedTuple):
    """What a text is about: its section, its place in it by identifiers, and what it says of that place.

    `section` is the briefing's identifier (empty where it belongs to none) and a heading.
    """

    section: tuple[str, str]
    place: tuple[str, ...]
    what: str


class Facts(NamedTuple):
    """What a corpus tells: texts in order by what they are about, and the names of places and briefings."""

    texts: Mapping[About, list[str]]
    names: Mapping[tuple[str, ...], str]


class Heading(StrEnum):
    """The sections of a comparison, in its order."""

    WHOLE = "The whole briefing"
    POSITIONS = "Positions"
    EVIDENCE = "Quotes and other evidence"
    ANSWER = "What the briefing says"
    ISSUES = "Issues"
    TIMELINE = "Timeline"
    ANALYSIS = "Editors’ notes"
    CORRECTIONS = "Corrections"
    BRIEFING = "About the briefing"
    SOURCES = "Sources"
    PARTIES = "Parties"
    NAMES = "Contested names"


class Now:
    """The identifiers of today for those of before, as briefings/renamed.yml has them."""

    def __init__(self, renamed: RenamedFile | None) -> None:
        """Take what was renamed; None where nothing was."""
        self._renamed = renamed or RenamedFile()

    def briefing(self, slug: str) -> str:
        """Give the identifier that a briefing has now."""
        return self._renamed.briefings.get(slug, slug)

    def party(self, party: str) -> str:
        """Give the identifier that a party has now."""
        return self._renamed.parties.get(party, party)

    def source(self, source: str) -> str:
        """Give the identifier that a source has now."""
        return self._renamed.sources.get(source, source)

    def issue(self, slug: str, issue: str) -> str:
        """Give the identifier that an issue of the briefing `slug` has now."""
        return self._renamed.issues.get(self.briefing(slug), {}).get(issue, issue)


def identified(corpus: Corpus, now: Now) -> set[tuple[str, str]]:
    """Give what has an identifier of its own, as its kind and its identifier of `now`."""
    return {
        *(("briefing", now.briefing(slug)) for slug in corpus.briefings),
        *(("party", now.party(party)) for party in corpus.parties),
        *(("source", now.source(source)) for source in corpus.sources),
    }


def facts(corpus: Corpus, now: Now, whole: Mapping[tuple[str, str], str] = MappingProxyType({})) -> Facts:
    """Give everything that `corpus` tells, under the identifiers of `now`.

    Of what came or went as a `whole` (its kind and identifier, and which of the two it did), only how much it is.
    """
    texts: dict[About, list[str]] = {}
    names: dict[tuple[str, ...], str] = {}
    for briefing in corpus.briefings.values():
        slug = now.briefing(briefing.slug)
        names[slug,] = briefing.about.title
        if state := whole.get(("briefing", slug)):
            texts[About((slug, Heading.WHOLE), (), state)] = [_amount(briefing)]
            continue
        for about, text, name in _of_briefing(corpus, briefing, now):
            texts.setdefault(About((slug, about[0]), *about[1:]), []).append(text)
            names[slug, about[0], *about[1]] = name
    for about, text, name in _of_all(corpus, now, whole):
        texts.setdefault(About(("", about[0]), *about[1:]), []).append(text)
        names["", about[0], *about[1]] = name
    return Facts(texts, names)


# The heading, the place and what is said; the text; the name of the place.
_Fact = tuple[tuple[Heading, tuple[str, ...], str], str, str]


def _amount(briefing: Briefing) -> str:
    """Count what a briefing has."""
    entries = sum(len(file.positions) for file in briefing.positions.values())
    pieces = sum(1 for _ in uses(briefing))
    counted = number(entries, "position", "positions"), number(len(briefing.positions), "party", "parties")
    return (
        f"{' of '.join(counted)} on {number(len(briefing.about.issues), 'issue', 'issues')}, "
        f"{number(pieces, 'piece', 'pieces')} of evidence"
    )


def number(count: int, one: str, many: str) -> str:
    """Give a count with what is counted."""
    return f"{count:,} {one if count == 1 else many}"


def _of_all(corpus: Corpus, now: Now, whole: Mapping[tuple[str, str], str]) -> Iterator[_Fact]:
    for source in corpus.sources.values():
        place = (now.source(source.id),)
        if ("source", *place) in whole:
            yield (Heading.SOURCES, place, "title"), source.about.title, source.id
        else:
            yield from _fields(Heading.SOURCES, place, source.id, source.about)
    for party, entry in corpus.parties.items():
        place = (now.party(party),)
        if ("party", *place) in whole:
            speakers = ", ".join(one.name for one in entry.speakers.values())
            yield (
                (Heading.PARTIES, place, "speakers" if speakers else "name"),
                speakers or entry.name,
                entry.name,
            )
            continue
        yield from _fields(Heading.PARTIES, place, entry.name, entry, part_of=now.party)
        for key, speaker in entry.speakers.items():
            yield from _fields(Heading.PARTIES, (*place, key), f"{entry.name}: {speaker.name}", speaker)
    for key, contested in corpus.names.items():
        yield from _fields(Heading.NAMES, (key,), contested.term, contested, used_by=now.party)


def _of_briefing(corpus: Corpus, briefing: Briefing, now: Now) -> Iterator[_Fact]:
    about, slug = briefing.about, briefing.slug
    labels = {party: entry.label for party, entry in corpus.parties.items()}
    for party, file in briefing.positions.items():
        for nth, entry in enumerate(file.positions):
            place = (
                now.party(party),
                now.issue(slug, entry.issue),
                str(entry.date or ""),
                *_twin(file.positions, nth),
            )
            yield from _position(
                briefing, place, _entry_name(briefing, labels.get(party, party), entry), entry
            )
    for use in uses(briefing):
        where, name = _where(briefing, labels, use, now)
        yield (Heading.EVIDENCE, where, use.evidence.kind.value), _evidence(corpus, use, now), name
    for heading, what, claims in (
        (Heading.ANSWER, "answer", about.answer),
        (Heading.ANSWER, "background", about.background),
        (Heading.ANSWER, "not known", about.unknowns),
    ):
        yield from _claims(heading, (), "", what, claims)
    for key, issue in about.issues.items():
        place = (now.issue(slug, key),)
        yield from _fields(Heading.ISSUES, place, issue.title, issue)
        for proposal, said in issue.proposals.items():
            yield (Heading.ISSUES, place, f"proposal {proposal}"), said.text, issue.title
    for event in about.timeline:
        yield (Heading.TIMELINE, (), "event"), f"{event.date}: {event.title}", ""
    for note in about.analysis:
        confidence = f", confidence {note.confidence}" if note.confidence else ""
        text = f"{note.text} ({note.author}, {note.date}{confidence})"
        yield (Heading.ANALYSIS, (), note.kind.value), text, ""
    for one in about.corrections:
        text = f"{one.date}: was “{one.was}”, is now “{one.now}”: {one.reason}"
        yield (Heading.CORRECTIONS, (), "correction"), text, ""
    yield from _fields(Heading.BRIEFING, (), "", about, parties=lambda party: labels.get(party, party))
    yield (Heading.BRIEFING, (), "scale"), ", ".join(level.label for level in about.scale), ""


def _twin(entries: tuple[Position, ...], nth: int) -> Iterator[str]:
    """Tell an entry from those before it on the same issue with the same date."""
    same = sum((one.issue, one.date) == (entries[nth].issue, entries[nth].date) for one in entries[:nth])
    if same:
        yield str(same)


def _entry_name(briefing: Briefing, party: str, entry: Position) -> str:
    issue = briefing.about.issues.get(entry.issue)
    return (
        f"{party} on {issue.title if issue else entry.issue}{f', {entry.date.words}' if entry.date else ''}"
    )


def _position(briefing: Briefing, place: tuple[str, ...], name: str, entry: Position) -> Iterator[_Fact]:
    issue = briefing.about.issues.get(entry.issue)
    codes = {"": "withdrawn"} if entry.withdrawn else {}
    if isinstance(entry.stance, dict):
        codes |= entry.stance
    elif entry.stance is not None:
        codes[""] = entry.stance
    for proposal, code in codes.items():
        said = issue.proposals.get(proposal) if issue else None
        on = f" on “{said.title or said.text}”" if said else f" on {proposal}" if proposal else ""
        yield (Heading.POSITIONS, place, f"stance{on}"), stance(briefing, code).label, name
    yield from _fields(Heading.POSITIONS, place, name, entry)
    for field, _, claim in entry.claims:
        yield (Heading.POSITIONS, place, _words(field)), claim.text, name


def _where(briefing: Briefing, labels: Mapping[str, str], use: Use, now: Now) -> tuple[tuple[str, ...], str]:
    if use.party is None or use.position is None:
        return (use.role.value,), use.role.value
    issue = briefing.about.issues.get(use.position.issue)
    place = (now.party(use.party), now.issue(briefing.slug, use.position.issue))
    return place, f"{labels.get(use.party, use.party)} on {issue.title if issue else use.position.issue}"


def _evidence(corpus: Corpus, use: Use, now: Now) -> str:
    evidence, own = use.evidence, corpus.parties.get(use.party or "")
    said = f"“{'” … “'.join(evidence.segments)}” ({now.source(evidence.source)})"
    if evidence.speaker:
        parties = [own] if own else corpus.parties.values()
        names = {key: one.name for party in parties for key, one in party.speakers.items()}
        said += f", {names.get(evidence.speaker, evidence.speaker)}"
    if evidence.said_on:
        said += f", said on {evidence.said_on}"
    if evidence.relation.value != "supports":
        said += f", {evidence.relation.value}"
    if evidence.why:
        said += f" – {evidence.why}"
    if one := evidence.translation:
        said += f" – {one.language}: “{one.text}” ({one.by}{', by a program' if one.machine else ''})"
    return said


def _claims(
    heading: Heading, place: tuple[str, ...], name: str, what: str, claims: Iterable[Claim]
) -> Iterator[_Fact]:
    for claim in claims:
        yield (heading, place, what), claim.text, name


def _fields(
    heading: Heading, place: tuple[str, ...], name: str, node: Node, **told: Callable[[str], str]
) -> Iterator[_Fact]:
    """Give every simple value of a node under the name of its key; identifiers in lists as `told` for their key."""
    for key in type(node).model_fields:
        value = getattr(node, key)
        if key in _TO_READERS_NOTHING or value is None or value == ():
            continue
        if (text := _simple(value, told.get(key, str))) is not None:
            yield (heading, place, _words(key)), text, name


def _simple(value: Any, told: Callable[[str], str]) -> str | None:
    """Give a value that is one text, number or date, or a list of texts; None for all that has parts."""
    if isinstance(value, PartialDate | str | int):
        return str(value)
    if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
        return ", ".join(told(one) for one in value)
    return None


def _words(key: str) -> str:
    return key.replace("_", " ")
