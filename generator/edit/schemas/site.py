"""The schemas of one site: those of the format, in which identifiers are those that this site has.

An identifier that is not there is refused only where that is certain: where it is defined in another file, and no such
file is left unread. What the edited file itself defines, or anybody may invent, is offered and never refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from generator.content.model import Briefing, Corpus
from generator.edit.schemas.choices import Choice, known, speakers_of, stances
from generator.edit.schemas.plain import DIALECT, FILES, as_text, plain_schema

Schema = dict[str, Any]
# Fits nothing. Where the whole file is missing, a reference to it fits all: by that .vscode/schema/ tells the cases apart.
NOTHING: Schema = {"not": {}}
_CLAIMS = ("conditions", "red_lines", "interests", "offers")


def site_schemas(corpus: Corpus) -> Mapping[str, str]:
    """Give the schemas of a site as JSON text by their paths; `<slug>/` holds those of one briefing."""
    found = {
        "source": _sources(corpus),
        "parties": _parties(corpus),
        "names": _names(corpus),
        "wording": plain_schema("wording"),
        "briefing": _any_briefing(corpus),
        "position": _any_position(corpus),
    }
    for slug, briefing in corpus.briefings.items():
        found[f"{slug}/briefing"] = _briefing(corpus, slug)
        found[f"{slug}/position"] = _position(corpus, briefing)
    for schema in found.values():
        schema.setdefault("$defs", {})["Missing"] = NOTHING
    return {f"{name}.schema.json": as_text(schema) for name, schema in found.items()}


def _sources(corpus: Corpus) -> Schema:
    schema = plain_schema("source")
    abouts = [source.about for source in corpus.sources.values()]
    for key in ("publisher", "origin"):
        used = {value: "" for about in abouts if (value := getattr(about, key)) is not None}
        _set(schema["properties"], key, Choice(used))
    return schema


def _parties(corpus: Corpus) -> Schema:
    schema = plain_schema("parties")
    blocs = known(corpus, "party").offered  # the file itself defines them
    _set(schema["$defs"]["Party"]["properties"]["part_of"], "items", blocs)
    return schema


def _names(corpus: Corpus) -> Schema:
    schema = plain_schema("names")
    _set(schema["$defs"]["ContestedName"]["properties"]["used_by"], "items", known(corpus, "party"))
    return schema


def _briefing(corpus: Corpus, *slugs: str) -> Schema:
    """Give the schema of a briefing's file, with the issues of `slugs` where notes say what they are about."""
    schema = plain_schema("briefing")
    own = schema["properties"]
    tags = dict.fromkeys((tag for one in corpus.briefings.values() for tag in one.about.tags), "")
    _set(own["parties"], "items", known(corpus, "party"))
    _set(own["tags"], "items", Choice(tags))
    _set(schema["$defs"]["Analysis"]["properties"]["about"], "items", known(corpus, "issue", *slugs).offered)
    _evidence(schema, corpus)
    _set(schema["$defs"]["Evidence"]["properties"], "speaker", known(corpus, "speaker"))
    return schema


def _any_briefing(corpus: Corpus) -> Schema:
    """Give the schema of all briefings' files: which briefing it is, is told by its issues."""
    return _either(
        FILES["briefing"][1],
        {
            f"{quote(slug)}/briefing.schema.json": {
                "required": ["issues"],
                "properties": {"issues": {"required": list(briefing.about.issues)}},
            }
            for slug, briefing in corpus.briefings.items()
        },
        _briefing(corpus, *corpus.briefings),
    )


def _position(corpus: Corpus, briefing: Briefing) -> Schema:
    schema = plain_schema("position")
    own, position = schema["properties"], schema["$defs"]["Position"]
    names = known(corpus, "party").words
    parties = {party: names.get(party, "") for party in briefing.about.parties}
    where = f"briefings/{briefing.slug}/briefing.yml"
    _set(own, "party", Choice(parties, f"{where} lists no such party."))
    _set(position["properties"], "issue", known(corpus, "issue", briefing.slug))
    _evidence(schema, corpus)
    position["properties"]["stance"]["anyOf"] = [{"type": "string"}, {"type": "object"}]
    position["allOf"] = [
        {"if": _is("issue", name), "then": {"properties": {"stance": stances(briefing, issue)}}}
        for name, issue in briefing.about.issues.items()
    ]
    own_words = [
        {"if": _is("party", party), "then": _spoken_by(schema, party, choice)}
        for party in parties
        if (choice := speakers_of(corpus, party)) is not None
    ]
    if own_words:
        schema["allOf"] = own_words
    return schema


def _any_position(corpus: Corpus) -> Schema:
    """Give the schema of all position files: which briefing a file is of, is told by the issue of its first entry."""
    issues = {slug: set(briefing.about.issues) for slug, briefing in corpus.briefings.items()}
    firsts: dict[str, Schema] = {}
    for slug, own in issues.items():
        if alone := own.difference(*(others for other, others in issues.items() if other != slug)):
            entry = {"required": ["issue"], "properties": {"issue": {"enum": sorted(alone)}}}
            entries = {"type": "array", "minItems": 1, "prefixItems": [entry]}
            path = f"{quote(slug)}/position.schema.json"
            firsts[path] = {"required": ["positions"], "properties": {"positions": entries}}
    schema = plain_schema("position")
    _set(schema["properties"], "party", known(corpus, "party"))
    _set(schema["$defs"]["Position"]["properties"], "issue", known(corpus, "issue", *corpus.briefings))
    _evidence(schema, corpus)
    _set(schema["$defs"]["Evidence"]["properties"], "speaker", known(corpus, "speaker"))
    return _either(FILES["position"][1], firsts, schema)


def _either(title: str, cases: Mapping[str, Schema], other: Schema) -> Schema:
    """Give a schema that passes on to the files in `cases` whose condition holds, and to `other` where none does."""
    defs = {"Other": {key: value for key, value in other.items() if key not in ("$schema", "$defs")}}
    rest: Schema = {"$ref": "#/$defs/Other"}
    if cases:
        rest = {"if": {"anyOf": list(cases.values())}, "else": rest}
    ways = [{"if": condition, "then": {"$ref": path}} for path, condition in cases.items()]
    return {"$schema": DIALECT, "title": title, "$defs": other["$defs"] | defs, "allOf": [*ways, rest]}


def _evidence(schema: Schema, corpus: Corpus) -> None:
    _set(schema["$defs"]["Evidence"]["properties"], "source", known(corpus, "source"))


def _spoken_by(schema: Schema, party: str, choice: Choice) -> Schema:
    """Let the speakers in a file of `party` be those of `choice`; give what says so of the whole file."""
    defs, plain = schema["$defs"], schema["$defs"]["Evidence"]["properties"]["speaker"]
    words = {"properties": {"evidence": {"items": {"properties": {"speaker": choice.over(plain)}}}}}
    claims: Sequence[tuple[str, Schema]] = [
        (key, {"items": {"$ref": f"#/$defs/WordsOf-{party}"}}) for key in _CLAIMS
    ]
    defs[f"WordsOf-{party}"] = words
    entry = {"properties": words["properties"] | dict(claims)}
    return {"properties": {"positions": {"items": entry}}}


def _is(key: str, value: str) -> Schema:
    return {"required": [key], "properties": {key: {"const": value}}}


def _set(holder: Schema, key: str, choice: Choice) -> None:
    """Let the value at `key` be one of `choice`; what is said of the place is kept."""
    holder[key] = choice.over(holder[key])
