"""A new identifier instead of an old one: in all YAML files, in the names of files, and as a redirect from the old pages.

Only the identifiers themselves change; every other byte of a file stays the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import partial
from typing import Any

from generator.content.load.paths import place
from generator.content.model import Corpus
from generator.content.strict_yaml import read_yaml
from generator.edit.new.questions import find_name, free_id
from generator.edit.project import Change, EditError, Project
from generator.edit.redirects import PATH, add_redirect
from generator.location import Location, YamlList, YamlMap

_BOM = "\ufeff"
# The files whose path contains an identifier, as regular expressions.
_FILES = {
    "briefing": r"(briefings/){old}(/.+)",
    "source": r"(seeds/){old}(\.txt|\.yml)",
    "party": r"(briefings/[^/]+/positions/){old}(\.yml)",
}
# Where files contain an identifier, as patterns of PATH#STEPS (see _texts).
_PLACES = {
    "briefing": (),
    "source": ("*evidence/*/source",),
    "party": (
        "briefings/parties.yml#{old}:",
        "briefings/parties.yml#*/part_of/*",
        "briefings/names.yml#*/used_by/*",
        "briefings/*/briefing.yml#parties/*",
        "briefings/*/positions/{old}.yml#party",
    ),
    "issue": (
        "briefings/{briefing}/briefing.yml#issues/{old}:",
        "briefings/{briefing}/briefing.yml#analysis/*/about/*",
        "briefings/{briefing}/positions/*#positions/*/issue",
    ),
    "proposal": (
        "briefings/{briefing}/briefing.yml#issues/{issue}/proposals/{old}:",
        "briefings/{briefing}/positions/*#positions/*={issue}/stance/{old}:",
    ),
    "speaker": (
        "briefings/parties.yml#{party}/speakers/{old}:",
        "briefings/*/positions/{party}.yml#*evidence/*/speaker",
    ),
}
KINDS = tuple(_PLACES)
# A briefing does not say whose speaker it means.
_SPEAKER_OF_ANY_PARTY = "briefings/*/briefing.yml#*evidence/*/speaker"


@dataclass(frozen=True, kw_only=True)
class Rename:
    """The rename of `old`, an identifier of one of KINDS, to `new`.

    `briefing`, `issue` and `party` say which issue, proposal or speaker, if several have the same identifier.
    """

    kind: str
    old: str
    new: str
    briefing: str = ""
    issue: str = ""
    party: str = ""


def rename(project: Project, request: Rename) -> Change:
    """Return the change that renames an identifier.

    Raise EditError if the project has errors, the old identifier is unknown or ambiguous, the new one is taken, or a
    file writes the old one in an unusual way.
    """
    if not project.examined.sound:
        raise EditError("The project has errors. Run `briefing check` and correct them first.")
    candidates = _candidates(project.corpus, request)
    request, names = _only_candidate(candidates, request)
    free_id(request.kind, request.new, names)
    places = [pattern.format(**vars(request)) for pattern in _PLACES[request.kind]]
    if request.kind == "speaker" and sum(request.old in names for _, names in candidates) == 1:
        places.append(_SPEAKER_OF_ANY_PARTY)
    changed = {
        path: new_raw
        for path, raw in project.files.items()
        if path.endswith(".yml") and place(path) and (new_raw := _renamed(path, raw, request, places)) != raw
    }
    moved = {path: to for path in project.files if (to := _new_path(path, request)) != path}
    created = {to: changed.pop(path, project.files[path]) for path, to in moved.items()}
    redirects = add_redirect(project.corpus.renamed, request.kind, request.old, request.new, request.briefing)
    if redirects is not None:
        (changed if PATH in project.files else created)[PATH] = redirects
    return Change(created=created, changed=changed, removed=tuple(moved))


Candidates = list[tuple[Rename, Collection[str]]]


def _candidates(corpus: Corpus, request: Rename) -> Candidates:
    """Return the request for each party, briefing or issue that can own the identifier, with all identifiers there."""
    match request.kind:
        case "speaker":
            return [(replace(request, party=name), party.speakers) for name, party in corpus.parties.items()]
        case "issue":
            return [
                (replace(request, briefing=slug), briefing.about.issues)
                for slug, briefing in corpus.briefings.items()
            ]
        case "proposal":
            return [
                (replace(request, briefing=slug, issue=name), issue.proposals)
                for slug, briefing in corpus.briefings.items()
                for name, issue in briefing.about.issues.items()
            ]
    names = {"briefing": corpus.briefings, "party": corpus.parties, "source": corpus.sources}
    return [(request, names[request.kind])]


def _only_candidate(candidates: Candidates, request: Rename) -> tuple[Rename, Collection[str]]:
    """Return the candidate that has the old identifier and fits the request. Raise EditError if there is not exactly one."""
    kind, old = request.kind, request.old
    owners = ("party",) if kind == "speaker" else ("briefing", "issue")
    fitting = [
        (candidate, names)
        for candidate, names in candidates
        if old in names
        and all(getattr(request, owner) in {"", getattr(candidate, owner)} for owner in owners)
    ]
    if not fitting:
        find_name(kind, old, sorted({name for _, names in candidates for name in names}))
        raise EditError(f"The {kind} “{old}” belongs to another {' or '.join(owners)}.")
    if len(fitting) > 1:
        places = "; ".join(
            " ".join(getattr(candidate, owner) for owner in owners).strip() for candidate, _ in fitting
        )
        options = " or ".join(f"--{owner}" for owner in owners)
        raise EditError(f"The {kind} “{old}” exists several times: {places}. Choose one with {options}.")
    return fitting[0]


def _new_path(path: str, request: Rename) -> str:
    """Return the path of a file after a rename; most stay the same."""
    pattern = _FILES.get(request.kind, "").format(old=re.escape(request.old))
    found = re.fullmatch(pattern, path)
    return f"{found[1]}{request.new}{found[2]}" if found else path


def _renamed(path: str, raw: bytes, request: Rename, places: Collection[str]) -> bytes:
    """Return the bytes of a file with the new identifier at each of the places that has the old one."""
    file, _ = read_yaml(path, raw)
    if file is None:
        raise EditError(f"{path} has errors. Run `briefing check`.")
    locations = [
        locate()
        for steps, text, locate in _texts(file.data)
        if text == request.old and any(fnmatchcase(f"{path}#{steps}", pattern) for pattern in places)
    ]
    return _replaced(raw, request.old, request.new, locations) if locations else raw


def _texts(data: Any, steps: str = "") -> Iterator[tuple[str, Any, Callable[[], Location]]]:
    """Yield the steps, the text and the location of each key and each value in YAML data.

    Steps are keys and indexes, such as `issues/closing/title`. Those to a key itself end with a colon. An index of an
    entry on an issue is followed by the issue: `positions/0=closing/stance`.
    """
    if isinstance(data, YamlMap):
        for key, value in data.items():
            yield f"{steps}{key}:", key, partial(data.key_location, key)
            yield f"{steps}{key}", value, partial(data.value_location, key)
            yield from _texts(value, f"{steps}{key}/")
    elif isinstance(data, YamlList):
        for index, value in enumerate(data):
            yield f"{steps}{index}", value, partial(data.item_location, index)
            issue = f"={value['issue']}" if isinstance(value, YamlMap) and "issue" in value else ""
            yield from _texts(value, f"{steps}{index}{issue}/")


def _replaced(raw: bytes, old: str, new: str, locations: Collection[Location]) -> bytes:
    """Return a file with `new` instead of `old` at each location. Raise EditError if `old` is written in another way there."""
    text = raw.decode()
    bom, text = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
    rows = text.split("\n")
    for location in sorted(set(locations), reverse=True):
        row, start = rows[location.line - 1], location.column - 1
        start += row[start : start + 1] in ('"', "'")
        if not row.startswith(old, start):
            raise EditError(
                f"{location}: “{old}” is written in an unusual way here. Change it yourself first."
            )
        rows[location.line - 1] = f"{row[:start]}{new}{row[start + len(old) :]}"
    return (bom + "\n".join(rows)).encode()
