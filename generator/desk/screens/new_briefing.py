"""A new briefing with its first issue; without a summary it is a draft, to be published when it has its answer."""

from werkzeug.wrappers import Response

from generator.content.model import BriefingStatus
from generator.content.model.identifiers import identifier
from generator.content.model.positions import LEFT_TO_DO
from generator.content.model.values import Date, Language
from generator.desk.screens.fields import Fields, save
from generator.desk.screens.issue import ANSWERS, issue_of, issue_rows
from generator.desk.visit import Route, Visit
from generator.edit.error import EditError
from generator.edit.new.briefing import new_briefing
from generator.edit.new.position import evidence_yaml
from generator.edit.project import Change, Project
from generator.language import N_

STATUS = {
    BriefingStatus.EXPLORATORY: N_("Exploratory"),
    BriefingStatus.ACTIVE: N_("Active"),
    BriefingStatus.STALLED: N_("Stalled"),
    BriefingStatus.AGREED: N_("Agreed"),
    BriefingStatus.COLLAPSED: N_("Collapsed"),
    BriefingStatus.CLOSED: N_("Closed"),
}


def show(visit: Visit) -> Response:
    """Show the form of a new briefing. The day offered is that of the newest source."""
    sources = visit.project.corpus.sources
    days = [source.about.published for source in sources.values() if source.about.published]
    values = {
        "status": BriefingStatus.EXPLORATORY,
        "answers": ANSWERS[0],
        "as_of": str(max(days, key=lambda day: day.last_day)) if days else "",
        "party": "\n".join(visit.project.corpus.parties),
    }
    return _page(Fields(visit, values))


def add(visit: Visit) -> Response:
    """Add a briefing."""
    fields = Fields.sent(visit)
    corpus = visit.project.corpus
    title = fields.text("title", required=True)
    slug = fields.new_id("id", "briefing", corpus.briefings, title)
    day = fields.text("as_of", Date, required=True)
    about = {
        "title": title,
        "question": fields.text("question", required=True),
        "language": fields.text("language", Language),
        "status": fields.text("status", BriefingStatus, required=True),
        "as_of": day,
        "reviewed_on": day,
    }
    parties = fields.chosen("party", "party", corpus.parties, required=True)
    issue = issue_of(fields, (), prefix="issue_")
    summary = fields.text("summary")
    evidence = _evidence(fields, visit.project) if summary else ""
    if fields["words"] and not summary:
        fields.errors["summary"] = visit.say("Write the sentence that these words show.")
    if not summary:
        about["draft"] = "true"

    def operation(project: Project) -> Change:
        if slug in project.corpus.briefings:
            raise EditError(visit.say("This briefing is there already."))
        return new_briefing(
            slug, about, parties=parties, summary=summary or LEFT_TO_DO, evidence=evidence, issue=issue
        )

    return save(
        fields,
        visit.say("New briefing: %(title)s", title=title),
        operation,
        _page,
        lambda: visit.redirect("briefing", slug=slug),
    )


ROUTES = (Route("new-briefing", "/new/briefing", show), Route("new-briefing", "/new/briefing", add, "POST"))


def _evidence(fields: Fields, project: Project) -> str:
    """Return the evidence for the summary in YAML."""
    words = fields.text("words", required=True)
    if not words:
        return ""
    try:
        return evidence_yaml(project, words, source=fields["source"])
    except EditError as error:
        fields.errors["words"] = str(error)
        return ""


def _page(fields: Fields, status: int = 200) -> Response:
    visit = fields.visit
    corpus = visit.project.corpus
    return visit.page(
        "new_briefing.html.jinja",
        visit.say("New briefing"),
        "table",
        status=status,
        fields=fields,
        made=identifier(fields["title"]),
        statuses=[(value, visit.say(word)) for value, word in STATUS.items()],
        parties=[(name, party.label) for name, party in corpus.parties.items()],
        sources=[
            ("", visit.say("any")),
            *((name, source.about.title) for name, source in corpus.sources.items()),
        ],
        rows=issue_rows(fields, "issue_"),
        prefix="issue_",
    )
