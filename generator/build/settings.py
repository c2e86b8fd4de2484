"""What mkdocs.yml says, read without MkDocs: the language, name and address of the site, and whether it makes briefings at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.content.files import WRONG_SETTINGS
from generator.diagnostics import Diagnostic
from generator.language import ENGLISH, Language
from generator.location import Location
from generator.site.repository import RepositoryError, repository
from generator.site.site import AddressError, Publication, publication


class SettingsError(Exception):
    """The settings cannot be used; the message says why, and what to do."""


def site_language(root: Path) -> Language:
    """Give the language of the site's words: the theme's. Raises SettingsError where mkdocs.yml cannot be read."""
    theme = read_settings(root / "mkdocs.yml").get("theme")
    return Language(resolved(theme.get("language")) or ENGLISH.code) if isinstance(theme, dict) else ENGLISH


def check_settings(root: Path) -> None:
    """Look whether MkDocs would make briefings at all. Raises SettingsError where it would not, or mkdocs.yml cannot be read."""
    plugins = listed(read_settings(root / "mkdocs.yml"), "plugins")
    if all(named("briefings", one) is None for one in plugins):
        raise SettingsError(
            "mkdocs.yml does not name the plugin briefings: write “- briefings” below “plugins:”."
        )


def settings_faults(root: Path) -> tuple[Diagnostic, ...]:
    """Tell what in mkdocs.yml stops a build, as far as it is known without MkDocs; nothing where there is no such file."""
    path = root / "mkdocs.yml"
    if not path.exists():
        return ()
    try:
        check_settings(root)
        site_publication(root)
    except SettingsError as fault:
        cause = fault.__cause__
        place = cause.problem_mark if isinstance(cause, yaml.MarkedYAMLError) else None
        if place is None:
            location, message = Location(path.name), str(fault).removeprefix(f"{path}").lstrip(" ,:")
        else:
            line = path.read_text(encoding="utf-8").splitlines()[place.line :][:1]
            location = Location(path.name, place.line + 1, place.column + 1, 1, "".join(line))
            message = f"this cannot be read as YAML: {getattr(cause, 'problem', '')}"
        return (WRONG_SETTINGS.at(location, message, "Mend it: a build stops at these settings."),)
    return ()


def site_publication(root: Path) -> Publication:
    """Give where readers find the site, by its settings. Raises SettingsError where mkdocs.yml cannot be read."""
    settings = read_settings(root / "mkdocs.yml")
    name, address = (resolved(settings.get(key)) for key in ("site_name", "site_url"))
    plugins = (named("briefings", one) for one in listed(settings, "plugins"))
    own = next((one for one in plugins if one is not None), {})
    place, branch, file, report = (
        resolved(own.get(key)) for key in ("repository", "branch", "edit_link", "report_link")
    )
    try:
        return publication(name, address, repository(place, branch or "main", file, report))
    except (RepositoryError, AddressError) as fault:
        raise SettingsError(f"{root / 'mkdocs.yml'}: {fault}") from None


def site_address(root: Path) -> str:
    """Give the address that the settings have for the site, whatever it is. Raises SettingsError where mkdocs.yml cannot be read."""
    return resolved(read_settings(root / "mkdocs.yml").get("site_url"))


def resolved(value: object) -> str:
    """Give a setting as MkDocs would: `!ENV [NAME, default]` is the first variable that is set, else the default."""
    if not isinstance(value, _Tagged):
        return str(value or "")
    names, default = (
        [one for one in nodes if isinstance(one, yaml.ScalarNode)] for nodes in _variables(value.node)
    )
    given = [os.environ[one.value] for one in names if one.value in os.environ]
    return str([*given, *(one.value for one in default if not one.tag.endswith(":null")), ""][0])


def _variables(node: yaml.Node) -> tuple[list[yaml.Node], list[yaml.Node]]:
    """Give the variables that `!ENV` names, and the default where there is one."""
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return (nodes[:-1], nodes[-1:]) if len(nodes) > 1 else (nodes, [])


class _Tagged(yaml.YAMLObject):
    """A value such as `!ENV [NAME, default]`, kept as it was written."""

    def __init__(self, node: yaml.Node) -> None:
        self.node = node


class _Loader(yaml.SafeLoader):
    """Reads MkDocs settings, tags and all."""


class _Dumper(yaml.SafeDumper):
    """Writes what `_Loader` has read."""


def _tagged(_loader: yaml.Loader, suffix: str, node: yaml.Node) -> _Tagged:
    if suffix == "ENV" and not all(isinstance(one, yaml.ScalarNode) for one in _variables(node)[0]):
        raise yaml.constructor.ConstructorError(
            None, None, "behind !ENV stand names of variables", node.start_mark
        )
    return _Tagged(node)


_Loader.add_multi_constructor("!", _tagged)
_Dumper.add_representer(_Tagged, lambda _dumper, value: value.node)


def read_settings(path: Path) -> dict[str, Any]:
    """Read the settings at `path`. Raises SettingsError where they cannot be read, or others are named that they build on."""
    try:
        settings = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a SafeLoader
    # PyYAML does not catch what a day such as 2025-99-99, `!!bool x` or too many brackets raise.
    except (OSError, ValueError, LookupError, AttributeError, RecursionError, yaml.YAMLError) as fault:
        said = fault.strerror if isinstance(fault, OSError) else fault
        raise SettingsError(f"{path} cannot be read: {said}") from fault
    if not isinstance(settings, dict):
        raise SettingsError(f"{path} holds no settings: it begins with keys such as site_name.")
    if "INHERIT" in settings:
        raise SettingsError(
            f"{path}: write all settings into this file; those that INHERIT names are not read."
        )
    return settings


def settings_text(settings: Mapping[str, Any]) -> str:
    """Write settings that were read, tags and all."""
    return yaml.dump(settings, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


def listed(settings: Mapping[str, Any], key: str) -> list[Any]:
    """Give a list of the settings, which may be written as a mapping, or be a key with nothing behind it."""
    value = settings.get(key) or []
    if isinstance(value, dict):
        return [{name: own} for name, own in value.items()]
    return value if isinstance(value, list) else []


def named(name: str, entry: Any) -> dict[str, Any] | None:
    """Give the settings of a plugin or an extension where it is `name`; None where it is another."""
    if isinstance(entry, dict) and name in entry:
        return entry[name] if isinstance(entry[name], dict) else {}
    return {} if entry == name else None
