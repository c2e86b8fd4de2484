"""Replace an identifier in all YAML files and in the names of files, and redirect the old pages.

Only the identifiers themselves change; every other byte of a file stays the same.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import partial
from typing import Any

from generator.content.files import ORIGINALS
from generator.content.model import Corpus
from generator.content.model.attribution import speaker_of_source, speaks_for
from generator.content.originals import originals_of
from generator.content.paths import file_kind
from generator.content.strict_yaml import read_yaml
from generator.edit.error import EditError
from generator.edit.names import find_name, free_id
from generator.edit.project import Change, Project
from generator.edit.redirects import PATH, add_redirect
from generator.location import Location, YamlList, YamlMap, location_at

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
        "*evidence/*/parties/*",
        "seeds/*#party",
        "seeds/*#parties/*",
    ),
    "issue": (
        "briefings/{owner[0]}/briefing.yml#issues/{old}:",
        "briefings/{owner[0]}/briefing.yml#analysis/*/about/*",
        "briefings/{owner[0]}/positions/*#positions/*/issue",
    ),
    "proposition": (
        "briefings/{owner[0]}/briefing.yml#issues/{owner[1]}/propositions/{old}:",
        "briefings/{owner[0]}/positions/*#positions/*={owner[1]}/stance/{old}:",
    ),
    "option": (
        "briefings/{owner[0]}/briefing.yml#issues/{owner[1]}/options/{old}:",
        "briefings/{owner[0]}/positions/*#positions/*={owner[1]}/option",
    ),
    "speaker": (
        "briefings/parties.yml#{owner[0]}/speakers/{old}:",
        "briefings/*/positions/{owner[0]}.yml#*evidence/*/speaker",
    ),
}
KINDS = tuple(_PLACES)
# Where evidence and sources do not say which party's speaker they mean.
_SPEAKER_OF_ANY_PARTY = ("briefings/*#*evidence/*/speaker", "seeds/*#speaker")


def rename(project: Project, kind: str, name: str, new: str) -> Change:
    """Return the change that renames `name`, an identifier of one of KINDS, to `new`.

    An issue is named as BRIEFING/ISSUE, a proposition as BRIEFING/ISSUE/PROPOSITION, an option in the same way, a speaker as PARTY/SPEAKER. Raise EditError
    if the project has errors, there is no such identifier, the new one is taken, or a file writes the old one in an
    unusual way.
    """
    if project.examined.has_errors:
        raise EditError("The project has errors. Run `briefing check` and correct them first.")
    corpus = project.corpus
    *owner, old = name.split("/")
    siblings = _siblings(corpus, kind, owner)
    find_name(kind, old, siblings)
    free_id(kind, new, siblings)
    patterns = [pattern.format(old=old, owner=owner) for pattern in _PLACES[kind]]
    if kind == "speaker":
        patterns += _places_of_speaker(corpus, owner[0], old)
    changed = {}
    for path, raw in project.files.items():
        if path.endswith(".yml") and file_kind(path):
            new_raw = _renamed(path, raw, old, new, patterns)
            if new_raw != raw:
                changed[path] = new_raw
    moved = {path: to for path in project.files if (to := _new_path(path, kind, old, new)) != path}
    created = {to: changed.pop(path, project.files[path]) for path, to in moved.items()}
    originals = _originals(project, old) if kind == "source" else {}
    for path, raw in originals.items():
        moved[path] = f"{ORIGINALS}/{new}.{path.rpartition('.')[2]}"
        created[moved[path]] = raw
    redirects = add_redirect(corpus.renamed, kind, old, new, *owner[:1])
    if redirects is not None:
        (changed if PATH in project.files else created)[PATH] = redirects
    old_paths = {to: path for path, to in moved.items()}
    return Change(created=created, changed=changed, removed=tuple(moved), moved=old_paths, read=originals)


def _originals(project: Project, source: str) -> Mapping[str, bytes]:
    """Return the originals of a source, as bytes by path. Raise EditError if one cannot be read."""
    try:
        return {path: (project.root / path).read_bytes() for path in originals_of(project.root, source)}
    except OSError as error:
        raise EditError(f"{error.filename} cannot be read: {error.strerror}.") from None


def _siblings(corpus: Corpus, kind: str, owner: Sequence[str]) -> Collection[str]:
    """Return all identifiers of a kind with the same owner: a party, a briefing, a briefing and an issue, or nothing."""
    match kind, owner:
        case "briefing", []:
            return corpus.briefings
        case "party", []:
            return corpus.parties
        case "source", []:
            return corpus.sources
        case "speaker", [party]:
            return corpus.parties[find_name("party", party, corpus.parties)].speakers
        case ("issue", [slug]) | ("proposition" | "option", [slug, _]):
            issues = corpus.briefings[find_name("briefing", slug, corpus.briefings)].about.issues
            if kind == "issue":
                return issues
            issue = issues[find_name("issue", owner[1], issues)]
            return issue.propositions if kind == "proposition" else issue.options
    forms = {
        "issue": "BRIEFING/ISSUE",
        "proposition": "BRIEFING/ISSUE/PROPOSITION",
        "option": "BRIEFING/ISSUE/OPTION",
        "speaker": "PARTY/SPEAKER",
    }
    raise EditError(f"Name the {kind} as {forms.get(kind, 'its identifier alone')}.")


def _places_of_speaker(corpus: Corpus, party: str, speaker: str) -> Iterator[str]:
    """Yield the places outside the files of a party that name its speaker, as patterns."""
    if sum(speaker in about.speakers for about in corpus.parties.values()) == 1:
        yield from _SPEAKER_OF_ANY_PARTY
        return
    for bloc in corpus.parties[party].part_of:
        speaks = speaks_for(corpus.parties, bloc, speaker)
        if speaks and speaks.party == party:
            yield f"briefings/*/positions/{bloc}.yml#*evidence/*/speaker"
    for name, source in corpus.sources.items():
        speaks = speaker_of_source(corpus, source)
        if source.about.speaker == speaker and speaks and speaks.party == party:
            yield f"seeds/{name}.yml#speaker"


def _new_path(path: str, kind: str, old: str, new: str) -> str:
    """Return the path of a file after a rename; most stay the same."""
    found = re.fullmatch(_FILES.get(kind, "").format(old=re.escape(old)), path)
    return f"{found[1]}{new}{found[2]}" if found else path


def _renamed(path: str, raw: bytes, old: str, new: str, patterns: Collection[str]) -> bytes:
    """Return the bytes of a file with `new` instead of `old` at the places that `patterns` match."""
    data, _ = read_yaml(path, raw)
    if data is None:
        raise EditError(f"{path} has errors. Run `briefing check`.")
    locations = [
        locate()
        for steps, text, locate in _texts(data)
        if text == old and any(fnmatchcase(f"{path}#{steps}", pattern) for pattern in patterns)
    ]
    return _replaced(raw, old, new, locations) if locations else raw


def _texts(data: Any, steps: str = "") -> Iterator[tuple[str, Any, Callable[[], Location]]]:
    """Yield the steps, the text and the location of each key and each value in YAML data.

    Steps are keys and indexes, such as `issues/closing/title`. Those to a key itself end with a colon. An index of an
    entry on an issue is followed by the issue: `positions/0=closing/stance`.
    """
    if isinstance(data, YamlMap):
        for key, value in data.items():
            yield f"{steps}{key}:", key, partial(data.key_location, key)
            yield f"{steps}{key}", value, partial(location_at, data, [key])
            yield from _texts(value, f"{steps}{key}/")
    elif isinstance(data, YamlList):
        for index, value in enumerate(data):
            yield f"{steps}{index}", value, partial(location_at, data, [index])
            issue = f"={value['issue']}" if isinstance(value, YamlMap) and "issue" in value else ""
            yield from _texts(value, f"{steps}{index}{issue}/")


def _replaced(raw: bytes, old: str, new: str, locations: Collection[Location]) -> bytes:
    """Return a file with `new` instead of `old` at each location. Raise EditError if `old` is written in another way there."""
    encoding = "utf-8-sig" if raw.startswith(BOM_UTF8) else "utf-8"
    rows = raw.decode(encoding).split("\n")
    for location in sorted(set(locations), reverse=True):
        row, start = rows[location.line - 1], location.column - 1
        start += row[start : start + 1] in ('"', "'")
        if not row.startswith(old, start):
            raise EditError(
                f"{location}: “{old}” is written in an unusual way here. Change it yourself first."
            )
        rows[location.line - 1] = f"{row[:start]}{new}{row[start + len(old) :]}"
    return "\n".join(rows).encode(encoding)
