"""Read and pick: a stored text with its quotations; words that are selected in it become evidence or begin a position."""

from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from generator.content.model import Source
from generator.desk.addresses import line_url
from generator.desk.marks import Listed, labels, listed, marked, used_spans
from generator.desk.panel import (
    Panel,
    make_panel,
    selection_values,
)
from generator.desk.panel_view import panel_context, part_of, place_of
from generator.desk.selection import Selection, evidence_yaml
from generator.desk.unread import unread_sources
from generator.desk.visit import Route, Visit
from generator.edit import fields as edit_fields
from generator.edit import positions
from generator.edit.error import EditError
from generator.edit.project import Change, Project
from generator.edit.quote_finder.search import find
from generator.edit.steps import ConflictError
from generator.language import N_
from generator.location import Location
from generator.site.pages.labels import LABELS
from generator.speech.suggestion import Known

_NOT_HERE = N_("“%(words)s” is not in this text.")
_NEARLY = N_("“%(words)s” is not in this text. The words that are most like them are selected.")
_READ, _NOT_READ = N_("“%(title)s”: read to the end"), N_("“%(title)s”: not read to the end")


def show(visit: Visit, source: str) -> Response:
    """Show a text, or the part of it that has the selected words."""
    return _page(visit, _source(visit, source), _sent(visit))


def select(visit: Visit, source: str) -> Response:
    """Return the panel for a selection, for the script. Nothing is written."""
    found = _source(visit, source)
    try:
        panel, message = _panel(visit, found, _sent(visit))
    except EditError as error:
        panel, message = make_panel(visit, found, MultiDict()), str(error)
        return visit.page("selection.html.jinja", "", status=409, **panel_context(visit, panel, message))
    return visit.page("selection.html.jinja", "", **panel_context(visit, panel, message))


def add(visit: Visit, source: str) -> Response:
    """Write the selected words as evidence of an entry, or of one of its claims."""
    found = _source(visit, source)
    sent = _sent(visit)
    try:
        panel = make_panel(visit, found, sent)
        number = _add(visit, panel)
    except ConflictError:
        raise
    except EditError as error:
        lines = [str(error), *(diagnostic.message for diagnostic in error.diagnostics)]
        return _page(visit, found, sent, " ".join(lines), status=422)
    first = panel.selection.spans[0].start
    paragraph = found.article.paragraph_at(first).number
    part = found.article.part_of(paragraph)
    address = visit.url(
        "read", source=source, part=part.number, briefing=panel.slug, done=number, at=first + 1
    )
    return redirect(f"{address}#p{paragraph}", 303, Response)


def undo(visit: Visit, source: str) -> Response:
    """Take back the step that was just made here, and read on."""
    visit.workspace.undo(visit.request.form.get("step", type=int, default=0))
    part = visit.request.form.get("part", type=int, default=1)
    return visit.redirect("read", source=source, part=part, briefing=visit.form("briefing"))


def finish(visit: Visit, source: str) -> Response:
    """Write the day on which the text was read to the end, or remove it."""
    found = _source(visit, source)
    is_read = visit.form("read") == "1"
    day = visit.examined.content.today.isoformat() if is_read else None
    path = f"seeds/{found.id}.yml"

    def operation(project: Project) -> Change:
        return edit_fields.set_value(project, path, ("read_on",), day)

    visit.workspace.save(
        visit.say(_READ if is_read else _NOT_READ, title=found.about.title), operation, visit.seen()
    )
    return visit.redirect("read", source=source, briefing=visit.form("briefing"))


ROUTES = (
    Route("read", "/sources/<source>", show),
    Route("read", "/sources/<source>", show, "POST"),
    Route("select", "/sources/<source>/selection", select, "POST"),
    Route("add-evidence", "/sources/<source>/evidence", add, "POST"),
    Route("undo-evidence", "/sources/<source>/undo", undo, "POST"),
    Route("finish", "/sources/<source>/finish", finish, "POST"),
)


def _source(visit: Visit, name: str) -> Source:
    """Return the source with an identifier. Raise NotFound if the project has none."""
    source = visit.examined.content.corpus.sources.get(name)
    if source is None:
        raise NotFound
    return source


def _sent(visit: Visit) -> MultiDict[str, str]:
    return visit.request.form if visit.request.method == "POST" else visit.request.args


def _panel(visit: Visit, source: Source, fields: MultiDict[str, str]) -> tuple[Panel, str]:
    """Return the panel, and what to say of the words that were looked for. Raise EditError if a selection is refused."""
    words = " ".join(fields.get("find", "").split())
    if not words:
        return make_panel(visit, source, fields), ""
    found = find([source.article], visit.examined.content.corpus, words)
    near: MultiDict[str, str] = MultiDict({"briefing": fields.get("briefing", "")})
    if not found.passages:
        message = _NEARLY if found.similar else _NOT_HERE
        message = visit.say(message, words=words)
    else:
        message = visit.language.count(
            "“%(words)s” is in %(num)s place.", "“%(words)s” is in %(num)s places.", found.total, words=words
        )
    for passage in (*found.passages, *found.similar)[:1]:
        values = selection_values(Selection(source, passage.spans))
        near["spans"] = values["spans"]
        near.setlist("words", values["words"])
    return make_panel(visit, source, near), message


def _add(visit: Visit, panel: Panel) -> int:
    """Write the evidence as one step, and return its number; 0 if the file has it already."""
    target = panel.target
    if target is None or target.entry is None:
        raise EditError(visit.say("Choose a party, an issue and the entry that the words go to."))
    entry, owner = target.entry, target.owner
    corpus = visit.examined.content.corpus
    evidence = evidence_yaml(panel.selection, corpus, visit.language)

    def operation(project: Project) -> Change:
        return positions.add_evidence(project, entry, evidence, owner=owner)

    words = visit.say(
        "Evidence added: %(party)s, %(issue)s, from “%(title)s”",
        party=corpus.parties[panel.party].label if panel.party in corpus.parties else panel.party,
        issue=panel.briefing.about.issues[panel.issue].title if panel.briefing else panel.issue,
        title=panel.selection.source.about.title,
    )
    step = visit.workspace.save(words, operation, visit.seen())
    return step.number if step else 0


def _page(
    visit: Visit, source: Source, fields: MultiDict[str, str], message: str = "", status: int = 200
) -> Response:
    try:
        panel, about_words = _panel(visit, source, fields)
    except EditError as error:
        panel, message, status = make_panel(visit, source, MultiDict()), message or str(error), 422
    else:
        message = message or about_words
    article = source.article
    part = part_of(source, panel.selection.spans, fields.get("part", type=int, default=1))
    used = used_spans(visit.examined, source)
    spans = [span for span, _ in used]
    found = listed(source, visit.examined.content.corpus, part, spans)
    unread = [(name, each) for name, each in unread_sources(visit.examined).items() if name != source.id]
    begins = {place.paragraph for place in source.about.places}
    done = fields.get("done", type=int, default=0)
    number = article.parts.index(part)
    return visit.page(
        "read.html.jinja",
        source.about.title,
        "sources",
        status=status,
        source=source,
        at=fields.get("at", type=int, default=0),
        part=part,
        before=article.parts[number - 1] if number else None,
        after=article.parts[number + 1] if number + 1 < len(article.parts) else None,
        found=found,
        quotation_url=lambda item: _quotation_url(visit, panel, item),
        paragraphs=marked(source, part, found, spans, panel.selection.spans),
        used=used,
        labels=labels(source, part, found),
        place=lambda number: place_of(visit, source, number) if number in begins else "",
        part_place=lambda item: visit.say(
            "%(first)s to %(last)s", first=f"¶{item.first}", last=f"¶{item.last}"
        ),
        kind_word=visit.say(LABELS.source_kinds[source.about.kind]),
        briefings=visit.examined.content.corpus.briefings,
        details_url=line_url(visit, Location(f"seeds/{source.id}.yml")),
        version=visit.workspace.version(visit.project.files.get(f"seeds/{source.id}.yml")),
        is_certain=Known.CERTAIN,
        is_pronoun=Known.PRONOUN,
        done=next((step for step in visit.workspace.steps if step.number == done), None),
        next_unread=unread[0] if unread else None,
        **panel_context(visit, panel, message),
    )


def _quotation_url(visit: Visit, panel: Panel, item: Listed) -> str:
    selection = Selection(panel.selection.source, item.found.spans)
    values = {**selection_values(selection), "briefing": panel.slug}
    return visit.url("read", source=panel.selection.source.id, **values)
