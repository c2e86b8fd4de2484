"""What a briefing says beside its positions: title and question, the answer, background, unknowns, events, analysis, corrections."""

from collections.abc import Iterator, Mapping
from typing import Any

from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from generator.content.model import Briefing
from generator.desk.addresses import line_url
from generator.desk.briefing_parts import CHOICES, FIELDS, PARTS, POINT, POINTS, REQUIRED, WORDS, Part
from generator.desk.screens.fields import Fields, differing, other_keys, save, seen, seen_value
from generator.desk.screens.new_briefing import STATUS
from generator.desk.visit import Route, Visit
from generator.edit.error import EditError
from generator.edit.fields import set_values, value_at, written
from generator.edit.new.position import evidence_yaml
from generator.edit.positions import evidence_value
from generator.edit.project import Change, Project
from generator.edit.yaml_edit.values import plain

_LONGEST_NUMBER = 6  # digits


def show(visit: Visit, slug: str) -> Response:
    """Show what the file of a briefing says."""
    _briefing(visit, slug)
    data = seen_value(visit, _path(slug), ()) or {}
    values = {key: str(data.get(key) or "") for key in FIELDS}
    values |= {"draft": str(data.get("draft") or ""), "tags": ", ".join(data.get("tags") or ())}
    values |= {f"order-{party}": str(number) for number, party in enumerate(data.get("parties") or (), 1)}
    for prefix, part, items in _all_parts(data):
        for number, item in enumerate(items):
            values |= {f"{prefix}-{number}-{key}": _shown(item.get(key)) for key in part.fields}
    return _page(Fields(visit, values), slug)


def change(visit: Visit, slug: str) -> Response:
    """Change what the file of a briefing says. Lists that stay as they were are not written."""
    _briefing(visit, slug)
    fields = Fields.sent(visit)
    data = seen_value(visit, _path(slug), ()) or {}
    values: dict[str, Any] = {
        key: fields.text(key, kind, required=key in REQUIRED) for key, (_, kind) in FIELDS.items()
    }
    values |= {
        "draft": "true" if fields["draft"] else None,
        "tags": [tag.strip() for tag in fields["tags"].split(",") if tag.strip()],
        "parties": _ordered_parties(fields),
    }
    points = {
        prefix: items[0] if items else None
        for prefix in POINTS
        for items in [_items(fields, prefix, POINT, [_as_map((data.get("key_points") or {}).get(prefix))])]
    }
    if not points["where_it_stands"]:
        fields.errors["where_it_stands-0-text"] = visit.say("This is needed.")
    lists = {
        prefix: _items(fields, prefix, part, [_as_map(item) for item in data.get(prefix) or ()])
        for prefix, part in PARTS.items()
    }
    changed = differing(data, {**values, **_as_before(lists, data)})
    new_points = differing(data.get("key_points") or {}, _as_before(points, data.get("key_points") or {}))

    def operation(project: Project) -> Change:
        now = plain(value_at(_path(slug), project.files.get(_path(slug), b""), ()))
        if not isinstance(now, dict):
            raise EditError(visit.say("This briefing is not there any more."))
        key_points = now.get("key_points") or {}
        for mine, seen_now, before in (
            (lists, now, data),
            (points, key_points, data.get("key_points") or {}),
        ):
            for key in {*mine} & {*changed, *new_points}:
                if seen_now.get(key) != before.get(key):
                    raise EditError(visit.say("“%(key)s” changed meanwhile. Load the form again.", key=key))
        own = {"key_points": {**key_points, **new_points}} if new_points else {}
        return set_values(project, _path(slug), (), {**changed, **own})

    return save(
        fields,
        visit.say("Briefing: %(title)s", title=fields["title"]),
        operation,
        lambda fields, status: _page(fields, slug, status),
        lambda: visit.redirect("briefing", slug=slug),
    )


ROUTES = (
    Route("about", "/briefings/<slug>/about", show),
    Route("about", "/briefings/<slug>/about", change, "POST"),
)


def _path(slug: str) -> str:
    return f"briefings/{slug}/briefing.yml"


def _briefing(visit: Visit, slug: str) -> Briefing:
    briefing = visit.project.corpus.briefings.get(slug)
    if briefing is None:
        raise NotFound
    return briefing


def _as_map(item: Any) -> dict[str, Any]:
    """Return an item as a mapping; a plain sentence is its text."""
    return dict(item) if isinstance(item, dict) else {"text": item} if item else {}


def _as_before(values: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """Return items that are only a text as the sentence that they were before."""
    return {key: _like(value, before.get(key)) for key, value in values.items()}


def _like(value: Any, before: Any) -> Any:
    if isinstance(value, list):
        old = before if isinstance(before, list) else []
        sentences = [item for item in old if isinstance(item, str)]
        return [item["text"] if item.get("text") in sentences and len(item) == 1 else item for item in value]
    if isinstance(before, str) and isinstance(value, dict) and [*value] == ["text"]:
        return value["text"]
    return value


def _all_parts(data: Mapping[str, Any]) -> Iterator[tuple[str, Part, list[dict[str, Any]]]]:
    """Yield each part of the file with its items as mappings."""
    for prefix in POINTS:
        point = (data.get("key_points") or {}).get(prefix)
        yield prefix, POINT, [_as_map(point)] if point else []
    for prefix, part in PARTS.items():
        yield prefix, part, [_as_map(item) for item in data.get(prefix) or ()]


def _shown(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value or "")


def _ordered_parties(fields: Fields) -> list[str]:
    """Return the parties that have a number, in its order."""
    numbers = []
    for party in fields.visit.project.corpus.parties:
        if text := fields[f"order-{party}"]:
            if text.isdecimal() and len(text) <= _LONGEST_NUMBER:
                numbers.append((int(text), party))
            else:
                fields.errors[f"order-{party}"] = fields.visit.say("Write a number, or nothing.")
    if not numbers:
        fields.errors["parties"] = fields.visit.say("Choose at least one.")
    return [party for _, party in sorted(numbers)]


def _items(fields: Fields, prefix: str, part: Part, before: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the items of a list as the form has them, with their evidence and the keys that have no field."""
    items = []
    for number, row in fields.rows(prefix, (*part.fields, "words")):
        base = f"{prefix}-{number}"
        if fields[f"{base}-remove"]:
            continue
        old = before[number] if number < len(before) else {}
        values: dict[str, Any] = {
            key: [each.strip() for each in row[key].split(",") if each.strip()]
            if key == "about"
            else fields.text(f"{base}-{key}", kind, required=key in part.required)
            for key, kind in part.fields.items()
        }
        if part.has_evidence:
            dropped = set(fields.lines(f"{base}-drop"))
            kept = [each for index, each in enumerate(old.get("evidence") or ()) if str(index) not in dropped]
            values["evidence"] = [*kept, *_new_evidence(fields, base)]
        item = {key: value for key, value in {**old, **values}.items() if written(value) is not None}
        items.append(item)
    return items


def _new_evidence(fields: Fields, base: str) -> list[Any]:
    """Return the evidence for the words that were typed or pasted; nothing if there are none."""
    if not (words := fields[f"{base}-words"]):
        return []
    try:
        return [evidence_value(evidence_yaml(fields.visit.project, words, source=fields[f"{base}-source"]))]
    except EditError as error:
        fields.errors[f"{base}-words"] = str(error)
        return []


def _page(fields: Fields, slug: str, status: int = 200) -> Response:
    visit = fields.visit
    briefing = _briefing(visit, slug)
    data = seen_value(visit, _path(slug), ()) or {}
    corpus = visit.project.corpus
    parts = [
        (
            prefix,
            visit.say(POINTS.get(prefix) or part.title),
            part,
            [item.get("evidence") or [] for item in items],
            range(
                max(fields.count(prefix), len(items), 1)
                if prefix in POINTS
                else max(fields.count(prefix), len(items) + 1)
            ),
        )
        for prefix, part, items in _all_parts(data)
    ]
    return visit.page(
        "briefing_about.html.jinja",
        briefing.about.title,
        "table",
        status=status,
        fields=fields,
        slug=slug,
        simple=[(key, visit.say(word)) for key, (word, _) in FIELDS.items()],
        statuses=[(value, visit.say(word)) for value, word in STATUS.items()],
        points=parts[: len(POINTS)],
        parts=parts[len(POINTS) :],
        labels={key: visit.say(word) for key, word in WORDS.items()},
        choices={
            key: [("", "–"), *((value, visit.say(word)) for value, word in options.items())]
            for key, options in CHOICES.items()
        },
        long=("text", "past_text", "was", "now", "reason", "title"),
        parties=[(name, party.label) for name, party in corpus.parties.items()],
        sources=[
            ("", visit.say("any")),
            *((name, source.about.title) for name, source in corpus.sources.items()),
        ],
        seen=seen(visit, _path(slug)),
        others_in_file=other_keys(
            visit, briefing.about, {*FIELDS, *PARTS, "draft", "tags", "parties", "key_points", "issues"}
        ),
        line_url=line_url(visit, briefing.about.location()),
    )
