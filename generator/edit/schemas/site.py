"""The schemas of one site: the schemas of the format, with the identifiers of the site.

Another identifier is an error only if all files that may define it could be read. What the edited file itself defines,
or what editors may invent, is only offered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.content.model import ABSENCES, UNCLEAR, Corpus
from generator.edit.schemas.format import FILES, Schema, as_text, format_schema, stance_descriptions

PARTIES = "briefings/parties.yml"
# Accepts nothing. A reference to it in a file that does not exist accepts all, so .vscode/schema/ can tell both apart.
NOTHING: Schema = {"not": {}}
_NEW = "What you just added is known after the next build; the preview knows it at once."
_WITH_ERRORS = "This entry has errors: see briefing check."


@dataclass(frozen=True)
class Choice:
    """Texts to choose from, with a description each. With an `error`, other texts are refused with it."""

    descriptions: Mapping[str, str]
    error: str = ""

    def over(self, schema: Schema) -> Schema:
        """Return the `schema` of a text with these choices. Without choices, return it unchanged."""
        if not self.descriptions:
            return schema
        about = {key: schema[key] for key in ("title", "description") if key in schema}
        choices: Schema = {"enum": list(self.descriptions)}
        if any(self.descriptions.values()):
            choices["enumDescriptions"] = list(self.descriptions.values())
        if self.error:
            return about | choices | {"type": "string", "errorMessage": f"{self.error} {_NEW}"}
        return about | {"anyOf": [choices, {key: schema[key] for key in schema if key not in about}]}


def site_schemas(corpus: Corpus) -> Mapping[str, str]:
    """Return the schemas of a site as JSON text by file name."""
    found = {name: format_schema(name) for name in FILES}
    sources, parties, speakers, issues = (
        _sources(corpus),
        _parties(corpus),
        _speakers(corpus),
        _issues(corpus),
    )
    abouts = [source.about for source in corpus.sources.values()]
    tags = (tag for briefing in corpus.briefings.values() for tag in briefing.about.tags)
    for name, node, key, choice in (
        ("source", "", "publisher", Choice({about.publisher: "" for about in abouts if about.publisher})),
        ("source", "", "origin", Choice({about.origin: "" for about in abouts if about.origin})),
        ("parties", "Party", "part_of", Choice(parties.descriptions)),
        ("names", "ContestedName", "used_by", parties),
        ("briefing", "", "parties", parties),
        ("briefing", "", "tags", Choice(dict.fromkeys(tags, ""))),
        ("briefing", "Analysis", "about", Choice(issues.descriptions)),
        ("briefing", "Evidence", "source", sources),
        ("briefing", "Evidence", "speaker", speakers),
        ("position", "", "party", parties),
        ("position", "Position", "issue", issues),
        ("position", "Evidence", "source", sources),
        ("position", "Evidence", "speaker", speakers),
    ):
        properties = (found[name]["$defs"][node] if node else found[name])["properties"]
        if properties[key].get("type") == "array":
            properties[key]["items"] = choice.over(properties[key]["items"])
        else:
            properties[key] = choice.over(properties[key])
    _offer_stances(corpus, found["position"])
    for schema in found.values():
        schema.setdefault("$defs", {})["Missing"] = NOTHING
    return {f"{name}.schema.json": as_text(schema) for name, schema in found.items()}


def _offer_stances(corpus: Corpus, schema: Schema) -> None:
    """Offer the stances of all briefings for positions."""
    levels = {code: level for briefing in corpus.briefings.values() for code, level in briefing.codes.items()}
    described = stance_descriptions()
    stances = {code: f"{level.label}. {described.get(code, '')}".strip() for code, level in levels.items()}
    stances |= {code: described[code] for code in (UNCLEAR, *ABSENCES)}
    choices = schema["$defs"]["Position"]["properties"]["stance"]["anyOf"][0]
    choices |= {"enum": list(stances), "enumDescriptions": list(stances.values())}


def _sources(corpus: Corpus) -> Choice:
    found = {}
    for name, source in corpus.sources.items():
        more = [str(part) for part in (source.about.publisher, source.about.published) if part]
        found[name] = " – ".join([source.about.title, *more])
    return _choice(corpus, "source", found, "There is no such source in seeds/.")


def _parties(corpus: Corpus) -> Choice:
    found = {name: party.name for name, party in corpus.parties.items()}
    error = "" if PARTIES in corpus.unread else f"There is no such party in {PARTIES}."
    return _choice(corpus, "party", found, error)


def _speakers(corpus: Corpus) -> Choice:
    found: dict[str, str] = {}
    for party in corpus.parties.values():
        for name, speaker in party.speakers.items():
            title = f"{speaker.name}, {speaker.role}" if speaker.role else speaker.name
            found[name] = f"{title} ({party.label})"
    all_read = not any(name == PARTIES or name.startswith("party:") for name in corpus.unread)
    return Choice(found, f"There is no such speaker in {PARTIES}." if all_read else "")


def _issues(corpus: Corpus) -> Choice:
    found: dict[str, str] = {}
    for briefing in corpus.briefings.values():
        for name, issue in briefing.about.issues.items():
            where = f" ({briefing.about.title})" if len(corpus.briefings) > 1 else ""
            found[name] = f"{issue.title}: {issue.question}{where}"
    all_read = not any(name.startswith("briefing:") for name in corpus.unread)
    return Choice(found, "There is no such issue in briefing.yml." if all_read else "")


def _choice(corpus: Corpus, kind: str, found: Mapping[str, str], error: str) -> Choice:
    """Return the entries of one kind; entries that have errors can be chosen too."""
    prefix = f"{kind}:"
    unread = {name.removeprefix(prefix): _WITH_ERRORS for name in corpus.unread if name.startswith(prefix)}
    return Choice(dict(sorted((unread | dict(found)).items())), error)
