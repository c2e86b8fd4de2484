"""A new identifier instead of an old one: in all YAML files, in the names of files, and as a redirect from the old pages.

Only the identifiers themselves change; every other byte of a file stays the same.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
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

KINDS = ("briefing", "party", "source", "issue", "proposal", "speaker")
_BOM = "\ufeff"


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
    kind, old, new = request.kind, request.old, request.new
    owners = _owners(project.corpus, kind)
    owner = _owner(owners, request)
    free_id(kind, new, owners[owner])
    shared = kind == "speaker" and sum(old in names for names in owners.values()) > 1
    changed = {
        path: new_raw
        for path, raw in project.files.items()
        if path.endswith(".yml")
        and place(path)
        and (new_raw := _renamed(path, raw, request, owner, shared)) != raw
    }
    moved = {path: to for path in project.files if (to := _new_path(path, kind, old, new)) != path}
    created = {to: changed.pop(path, project.files[path]) for path, to in moved.items()}
    if redirects := add_redirect(project.corpus.renamed, kind, old, new, *owner):
        (changed if PATH in project.files else created)[PATH] = redirects
    return Change(created=created, changed=changed, removed=tuple(moved))


Owner = tuple[str, ...]
"""What an identifier belongs to: nothing, a party, a briefing, or a briefing and its issue."""


def _owners(corpus: Corpus, kind: str) -> Mapping[Owner, Collection[str]]:
    """Return all identifiers of a kind by their owner."""
    match kind:
        case "speaker":
            return {(name,): party.speakers for name, party in corpus.parties.items()}
        case "issue":
            return {(slug,): briefing.about.issues for slug, briefing in corpus.briefings.items()}
        case "proposal":
            return {
                (slug, name): issue.proposals
                for slug, briefing in corpus.briefings.items()
                for name, issue in briefing.about.issues.items()
            }
    return {(): {"briefing": corpus.briefings, "party": corpus.parties, "source": corpus.sources}[kind]}


def _owner(owners: Mapping[Owner, Collection[str]], request: Rename) -> Owner:
    """Return the owner of the old identifier. Raise EditError if there is none, or several fit the request."""
    chosen = (request.party,) if request.kind == "speaker" else (request.briefing, request.issue)
    fitting = [
        owner
        for owner, names in owners.items()
        if request.old in names and all(name in ("", part) for name, part in zip(chosen, owner, strict=False))
    ]
    if not fitting:
        find_name(request.kind, request.old, sorted({name for names in owners.values() for name in names}))
        raise EditError(f"There is no {request.kind} “{request.old}” in {', '.join(filter(None, chosen))}.")
    if len(fitting) > 1:
        options = "--party" if request.kind == "speaker" else "--briefing or --issue"
        places = "; ".join(" ".join(owner) for owner in fitting)
        raise EditError(
            f"Several have {'an' if request.kind == 'issue' else 'a'} {request.kind} “{request.old}”: {places}. Choose one with {options}."
        )
    return fitting[0]


def _new_path(path: str, kind: str, old: str, new: str) -> str:
    """Return the path of a file after a rename; most stay the same."""
    match kind, path.split("/"):
        case "briefing", ["briefings", slug, *rest] if slug == old and rest:
            return "/".join(["briefings", new, *rest])
        case "source", ["seeds", name] if name in {f"{old}.txt", f"{old}.yml"}:
            return f"seeds/{name.replace(old, new)}"
        case "party", ["briefings", slug, "positions", name] if name == f"{old}.yml":
            return f"briefings/{slug}/positions/{new}.yml"
    return path


def _patterns(request: Rename, owner: Owner, positions: Any, *, shared: bool) -> tuple[str, ...]:
    """Return where files have an identifier, as patterns of PATH#STEPS; steps to a key end with a colon."""
    old = request.old
    match request.kind, owner:
        case "party", ():
            return (
                f"briefings/parties.yml#{old}:",
                "briefings/parties.yml#*/part_of/*",
                "briefings/names.yml#*/used_by/*",
                "briefings/*/briefing.yml#parties/*",
                f"briefings/*/positions/{old}.yml#party",
            )
        case "source", ():
            return ("*evidence/*/source",)
        case "issue", (slug,):
            return (
                f"briefings/{slug}/briefing.yml#issues/{old}:",
                f"briefings/{slug}/briefing.yml#analysis/*/about/*",
                f"briefings/{slug}/positions/*#positions/*/issue",
            )
        case "proposal", (slug, issue):
            entries = [
                index
                for index, entry in enumerate(positions)
                if isinstance(entry, YamlMap) and entry.get("issue") == issue
            ]
            return (
                f"briefings/{slug}/briefing.yml#issues/{issue}/proposals/{old}:",
                *(f"briefings/{slug}/positions/*#positions/{index}/stance/{old}:" for index in entries),
            )
        case "speaker", (party,):
            # A briefing does not say whose speaker it names.
            in_briefings = () if shared else ("briefings/*/briefing.yml#*evidence/*/speaker",)
            return (
                f"briefings/parties.yml#{party}/speakers/{old}:",
                f"briefings/*/positions/{party}.yml#*evidence/*/speaker",
                *in_briefings,
            )
    return ()


def _renamed(path: str, raw: bytes, request: Rename, owner: Owner, shared: bool) -> bytes:  # noqa: FBT001
    """Return the bytes of a file with the new identifier at each place that has the old one."""
    file, _ = read_yaml(path, raw)
    if file is None:
        raise EditError(f"{path} has errors. Run `briefing check`.")
    patterns = _patterns(request, owner, file.data.get("positions", ()), shared=shared)
    locations = [
        locate()
        for steps, text, locate in _texts(file.data)
        if text == request.old and any(fnmatchcase(f"{path}#{steps}", pattern) for pattern in patterns)
    ]
    return _replaced(raw, request.old, request.new, locations) if locations else raw


def _texts(data: Any, steps: str = "") -> Iterator[tuple[str, Any, Callable[[], Location]]]:
    """Yield the steps, the text and the location of each key and each value in YAML data."""
    if isinstance(data, YamlMap):
        for key, value in data.items():
            yield f"{steps}{key}:", key, partial(data.key_location, key)
            yield f"{steps}{key}", value, partial(data.value_location, key)
            yield from _texts(value, f"{steps}{key}/")
    elif isinstance(data, YamlList):
        for index, value in enumerate(data):
            yield f"{steps}{index}", value, partial(data.item_location, index)
            yield from _texts(value, f"{steps}{index}/")


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
