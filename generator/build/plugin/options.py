"""The plugin's settings in mkdocs.yml, and those of MkDocs under which pages are what the generator wrote."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.plugins import get_plugin_logger

from generator.build.render_folder import OTHER_DOCS
from generator.language import Language

log = get_plugin_logger("briefings")

NEEDED_EXTENSIONS = ("admonition", "attr_list", "tables", "toc")
# Known to leave the words of editors and articles as they are. Others make markup of signs that stand in ordinary text,
# such as ~, ^, $ and ==, or take files into pages.
KNOWN_EXTENSIONS = frozenset(
    {*NEEDED_EXTENSIONS, "def_list", "fenced_code", "footnotes", "meta", "sane_lists"}
    | {f"pymdownx.{name}" for name in ("details", "highlight", "superfences", "tabbed", "tasklist")}
)


class BriefingsConfig(Config):
    """Settings of the plugin in mkdocs.yml."""

    # MkDocs reads an unquoted day, and one from the environment, as a date.
    today = config_options.Optional(config_options.Type((str, dt.date)))
    """The day from which overdue reviews are counted, as 2025-12-31; nothing is overdue without it."""
    repository = config_options.Type(str, default="")
    """The address of the repository, as https://github.com/OWNER/NAME: pages then link to their files in it."""
    branch = config_options.Type(str, default="main")
    """The branch of the repository that is published."""
    edit_link = config_options.Type(str, default="")
    """For other hosts: the address of a file, with {path} and {line}."""
    report_link = config_options.Type(str, default="")
    """For other hosts: the address of a report, with {title} and {text}."""


def root_of(config: MkDocsConfig) -> Path:
    """Give the folder of the project: that of mkdocs.yml."""
    return Path(config.config_file_path).parent


def language_of(config: MkDocsConfig) -> Language:
    """Give the language of the site's words: the theme's. What has no catalogue is said in English."""
    language = Language(str(config.theme["language"]))
    if not language.known:
        log.info("no words in the language %s yet: pages say in English what briefings do not", language.code)
    return language


def day_of(text: object) -> dt.date | None:
    """Read the day from which reviews are counted. Raises ConfigurationError where it is none."""
    try:
        return dt.date.fromisoformat(str(text)) if text else None
    except ValueError:
        msg = f"plugin briefings: today, or the variable BRIEFING_TODAY, is “{text}”, and should be a day such as 2025-12-31"
        raise ConfigurationError(msg) from None


def check_settings(config: MkDocsConfig) -> None:
    """Refuse settings under which the pages would not be what the generator wrote. Raises ConfigurationError."""
    if config.theme.name != "material":
        msg = (
            "plugin briefings: the pages are made for the theme material: write “name: material” under theme"
        )
        raise ConfigurationError(msg)
    if not isinstance(config.theme["language"], str):
        msg = f"plugin briefings: theme.language is “{config.theme['language']}”, and should be one language such as en"
        raise ConfigurationError(msg)
    if not config.use_directory_urls:
        msg = "plugin briefings: links between pages need use_directory_urls: true"
        raise ConfigurationError(msg)
    if Path(config.docs_dir).resolve() != (root_of(config) / "docs").resolve():
        msg = f"plugin briefings: {OTHER_DOCS}"
        raise ConfigurationError(msg)
    if missing := [name for name in NEEDED_EXTENSIONS if name not in config.markdown_extensions]:
        msg = f"plugin briefings: add to markdown_extensions: {', '.join(missing)}"
        raise ConfigurationError(msg)
    names = [name.removeprefix("markdown.extensions.") for name in config.markdown_extensions]
    if refused := [name for name in names if name not in KNOWN_EXTENSIONS]:
        msg = f"plugin briefings: take out of markdown_extensions, since it could change quoted words: {', '.join(refused)}"
        raise ConfigurationError(msg)
