"""What the desk says about the words that an editor selected, and where they can go. Nothing is written here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from werkzeug.datastructures import MultiDict

from generator.analysis.stances import Stance
from generator.content.model import Briefing, Kind, Position, Source
from generator.content.paths import position_path
from generator.desk.marks import own_label
from generator.desk.selection import Selection, read_selection
from generator.desk.visit import Visit
from generator.edit.positions import Entry, Owner
from generator.evidence import Span
from generator.language import N_
from generator.speech.judgement import judge
from generator.speech.selected_words import trimmed
from generator.speech.suggestion import Known, Suggestion, likely
from generator.speech.verdicts import Level, Offer, Verdict
from generator.speech.voices import has_voices

NEW = "new"
"""The target of words that begin a new position."""
CHOICES = ("kind", "party", "speaker", "issue", "page", "time", "goes")
"""The fields of the panel that an editor can fill."""
CLAIMS = {
    "conditions": N_("condition"),
    "red_lines": N_("red line"),
    "interests": N_("interest"),
    "offers": N_("offer"),
}
"""The words for one claim of each list of an entry."""


@dataclass(frozen=True)
class Target:
    """Where the words can go: a new position, an entry, or a claim of an entry (`claim` is its list, `text` its sentence)."""

    value: str
    entry: Entry | None = None
    position: Position | None = None
    owner: Owner = ()
    claim: str = ""
    text: str = ""


@dataclass(frozen=True)
class Panel:
    """A selection with what is known about it.

    `values` has what the editor chose, and `found` what was found for the other fields, as `name=value`: a later request finds them anew.
    `seen` has the path of the party's file, if there is one.
    """

    selection: Selection
    verdicts: tuple[Verdict, ...]
    suggestion: Suggestion | None
    slug: str
    briefing: Briefing | None
    party: str
    issue: str
    targets: tuple[Target, ...]
    goes: str
    newest: tuple[Position | None, tuple[Stance, ...]]
    values: Mapping[str, Any]
    found: tuple[str, ...]

    @property
    def kind(self) -> Kind:
        """Return the kind of the evidence."""
        return self.selection.kind or Kind.REPORTED

    @property
    def target(self) -> Target | None:
        """Return where the words go."""
        return next((target for target in self.targets if target.value == self.goes), None)

    @property
    def can_be_saved(self) -> bool:
        """Return whether no verdict stops a save, and it is known where the words go."""
        return self.target is not None and all(verdict.level is not Level.ERROR for verdict in self.verdicts)

    @property
    def seen(self) -> str:
        """Return the path of the file that a save changes."""
        return position_path(self.slug, self.party) if self.party else ""


def make_panel(visit: Visit, source: Source, fields: MultiDict[str, str]) -> Panel:
    """Return the panel for the fields of a form or an address. Raise EditError if the text has other words than those selected."""
    corpus = visit.examined.content.corpus
    named = MultiDict((name, value) for name, value in fields.items(multi=True) if name != "source")
    named["source"] = source.id
    chosen = _chosen(fields)
    for name in ("kind", "speaker", "page", "time"):
        named[name] = chosen.get(name, "")
    selection = read_selection(named, corpus)
    spans = _without_labels(source, trimmed(source.article, selection.spans))
    slug, briefing = _briefing(visit, source, fields.get("briefing", ""))
    suggestion = likely(source, corpus, spans) if spans else None
    selection = _completed(replace(selection, spans=spans), suggestion, chosen)
    party = _party(briefing, suggestion, selection, chosen)
    issue = _issue(briefing, chosen)
    targets = tuple(_targets(visit, slug, party, issue)) if briefing and party and issue else ()
    goes = _goes(source, targets, chosen)
    current = {
        "kind": selection.kind.value if selection.kind else "",
        "party": party,
        "speaker": selection.speaker,
        "issue": issue,
        "goes": goes,
    }
    panel = Panel(
        selection,
        (),
        suggestion,
        slug,
        briefing,
        party,
        issue,
        targets,
        goes,
        _newest(visit, slug, party, issue) if targets else (None, ()),
        {"briefing": slug, **selection_values(selection), **chosen},
        tuple(f"{name}={value}" for name, value in current.items() if name not in chosen),
    )
    if not spans:
        return panel
    verdicts = judge(
        source,
        corpus,
        spans,
        kind=panel.kind,
        party=party or None,
        speaker=selection.speaker or None,
        is_conditional=_is_conditional(panel.target),
    )
    return replace(panel, verdicts=verdicts)


def selection_values(selection: Selection) -> dict[str, Any]:
    """Return the places and the words of a selection for an address."""
    values = selection.values()
    return {"spans": values["spans"], "words": values["words"]}


def offered_values(panel: Panel, offer: Offer) -> dict[str, Any]:
    """Return the values of the panel as an offer makes them."""
    values = dict(panel.values)
    if offer.spans is not None:
        values |= selection_values(replace(panel.selection, spans=offer.spans))
    for name, value in (("kind", offer.kind), ("speaker", offer.speaker), ("party", offer.party)):
        if value is not None:
            values[name] = str(value)
    if offer.kind is not None and offer.kind is not Kind.QUOTE:
        values.pop("speaker", None)
    return values


def without_last_part(panel: Panel) -> dict[str, Any]:
    """Return the values of the panel without the last part of the selection, or with nothing selected."""
    spans = panel.selection.spans[:-1]
    if not spans:
        return {"briefing": panel.slug}
    return {**panel.values, **selection_values(replace(panel.selection, spans=spans))}


def kind_reason(panel: Panel) -> str:
    """Return from where the kind comes."""
    if "kind" in panel.values or panel.suggestion is None:
        return N_("your choice")
    if panel.suggestion.kind_known is not Known.CERTAIN:
        return N_("not said by anybody here: choose")
    return N_("the text says who speaks") if has_voices(panel.selection.source) else N_("in quotation marks")


def _chosen(fields: MultiDict[str, str]) -> dict[str, str]:
    """Return what the editor chose: every field that does not have the value that was found for it."""
    found = set(fields.getlist("found"))
    return {
        name: value
        for name in CHOICES
        if name in fields
        and f"{name}={(value := fields[name].strip())}" not in found
        and (value or name == "speaker")
    }


def _without_labels(source: Source, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return spans without the label of a speaker at their start."""
    cut = []
    for span in spans:
        label = own_label(source, span.start)
        cut.append(
            Span(max(span.start, label.end), max(span.end, label.end))
            if label and span.start < label.end
            else span
        )
    return trimmed(source.article, cut)


def _briefing(visit: Visit, source: Source, slug: str) -> tuple[str, Briefing | None]:
    """Return the briefing that was chosen, else the first that cites the source, else the one that was reviewed last."""
    content = visit.examined.content
    briefings = content.corpus.briefings
    if slug in briefings:
        return slug, briefings[slug]
    cites = (use.briefing for use in content.analysis.uses.get(source.id, ()))
    newest = max(briefings, key=lambda name: briefings[name].about.reviewed_on, default="")
    first = next(cites, newest)
    return first, briefings.get(first)


def _completed(selection: Selection, suggestion: Suggestion | None, chosen: Mapping[str, str]) -> Selection:
    """Return a selection with the kind, and with the speaker if the text names one. A pronoun names nobody: the editor is asked."""
    if suggestion is None:
        return selection
    kind = selection.kind or suggestion.kind
    speaker = suggestion.speaker
    is_named = kind is Kind.QUOTE and speaker.known is Known.CERTAIN and "speaker" not in chosen
    return replace(selection, kind=kind, speaker=(speaker.speaker or "") if is_named else selection.speaker)


def _party(
    briefing: Briefing | None, suggestion: Suggestion | None, selection: Selection, chosen: Mapping[str, str]
) -> str:
    """Return the party: the one that was chosen, else the one that says the words, if it is in the briefing."""
    if briefing is None:
        return ""
    said_by = suggestion.speaker.party if suggestion and selection.kind is Kind.QUOTE else ""
    party = chosen.get("party", said_by) or ""
    return party if party in briefing.about.parties else ""


def _issue(briefing: Briefing | None, chosen: Mapping[str, str]) -> str:
    if briefing is None:
        return ""
    issues = briefing.about.issues
    if chosen.get("issue") in issues:
        return chosen["issue"]
    return next(iter(issues)) if len(issues) == 1 else ""


def _targets(visit: Visit, slug: str, party: str, issue: str) -> Iterator[Target]:
    """Yield a new position, then the entries on the issue, the newest first, each with its claims."""
    yield Target(NEW)
    content = visit.examined.content
    file = content.corpus.briefings[slug].positions.get(party)
    track = content.analysis.briefings[slug].tracks[party, issue]
    for position in reversed(track.entries):
        if position.absence or file is None:
            continue
        index = next(at for at, each in enumerate(file.positions) if each is position)
        entry = Entry(slug, party, issue, index)
        yield Target(str(index), entry, position, text=position.statement or "")
        for claims, number, claim in position.claims:
            value = f"{index}/{claims}/{number}"
            yield Target(value, entry, position, (claims, number), claims, claim.text)


def _goes(source: Source, targets: Sequence[Target], chosen: Mapping[str, str]) -> str:
    """Return the target: the one that was chosen, else the newest entry if it rests on this source, else a new position."""
    if not targets:
        return ""
    if chosen.get("goes") in {target.value for target in targets}:
        return chosen["goes"]
    newest = targets[1].position if len(targets) > 1 else None
    rests = newest is not None and any(item.source == source.id for item in newest.evidence)
    return targets[1].value if rests else NEW


def _newest(visit: Visit, slug: str, party: str, issue: str) -> tuple[Position | None, tuple[Stance, ...]]:
    """Return the newest entry of a party on an issue, and its answers."""
    analysis = visit.examined.content.analysis.briefings[slug]
    cells = (cell for row in analysis.matrix for cell in row.cells)
    stances = next((cell.stances for cell in cells if (cell.party, cell.issue) == (party, issue)), ())
    return analysis.tracks[party, issue].newest, tuple(stance for _, stance in stances)


def _is_conditional(target: Target | None) -> bool:
    """Return whether the entry that gets the words says that it depends on something."""
    if target is None or target.position is None:
        return False
    stance = target.position.stance
    codes = stance.values() if isinstance(stance, dict) else (stance,)
    return bool(target.position.conditions) or "conditional" in codes
