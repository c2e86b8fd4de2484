"""Issues of a briefing: a new one with its propositions, options or unit, and the one that is there with its scale."""

from collections.abc import Collection
from typing import Any

from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from generator.content.model import Briefing, Issue, Side
from generator.content.model.identifiers import identifier
from generator.content.model.values import Id
from generator.desk.addresses import line_url
from generator.desk.screens.fields import Fields, differing, other_keys, save, seen, seen_value
from generator.desk.visit import Route, Visit
from generator.edit.error import EditError
from generator.edit.fields import set_value, value_at
from generator.edit.names import free_id, telling_id
from generator.edit.new.briefing import issue_yaml, new_issue
from generator.edit.project import Change, Project
from generator.edit.yaml_edit.values import plain
from generator.language import N_

ANSWERS = ("proposition", "option", "unit")
"""What an issue can ask for."""
SIDES = {Side.FOR: N_("for"), Side.BETWEEN: N_("between"), Side.AGAINST: N_("against")}
_KNOWN = (
    "title",
    "question",
    "note",
    "unit",
    "propositions",
    "options",
    "scale",
)  # the keys that have a field
_ANSWER = ("id", "title", "text")
_LEVEL = ("code", "label", "side", "definition")
_BLANK = 3  # rows for propositions or options of a new issue


def show_new(visit: Visit, slug: str) -> Response:
    """Show the form of a new issue."""
    _briefing(visit, slug)
    return _new_page(Fields(visit, {"answers": ANSWERS[0]}), slug)


def add(visit: Visit, slug: str) -> Response:
    """Add an issue to a briefing."""
    briefing = _briefing(visit, slug)
    fields = Fields.sent(visit)
    entry = issue_of(fields, briefing.about.issues)
    return save(
        fields,
        visit.say("New issue: %(title)s", title=fields["title"]),
        lambda project: new_issue(project, slug, entry),
        lambda fields, status: _new_page(fields, slug, status),
        lambda: visit.redirect("new-issue" if visit.form("more") else "briefing", slug=slug),
    )


def show(visit: Visit, slug: str, issue: str) -> Response:
    """Show an issue."""
    briefing = _briefing(visit, slug)
    about = _issue(briefing, issue)
    values = {
        "title": about.title,
        "question": about.question,
        "note": about.note or "",
        "unit": about.unit or "",
    }
    for number, (name, proposition) in enumerate(about.propositions.items()):
        row = {"id": name, "title": proposition.title or "", "text": proposition.text}
        values |= {f"answer-{number}-{key}": text for key, text in row.items()}
    for number, (name, option) in enumerate(about.options.items()):
        row = {"id": name, "title": option.label, "text": option.text or ""}
        values |= {f"answer-{number}-{key}": text for key, text in row.items()}
    for number, level in enumerate(about.scale or ()):
        row = {
            "code": level.code,
            "label": level.label,
            "side": level.side,
            "definition": level.definition or "",
        }
        values |= {f"level-{number}-{key}": text for key, text in row.items()}
    return _page(Fields(visit, values), slug, issue)


def change(visit: Visit, slug: str, issue: str) -> Response:
    """Change an issue, its propositions or options and its scale."""
    briefing = _briefing(visit, slug)
    about = _issue(briefing, issue)
    fields = Fields.sent(visit)
    values: dict[str, Any] = {
        "title": fields.text("title", required=True),
        "question": fields.text("question", required=True),
        "note": fields.text("note"),
        "unit": fields.text("unit"),
        "scale": _levels(fields),
    }
    key = "options" if about.options else "propositions"
    answers = _answers(fields, about, key) if not about.unit else {}
    path = f"briefings/{slug}/briefing.yml"
    seen_issue = seen_value(visit, path, ("issues", issue)) or {}
    seen_answers = seen_issue.get(key) or {}
    removed = [name for name in seen_answers if name not in answers]
    answers = {name: differing(seen_answers.get(name) or {}, each) for name, each in answers.items()}
    values = differing(seen_issue, values)

    def operation(project: Project) -> Change:
        old = plain(value_at(path, project.files.get(path, b""), ("issues", issue)))
        if not isinstance(old, dict):
            raise EditError(visit.say("This issue is not there any more."))
        before = {name: each for name, each in (old.get(key) or {}).items() if name not in removed}
        merged = before | {name: {**(before.get(name) or {}), **each} for name, each in answers.items()}
        return set_value(project, path, ("issues", issue), {**old, **values, key: merged})

    return save(
        fields,
        visit.say("Issue: %(title)s", title=fields["title"]),
        operation,
        lambda fields, status: _page(fields, slug, issue, status),
        lambda: visit.redirect("briefing", slug=slug),
    )


ROUTES = (
    Route("new-issue", "/briefings/<slug>/new-issue", show_new),
    Route("new-issue", "/briefings/<slug>/new-issue", add, "POST"),
    Route("issue", "/briefings/<slug>/issues/<issue>", show),
    Route("issue", "/briefings/<slug>/issues/<issue>", change, "POST"),
)


def issue_of(fields: Fields, taken: Collection[str], prefix: str = "") -> str:
    """Return the new issue of a form in YAML; empty if something is wrong. The names of its fields begin with `prefix`."""
    visit = fields.visit
    title = fields.text(f"{prefix}title", required=True)
    question = fields.text(f"{prefix}question", required=True)
    name = fields.new_id(f"{prefix}id", "issue", taken, title)
    kind = fields[f"{prefix}answers"] or ANSWERS[0]
    unit = fields.text(f"{prefix}unit", required=True) if kind == "unit" else ""
    texts = []
    for number, row in fields.rows(f"{prefix}answer", ("id", "text")):
        text = fields.text(f"{prefix}answer-{number}-text", required=True)
        if row["id"]:
            fields.text(f"{prefix}answer-{number}-id", Id)
        texts.append(f"{row['id']}={text}" if row["id"] else text)
    if kind != "unit" and not texts:
        fields.errors[f"{prefix}answer-0-text"] = visit.say("This is needed.")
    if fields.errors:
        return ""
    answers: dict[str, Any] = {"unit": unit} if kind == "unit" else {kind: texts}
    try:
        return issue_yaml(name, title=title, question=question, language=visit.project.language, **answers)
    except EditError as error:
        fields.errors[f"{prefix}answer-0-id"] = str(error)
        return ""


def issue_rows(fields: Fields, prefix: str = "") -> range:
    """Return the numbers of the rows for propositions or options of a new issue."""
    return range(max(_BLANK, fields.count(f"{prefix}answer")))


def _answers(fields: Fields, about: Issue, key: str) -> dict[str, dict[str, str]]:
    """Return the propositions or options of the form, by identifier."""
    known = about.options if key == "options" else about.propositions
    names = ("label", "text") if key == "options" else ("title", "text")
    language = fields.visit.project.language
    answers: dict[str, dict[str, str]] = {}
    for number, row in fields.rows("answer", _ANSWER):
        base = f"answer-{number}"
        if fields[f"{base}-remove"]:
            continue
        taken = [*known, *answers]
        needed = "title" if key == "options" else "text"
        fields.text(f"{base}-{needed}", required=True)
        name = (
            row["id"]
            if row["id"] in known
            else fields.new_id(f"{base}-id", "identifier", taken, telling_id(row[needed], language, taken))
        )
        if name:
            answers[name] = {names[0]: row["title"], names[1]: row["text"]}
    if not answers:
        fields.errors["answer-0-text"] = fields.visit.say("Keep at least one.")
    return answers


def _levels(fields: Fields) -> list[dict[str, str]]:
    """Return the scale of the form."""
    levels: list[dict[str, str]] = []
    for number, row in fields.rows("level", _LEVEL):
        base = f"level-{number}"
        if not (row["code"] or row["label"] or row["definition"]):
            continue
        for key in ("label", "side"):
            fields.text(f"{base}-{key}", Side if key == "side" else str, required=True)
        code = row["code"] or identifier(row["label"])
        try:
            free_id("code", code, [level["code"] for level in levels])
        except EditError as error:
            fields.errors[f"{base}-code"] = str(error)
        levels.append({**row, "code": code})
    return levels


def _briefing(visit: Visit, slug: str) -> Briefing:
    briefing = visit.project.corpus.briefings.get(slug)
    if briefing is None:
        raise NotFound
    return briefing


def _issue(briefing: Briefing, issue: str) -> Issue:
    if issue not in briefing.about.issues:
        raise NotFound
    return briefing.about.issues[issue]


def _new_page(fields: Fields, slug: str, status: int = 200) -> Response:
    visit = fields.visit
    briefing = _briefing(visit, slug)
    return visit.page(
        "new_issue.html.jinja",
        visit.say("New issue"),
        "table",
        status=status,
        fields=fields,
        slug=slug,
        briefing=briefing,
        made=identifier(fields["title"]),
        rows=issue_rows(fields),
        prefix="",
    )


def _page(fields: Fields, slug: str, issue: str, status: int = 200) -> Response:
    visit = fields.visit
    briefing = _briefing(visit, slug)
    about = _issue(briefing, issue)
    known = list(about.options or about.propositions)
    return visit.page(
        "issue.html.jinja",
        visit.say("Issue: %(title)s", title=about.title),
        "table",
        status=status,
        fields=fields,
        slug=slug,
        briefing=briefing,
        issue=issue,
        about=about,
        known=known,
        kind="option" if about.options else "proposition",
        rows=range(max(fields.count("answer"), len(known) + 1)),
        levels=range(max(fields.count("level"), len(about.scale) + 1 if about.scale else 5)),
        sides=[("", "–"), *((side, visit.say(word)) for side, word in SIDES.items())],
        seen=seen(visit, f"briefings/{slug}/briefing.yml"),
        others_in_file=other_keys(visit, about, _KNOWN),
        line_url=line_url(visit, about.location()),
    )
