"""Read mkdocs.yml without MkDocs: the language, name and URL of the site, and the options of the plugin."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag  # type: ignore[import-untyped]

from generator.content import rules
from generator.content.originals import IGNORE, ignored, original_errors
from generator.content.own_pages import docs_errors
from generator.diagnostics import Diagnostic
from generator.language import ENGLISH, Language
from generator.location import Location
from generator.site.publisher import publisher
from generator.site.repository import NOWHERE, Repository, SettingsError, repository
from generator.site.site import Publication, publication
from generator.store import Store

FILE = "mkdocs.yml"
ABOUT = "docs/about.md"
LARGEST = 100_000  # bytes of the settings; MkDocs and this module read them slowly, with the parser in Python
OPTIONS = (
    "publisher", "contact", "licence", "manuals", "keep_originals", "repository", "branch", "edit_link", "report_link",
)  # fmt: skip
"""The options of the plugin briefings."""
# Front matter and comments, and the heading, which the page has.
_NOT_TEXT = re.compile(r"\A---\n.*?^---$|<!--.*?-->", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"\A# .*")
_NO_PUBLISHER = (
    "Write under the plugin briefings:\n    publisher: The name of your newsroom, organisation or person"
)


class _Loader(yaml.SafeLoader):
    """Reads `!ENV [NAME, default]` as MkDocs does."""


_Loader.add_constructor("!ENV", construct_env_tag)


def read_settings(root: Path, name: str = FILE) -> dict[str, Any]:
    """Read the settings of the project at `root` from its file `name`. Raises SettingsError if they cannot be read, or inherit others."""
    try:
        if (size := (root / name).stat().st_size) > LARGEST:
            raise SettingsError(f"the file has {size:,} bytes; {LARGEST:,} are allowed.")
        settings = yaml.load((root / name).read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a SafeLoader
    except RecursionError as error:
        raise SettingsError("the file is nested too deeply: close open brackets.") from error
    # PyYAML does not convert the errors of values such as 2025-99-99 or `!!bool x`.
    except (OSError, ValueError, LookupError, AttributeError, yaml.YAMLError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise SettingsError(f"the file cannot be read: {reason}") from error
    if not isinstance(settings, dict):
        raise SettingsError("the file has no settings: add keys such as site_name.")
    if "INHERIT" in settings:
        raise SettingsError("INHERIT is not supported: write all settings into this file.")
    return settings


def site_language(root: Path) -> Language:
    """Return the language of the site, which is that of its theme. Raises SettingsError."""
    theme = read_settings(root).get("theme")
    language = theme.get("language") if isinstance(theme, dict) else None
    return Language(str(language)) if language else ENGLISH


def site_publication(root: Path) -> Publication:
    """Return where readers find the site. Raises SettingsError, also if the plugin is off: MkDocs would make no briefings."""
    settings = read_settings(root)
    options = _options_of_plugin(settings)
    _yes_or_no(options, "keep_originals", default=False)
    return publication_of(root, settings, options)


def keeps_originals(root: Path) -> bool:
    """Return whether git keeps the originals of sources; it does not if there are no settings. Raises SettingsError."""
    if not (root / FILE).exists():
        return False
    return _yes_or_no(_options_of_plugin(read_settings(root)), "keep_originals", default=False)


def _options_of_plugin(settings: Mapping[str, Any]) -> Mapping[str, Any]:
    for entry in as_list(settings, "plugins"):
        if (options := options_of("briefings", entry)) is not None:
            _check_names(options)
            return options
    raise SettingsError("the plugin briefings is missing: add “- briefings” under “plugins:”.")


def _check_names(options: Mapping[str, Any]) -> None:
    for name in options:
        if name not in (*OPTIONS, "enabled"):  # MkDocs can switch every plugin off
            message = f"the plugin briefings has no option “{name}”: its options are {', '.join(OPTIONS)}."
            raise SettingsError(message, key=str(name))


def publication_of(
    root: Path, settings: Mapping[str, Any], options: Mapping[str, Any], editor: Repository = NOWHERE
) -> Publication:
    """Return where readers find the site at `root`, by the `settings` of the site and the `options` of the plugin.

    Pages link to their files in the repository, or in `editor` if there is one. Raises SettingsError.
    """
    files = repository(
        url=_text(options, "repository"),
        branch=_text(options, "branch") or "main",
        file=_text(options, "edit_link"),
        report=_text(options, "report_link"),
    )
    return publication(
        name=_text(settings, "site_name"),
        url=_text(settings, "site_url"),
        repository=files if editor == NOWHERE else editor,
        publisher=publisher(options),
        manuals=_yes_or_no(options, "manuals", default=True),
        about=about_text(root),
    )


def _text(values: Mapping[str, Any], key: str) -> str:
    """Return a setting as a text; empty if there is none. Raises SettingsError for a list or mapping, which may have no end."""
    value = values.get(key)
    if isinstance(value, list | dict):
        raise SettingsError(f"{key}: a text is needed here, not a list or mapping", key=key)
    return str(value or "")


def about_text(root: Path) -> str:
    """Return what editors wrote for the page About in docs/about.md, without its front matter, heading and comments."""
    path = root / ABOUT
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{ABOUT} cannot be read ({error}): save it as UTF-8") from error
    return _HEADING.sub("", _NOT_TEXT.sub("", text).strip()).strip()


def _yes_or_no(options: Mapping[str, Any], key: str, *, default: bool) -> bool:
    value = options.get(key, default)
    if not isinstance(value, bool):
        raise SettingsError(f"{key} is “{value}”: write true or false", key=key)
    return value


def site_diagnostics(root: Path) -> tuple[Diagnostic, ...]:
    """Return what is wrong in mkdocs.yml, docs/ and the originals, which the site has beside its content."""
    return (*settings_diagnostics(root), *docs_errors(root), *original_errors(root, Store.of_user()))


def settings_diagnostics(root: Path) -> tuple[Diagnostic, ...]:
    """Return what is wrong in mkdocs.yml, as far as it can be found without MkDocs; nothing if there is no such file.

    An error would stop a build. A site without a publisher gets a warning, and one whose originals are not where it says.
    """
    path = root / FILE
    if not path.exists():
        return ()
    try:
        publisher = site_publication(root).publisher
    except SettingsError as error:
        location, message = _place(path, error.key), error.message
        if isinstance(error.__cause__, yaml.MarkedYAMLError) and (mark := error.__cause__.problem_mark):
            location = _location(path, mark)
            message = f"this is not valid YAML: {error.__cause__.problem}"
        return (rules.WRONG_SETTINGS.at(location, message, "Fix it: these settings stop a build."),)
    originals = _originals_in_git(root)
    if publisher.name:
        return originals
    location = _place(path, "publisher", "briefings", "plugins")
    return (
        rules.NO_PUBLISHER.at(location, "no page says who publishes this site", _NO_PUBLISHER),
        *originals,
    )


def _originals_in_git(root: Path) -> tuple[Diagnostic, ...]:
    """Return a warning if git keeps the originals although the settings do not say so, or the other way round."""
    found, keeps = ignored(root), keeps_originals(root)
    if found is None or found != keeps:
        return ()
    location = _place(root / FILE, "keep_originals", "briefings", "plugins")
    if keeps:
        message, hint = "keep_originals is true, but git ignores the originals", f"Delete {IGNORE}."
    else:
        message = "git would keep the originals, but the settings do not say so"
        hint = (
            f"If they may be in your repository, write keep_originals: true under the plugin briefings. If not, write one line "
            f"with * into {IGNORE}."
        )
    return (rules.ORIGINALS_IN_GIT.at(location, message, hint),)


def _place(path: Path, *keys: str) -> Location:
    """Return the place of the value of the first of `keys` that the settings have; the beginning of the file if they have none."""
    root = yaml.compose(path.read_text(encoding="utf-8"), _Loader) if any(keys) else None
    for key in keys:
        for found, value in _pairs(root):
            if found == key:
                return _location(path, value.start_mark)
    return Location(FILE)


def _pairs(root: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    """Yield every key below a node with its value. An alias is the node itself, which is looked at once."""
    seen: set[int] = set()
    nodes = [root]
    while nodes:
        node = nodes.pop()
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            yield from ((key.value, value) for key, value in node.value)
            nodes += reversed([value for _, value in node.value])
        elif isinstance(node, yaml.SequenceNode):
            nodes += reversed(node.value)


def _location(path: Path, mark: yaml.Mark) -> Location:
    line = path.read_text(encoding="utf-8").splitlines()[mark.line :][:1]
    return Location(FILE, mark.line + 1, mark.column + 1, 1, "".join(line))


def as_list(settings: Mapping[str, Any], key: str) -> list[Any]:
    """Return a list of the settings, which may be written as a mapping or have no value."""
    value = settings.get(key) or []
    if isinstance(value, dict):
        return [{name: options} for name, options in value.items()]
    return value if isinstance(value, list) else []


def options_of(name: str, entry: Any) -> dict[str, Any] | None:
    """Return the options of a list entry if it is the plugin or extension `name`, else None."""
    if isinstance(entry, dict) and name in entry:
        return entry[name] if isinstance(entry[name], dict) else {}
    return {} if entry == name else None
