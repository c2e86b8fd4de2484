"""Two states of a project as data: the JSON export of every briefing, with the identifiers of today."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.content.files import FOLDERS, ORIGINALS, passed_over
from generator.content.model import RenamedFile
from generator.diagnostics import Severity
from generator.edit.diff.compare import Section, compare
from generator.edit.git import files_at
from generator.language import Language
from generator.memory import Memory
from generator.pipeline import Examined, examine, site_of
from generator.site.exports.briefing_json import briefing_data, to_json
from generator.site.pages.views import Views
from generator.store import Store

# The keys of the export that name a party, an issue or a source.
_LISTS = {"parties": "party", "issues": "issue", "sources": "source"}


@dataclass(frozen=True)
class Comparison:
    """What changed since a revision; with `errors` at the revision, nothing could be compared."""

    revision: str
    sections: tuple[Section, ...]
    errors: int = 0


def compare_with(
    revision: str, root: Path, examined: Examined, language: Language, name: str = ""
) -> Comparison:
    """Compare the project at `root`, which was `examined`, with its state at `revision`. Raise EditError.

    `name` is what the report calls the revision.
    """
    files = {
        path: raw
        for path, raw in files_at(root, revision, FOLDERS).items()
        if not any(map(passed_over, path.split("/"))) and not path.startswith(f"{ORIGINALS}/")
    }
    memory = Memory(Store.of_user())
    before = examine(files, language=language.code, today=examined.content.today, memory=memory)
    name = name or revision
    if before.has_errors:
        errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in before.diagnostics)
        return Comparison(name, (), errors)
    renamed = examined.content.corpus.renamed or RenamedFile()
    old = [_with_new_ids(briefing, renamed) for briefing in _exports(before, language)]
    new = _exports(examined, language)
    sections = compare(*({briefing["id"]: briefing for briefing in exports} for exports in (old, new)))
    return Comparison(name, sections)


def _exports(examined: Examined, language: Language) -> list[dict[str, Any]]:
    site = site_of(examined, language=language)
    briefings = site.corpus.briefings.values()
    return [json.loads(to_json(briefing_data(Views(site, briefing)))) for briefing in briefings]


def _with_new_ids(briefing: dict[str, Any], renamed: RenamedFile) -> dict[str, Any]:
    """Return the export of an earlier state with the identifiers that `renamed` gives to parties, issues and sources."""
    slug = renamed.briefings.get(briefing["id"], briefing["id"])
    names = {
        "party": renamed.parties,
        "issue": renamed.issues.get(slug, {}),
        "source": renamed.sources,
    }
    return {**{key: _replace_ids(value, key, names) for key, value in briefing.items()}, "id": slug}


def _replace_ids(value: Any, key: str, names: Mapping[str, Mapping[str, str]]) -> Any:
    """Replace identifiers in a value of the export that is found under `key`."""
    if isinstance(value, list):
        kind = _LISTS.get(key, key)
        return [_replace_ids(item, kind if isinstance(item, str) else key, names) for item in value]
    if isinstance(value, dict):
        kind = _LISTS.get(key, "")
        return {
            inner: _replace_ids(item, kind if inner == "id" else inner, names)
            for inner, item in value.items()
        }
    return names.get(key, {}).get(value, value) if isinstance(value, str) else value
