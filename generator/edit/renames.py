"""The file that says what was renamed, so that pages at old addresses lead on to the new ones."""

from __future__ import annotations

from collections.abc import Mapping

from generator.content.model import RenamedFile

PATH = "briefings/renamed.yml"
_HEAD = "# What was renamed: pages at the old addresses lead on to the new ones. `briefing rename` writes this file.\n"
_KEYS = {"briefing": "briefings", "party": "parties", "source": "sources"}
Names = Mapping[str, str]


def recorded(before: RenamedFile | None, kind: str, old: str, new: str, slug: str = "") -> bytes | None:
    """Give the file with a rename added; None where nothing has an address of its own, as speakers and proposals.

    What was renamed to `old` before leads on to `new`.
    """
    found = before or RenamedFile()
    held: dict[str, Names] = {key: getattr(found, key) for key in _KEYS.values()}
    issues = {name: dict(names) for name, names in found.issues.items()}
    if kind == "issue":
        issues[slug] = _with(issues.get(slug, {}), old, new)
    elif kind in _KEYS:
        held[_KEYS[kind]] = _with(held[_KEYS[kind]], old, new)
        if kind == "briefing" and old in issues:
            issues[new] = issues.pop(old)
    else:
        return None
    lines = [_HEAD.rstrip("\n")]
    for key, names in held.items():
        if names:
            lines += [f"{key}:", *(f"  {was}: {now}" for was, now in sorted(names.items()))]
    if any(issues.values()):
        lines.append("issues:")
        for name, names in sorted(issues.items()):
            lines += (
                [f"  {name}:", *(f"    {was}: {now}" for was, now in sorted(names.items()))] if names else []
            )
    return ("\n".join(lines) + "\n").encode()


def _with(names: Names, old: str, new: str) -> dict[str, str]:
    led = {was: new if now == old else now for was, now in names.items()} | {old: new}
    return {was: now for was, now in led.items() if was != new}
