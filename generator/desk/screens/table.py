"""The table: the matrix as the place of work. A cell opens its position; empty cells are filled together."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from generator.analysis.backing import next_review
from generator.content.model import Briefing, Issue
from generator.content.paths import file_kind
from generator.desk.addresses import cell_url, line_url, source_url
from generator.desk.cells import (
    DeskCell,
    State,
    cells,
    offered_day,
    stance_word,
)
from generator.desk.screens.tour import SEEN
from generator.desk.screens.written import LOOK, will_be_written
from generator.desk.unread import unread_sources
from generator.desk.visit import Route, Visit
from generator.diagnostics import Severity
from generator.edit.error import EditError
from generator.edit.fill import fill
from generator.edit.project import Change, Project
from generator.partial_date import PartialDate
from generator.site.pages.labels import LABELS

_LONGEST = 90  # characters of a statement in a cell


@dataclass(frozen=True)
class Filter:
    """Which cells are shown: those in a state, of a party, on a source; empty texts for all."""

    state: str = ""
    party: str = ""
    source: str = ""

    def includes(self, cell: DeskCell) -> bool:
        """Return whether `cell` is one of them."""
        return (
            (not self.state or self.state in {state.name.lower() for state in cell.states})
            and self.party in ("", cell.party)
            and (not self.source or self.source in cell.sources)
        )


def first(visit: Visit) -> Response:
    """Show the table of the first briefing, or what to do in a project without one."""
    briefings = visit.examined.content.corpus.briefings
    if not briefings and any(file_kind(path) == "briefing" for path in visit.project.files):
        return visit.redirect("errors")
    if not briefings and SEEN not in visit.request.cookies:
        return visit.redirect("tour", step=1)
    if not briefings:
        return visit.page("empty.html.jinja", visit.say("Start here"), "table", steps=_start(visit))
    return visit.redirect("briefing", slug=next(iter(briefings)))


def show(visit: Visit, slug: str) -> Response:
    """Show the table of a briefing, or its file if that has errors."""
    file = f"briefings/{slug}/briefing.yml"
    if slug not in visit.examined.content.corpus.briefings and file in visit.project.files:
        return visit.redirect("editor", file=file)
    briefing = _briefing(visit, slug)
    asked = visit.request.args
    shown = Filter(asked.get("show", ""), asked.get("party", ""), asked.get("source", ""))
    found = cells(visit.examined, slug)
    counts = Counter(state for cell in found.values() for state in cell.states)
    parties = [party for party in briefing.about.parties if shown.party in ("", party)]
    corpus = visit.examined.content.corpus
    about = briefing.about
    used = {source for cell in found.values() for source in cell.sources}
    return visit.page(
        "table.html.jinja",
        briefing.about.title,
        "table",
        briefing=briefing,
        slug=slug,
        briefings=corpus.briefings,
        shown=shown,
        states=[
            (each, each.name.lower(), counts[each]) for each in State if counts[each] or each is State.EMPTY
        ],
        parties=[(party, corpus.parties.get(party)) for party in parties],
        all_parties=[(each, corpus.parties[each].label) for each in about.parties if each in corpus.parties],
        sources=[(name, corpus.sources[name].about.title) for name in corpus.sources if name in used],
        rows=list(_rows(briefing, found, parties, shown)),
        cell_count=len(found),
        empty_count=counts[State.EMPTY],
        due=next_review(about.reviewed_on, about.review_every) if about.review_every else None,
        unread=list(unread_sources(visit.examined).items())[:5],
        named=_named(visit, briefing),
        offered=offered_day(visit, slug),
        drafts=[cell for cell in found.values() if State.DRAFT in cell.states],
        overdue=[cell for cell in found.values() if State.OVERDUE in cell.states],
        errors=[item for item in visit.examined.diagnostics if item.severity is Severity.ERROR][:5],
        labels={party: item.label for party, item in corpus.parties.items()},
        cell_url=lambda cell: cell_url(visit, slug, cell),
        line_url=lambda location: line_url(visit, location),
        source_url=lambda name: source_url(visit, name),
        longest=_LONGEST,
        word=lambda stance: stance_word(visit, stance),
        kinds=LABELS.kind_counts,
    )


def write(visit: Visit, slug: str) -> Response:
    """Write “no position found” for the cells that were marked."""
    briefing = _briefing(visit, slug)
    marked = set()
    for text in visit.request.form.getlist("cell"):
        party, _, issue = text.partition(" ")
        if party not in briefing.about.parties or issue not in briefing.about.issues:
            raise NotFound
        marked.add((party, issue))
    if not marked:
        raise EditError(visit.say("No cell was marked. Mark the empty cells that you have checked."))
    until = visit.form("until").strip()
    try:
        PartialDate.parse(until)
    except ValueError:
        message = "“%(date)s” is not a date. Write year-month-day, such as 2031-06-11."
        raise EditError(visit.say(message, date=until)) from None

    def operation(project: Project) -> Change:
        filled = fill(project, slug, until, marked)
        for path, reason in filled.left_out.items():
            raise EditError(f"{path}: {reason}. Nothing was written.")
        if filled.cells != len(marked):
            raise EditError(
                visit.say("A marked cell has an entry now. Nothing was written. Load the table again.")
            )
        return filled.change

    if visit.form(LOOK):
        return will_be_written(visit, operation)
    sentence = visit.language.count(
        "%(num)s cell of “%(briefing)s”: no position found",
        "%(num)s cells of “%(briefing)s”: no position found",
        len(marked),
        briefing=briefing.about.title,
    )
    visit.workspace.save(sentence, operation)
    return visit.redirect("briefing", slug=slug)


ROUTES = (
    Route("table", "/", first),
    Route("briefing", "/briefings/<slug>", show),
    Route("briefing", "/briefings/<slug>", write, "POST"),
)


def _rows(
    briefing: Briefing, found: Mapping[tuple[str, str], DeskCell], parties: Sequence[str], shown: Filter
) -> Iterator[tuple[str, Issue, list[tuple[DeskCell, bool]]]]:
    """Yield each issue with its cells and whether they are shown; of a filter of cells, only issues with a shown cell."""
    for name, issue in briefing.about.issues.items():
        cells_ = [(found[party, name], shown.includes(found[party, name])) for party in parties]
        if shown == Filter(party=shown.party) or any(is_shown for _, is_shown in cells_):
            yield name, issue, cells_


def _briefing(visit: Visit, slug: str) -> Briefing:
    """Return the briefing with an identifier. Raise NotFound if the project has none."""
    briefing = visit.examined.content.corpus.briefings.get(slug)
    if briefing is None:
        raise NotFound
    return briefing


def _start(visit: Visit) -> list[tuple[bool, str, str]]:
    """Return the steps to a first briefing: whether it is done, the endpoint that does it, and the command that does too."""
    corpus = visit.examined.content.corpus
    return [
        (bool(corpus.parties), "new-party", "briefing new party"),
        (bool(corpus.sources), "article", "briefing new source"),
        (False, "new-briefing", "briefing new briefing"),
    ]


def _named(visit: Visit, briefing: Briefing) -> list[tuple[str, str]]:
    """Return the sources that nobody has read and that name a party of the briefing, with the label of the first such party."""
    parties = visit.examined.content.corpus.parties
    names = [
        (name, parties[party].label)
        for party in briefing.about.parties
        if party in parties
        for name in parties[party].names
    ]
    found = []
    for source_id, source in unread_sources(visit.examined).items():
        if label := next((label for name, label in names if name in source.article.text), ""):
            found.append((source_id, label))
    return found
