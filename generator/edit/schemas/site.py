"""The schemas of one site: the schemas of the format, with the identifiers of the site.

Another identifier is an error only if all files could be read. What the edited file itself defines, or what editors may
invent, is only offered.
"""

from collections.abc import Mapping
from pathlib import Path

from generator.content.model import ABSENCES, DEFAULT_SCALE, UNCLEAR, Corpus
from generator.edit.atomic_write import write_all
from generator.edit.error import EditError
from generator.edit.schemas.format import DIALECT, FILES, Schema, as_text, format_schema, stance_descriptions

SITE_FOLDER = "build/schema"
"""The folder of the schemas of a site, below its project: ignored by git, and named in `.vscode/schema/`."""
_USED_BY = ".vscode/schema"
# Accepts nothing. A reference to it in a file that does not exist accepts all, so .vscode/schema/ can tell both apart.
_NOTHING: Schema = {"not": {}}
_NO_SOURCE = "There is no such source in seeds/."
_NO_PARTY = "There is no such party in briefings/parties.yml."
_NO_SPEAKER = "There is no such speaker in briefings/parties.yml."
_NO_ISSUE = "There is no such issue in briefing.yml."
_NO_OPTION = "No issue has such an option in briefing.yml."
_NEW = "What you just added is known after the next build; the preview knows it at once."


def site_schemas(corpus: Corpus) -> Mapping[str, str]:
    """Return the schemas of a site as JSON text by file name."""
    found = {name: format_schema(name) for name in FILES}
    sources, speakers, issues = _sources(corpus), _speakers(corpus), _issues(corpus)
    parties = {name: party.name for name, party in corpus.parties.items()}
    abouts = [source.about for source in corpus.sources.values()]
    tags = (tag for briefing in corpus.briefings.values() for tag in briefing.about.tags)
    for name, node, key, choices, error in (
        ("source", "", "publisher", {about.publisher: "" for about in abouts if about.publisher}, ""),
        ("source", "", "origin", {about.origin: "" for about in abouts if about.origin}, ""),
        ("source", "", "party", parties, _NO_PARTY),
        ("source", "", "parties", parties, _NO_PARTY),
        ("source", "", "speaker", speakers, _NO_SPEAKER),
        ("parties", "Party", "part_of", parties, ""),
        ("names", "ContestedName", "used_by", parties, _NO_PARTY),
        ("briefing", "", "parties", parties, _NO_PARTY),
        ("briefing", "", "tags", dict.fromkeys(tags, ""), ""),
        ("briefing", "Analysis", "about", issues, ""),
        ("briefing", "Evidence", "source", sources, _NO_SOURCE),
        ("briefing", "Evidence", "speaker", speakers, _NO_SPEAKER),
        ("briefing", "Evidence", "parties", parties, _NO_PARTY),
        ("position", "", "party", parties, _NO_PARTY),
        ("position", "Position", "issue", issues, _NO_ISSUE),
        ("position", "Position", "option", _options(corpus), _NO_OPTION),
        ("position", "Evidence", "source", sources, _NO_SOURCE),
        ("position", "Evidence", "speaker", speakers, _NO_SPEAKER),
        ("position", "Evidence", "parties", parties, _NO_PARTY),
    ):
        properties = (found[name]["$defs"][node] if node else found[name])["properties"]
        _offer(properties, key, choices, "" if corpus.unread else error)
    _offer_stances(corpus, found["position"])
    for schema in found.values():
        schema.setdefault("$defs", {})["Missing"] = _NOTHING
    return {f"{name}.schema.json": as_text(schema) for name, schema in found.items()}


def _offer(properties: Schema, key: str, choices: Mapping[str, str], error: str) -> None:
    """Offer `choices`, texts with a description each, for the value of `key`. With an `error`, refuse other texts with it."""
    if not choices:
        return
    schema = properties[key]
    if schema.get("type") == "array":
        properties, key, schema = schema, "items", schema["items"]
    about = {name: schema[name] for name in ("title", "description") if name in schema}
    choice: Schema = {"enum": list(choices)}
    if any(choices.values()):
        choice["enumDescriptions"] = list(choices.values())
    if error:
        properties[key] = about | choice | {"type": "string", "errorMessage": f"{error} {_NEW}"}
    else:
        rest = {name: value for name, value in schema.items() if name not in about}
        properties[key] = about | {"anyOf": [choice, rest]}


def _offer_stances(corpus: Corpus, schema: Schema) -> None:
    """Offer the stances of all briefings for positions."""
    scales = [scale for briefing in corpus.briefings.values() for scale in briefing.scales]
    levels = {level.code: level for scale in scales for level in scale}
    described = stance_descriptions()
    stances = {
        code: f"{level.label}. {described[code] if level in DEFAULT_SCALE else level.definition or ''}".strip()
        for code, level in levels.items()
    }
    stances |= {code: described[code] for code in (UNCLEAR, *ABSENCES)}
    choices = schema["$defs"]["Position"]["properties"]["stance"]["anyOf"][0]
    choices |= {"enum": list(stances), "enumDescriptions": list(stances.values())}


def _sources(corpus: Corpus) -> Mapping[str, str]:
    found = {}
    for name, source in corpus.sources.items():
        details = (source.about.title, source.about.publisher, source.about.published)
        found[name] = " – ".join(str(detail) for detail in details if detail)
    return found


def _speakers(corpus: Corpus) -> Mapping[str, str]:
    return {
        name: f"{', '.join(filter(None, (speaker.name, speaker.role_on(None))))} ({party.label})"
        for party in corpus.parties.values()
        for name, speaker in party.speakers.items()
    }


def _issues(corpus: Corpus) -> Mapping[str, str]:
    found = {}
    for briefing in corpus.briefings.values():
        where = f" ({briefing.about.title})" if len(corpus.briefings) > 1 else ""
        for name, issue in briefing.about.issues.items():
            found[name] = f"{issue.title}: {issue.question}{where}"
    return found


def _options(corpus: Corpus) -> Mapping[str, str]:
    """Return the options of all issues, each with its label and its issue."""
    return {
        name: f"{option.label}{f'. {option.text}' if option.text else ''} ({issue.title})"
        for briefing in corpus.briefings.values()
        for issue in briefing.about.issues.values()
        for name, option in issue.options.items()
    }


def write_schemas(root: Path, folder: str, texts: Mapping[str, str]) -> list[str]:
    """Write each text to the file of its name in `folder`, a path below `root`.

    Return the paths of the files that changed; editors' programs reload only these. Raise EditError if they cannot be written.
    """
    files = {f"{folder}/{name}": text.encode() for name, text in texts.items()}
    read = {path: (root / path).read_bytes() for path in files if (root / path).is_file()}
    changed = {path: raw for path, raw in files.items() if read.get(path) != raw}
    write_all(root, changed, read=read)
    return [*changed]


def renew(root: Path, corpus: Corpus) -> str:
    """Write the schemas of the site at `root` if editors' programs use them. Return a warning, or ""."""
    if (root / _USED_BY).is_dir():
        try:
            write_schemas(root, SITE_FOLDER, site_schemas(corpus))
        except EditError as error:
            return f"the schemas in {SITE_FOLDER} are not up to date: {error}"
    return ""


def switch(kind: str, plain: str) -> str:
    """Return the file in `.vscode/schema/` for a kind of file: it uses the schema of the site, else that in `plain`."""
    format_, site = f"{plain}/{kind}.schema.json", f"../../{SITE_FOLDER}/{kind}.schema.json"
    return f"""{{
  "$schema": "{DIALECT}",
  "$comment": "The schema of this site, else that of the format.",
  "allOf": [{{"$ref": "{format_}"}}],
  "schemaSequence": [
    {{
      "if": {{"$ref": "{site}#/$defs/Missing"}},
      "then": {{"$ref": "{format_}"}},
      "else": {{"$ref": "{site}"}}
    }}
  ]
}}
"""
