"""The file with all renames: the site redirects the old pages to the new ones."""

from collections.abc import Mapping

import yaml

from generator.content.model import RenamedFile

PATH = "briefings/renamed.yml"
_COMMENT = "# Renamed identifiers. The site redirects the old pages to the new ones. `briefing rename` writes this file.\n"
_KEYS = {"briefing": "briefings", "party": "parties", "source": "sources"}


def add_redirect(
    before: RenamedFile | None, kind: str, old: str, new: str, briefing: str = ""
) -> bytes | None:
    """Return renamed.yml with a rename added, so that all earlier names lead to `new`.

    `briefing` is the briefing of an issue. Return None for a kind without pages of its own.
    """
    data = (before or RenamedFile()).model_dump()
    issues = data["issues"]
    if kind == "issue":
        issues[briefing] = _with(issues.get(briefing, {}), old, new)
    elif kind in _KEYS:
        data[_KEYS[kind]] = _with(data[_KEYS[kind]], old, new)
    else:
        return None
    if kind == "briefing" and old in issues:
        issues[new] = issues.pop(old)
    data["issues"] = {slug: names for slug, names in issues.items() if names}
    return (_COMMENT + yaml.safe_dump({key: names for key, names in data.items() if names})).encode()


def _with(names: Mapping[str, str], old: str, new: str) -> dict[str, str]:
    """Return `names`, new ones by old ones, with a rename added; what has its old name again is left out."""
    redirected = {earlier: new if now == old else now for earlier, now in names.items()} | {old: new}
    return {earlier: now for earlier, now in redirected.items() if earlier != now}
