"""The plugin's settings in mkdocs.yml, and the settings of MkDocs that the pages need."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from generator.build.render_folder import OTHER_DOCS

NEEDED_EXTENSIONS = ("admonition", "attr_list", "tables", "toc")
# These leave the words of editors and articles unchanged. Others turn signs of ordinary text, such as ~, ^, $ and ==, into
# markup, or include files.
ALLOWED_EXTENSIONS = frozenset(
    {*NEEDED_EXTENSIONS, "def_list", "fenced_code", "footnotes", "meta", "sane_lists"}
    | {f"pymdownx.{name}" for name in ("details", "highlight", "superfences", "tabbed", "tasklist")}
)


class BriefingsConfig(Config):
    """Settings of the plugin in mkdocs.yml."""

    # MkDocs reads a day without quotation marks, and one from the environment, as a date.
    today = config_options.Optional(config_options.Type((str, dt.date)))
    """The day from which overdue reviews are counted, for example 2025-12-31; without it no review is overdue."""
    repository = config_options.Type(str, default="")
    """The URL of the repository, for example https://github.com/OWNER/NAME: pages then link to their files."""
    branch = config_options.Type(str, default="main")
    """The branch of the repository that is published."""
    edit_link = config_options.Type(str, default="")
    """For other hosts: the URL of a file, with {path} and {line}."""
    report_link = config_options.Type(str, default="")
    """For other hosts: the URL of a report, with {title} and {text}."""


def settings_error(message: str) -> ConfigurationError:
    """Return the error that stops MkDocs."""
    return ConfigurationError(f"plugin briefings: {message}")


def root_of(config: MkDocsConfig) -> Path:
    """Return the folder of the project, which holds mkdocs.yml."""
    return Path(config.config_file_path).parent


def parse_day(value: object) -> dt.date | None:
    """Parse the day from which reviews are counted. Raises ConfigurationError."""
    try:
        return dt.date.fromisoformat(str(value)) if value else None
    except ValueError:
        message = f"today, or the variable BRIEFING_TODAY, is “{value}”: write a day such as 2025-12-31"
        raise settings_error(message) from None


def check_settings(config: MkDocsConfig) -> None:
    """Raise ConfigurationError if the pages would not be what the generator wrote."""
    language = config.theme.get("language")
    names = [name.removeprefix("markdown.extensions.") for name in config.markdown_extensions]
    missing = [name for name in NEEDED_EXTENSIONS if name not in names]
    refused = [name for name in names if name not in ALLOWED_EXTENSIONS]
    wrong_docs = Path(config.docs_dir).resolve() != (root_of(config) / "docs").resolve()
    problems = (
        (
            config.theme.name != "material",
            "the pages need the theme material: write “name: material” under theme",
        ),
        (not isinstance(language, str), f"theme.language is “{language}”: write one language such as en"),
        (not config.use_directory_urls, "links between pages need use_directory_urls: true"),
        (wrong_docs, OTHER_DOCS),
        (bool(missing), f"add to markdown_extensions: {', '.join(missing)}"),
        (
            bool(refused),
            f"remove from markdown_extensions, as they could change quoted words: {', '.join(refused)}",
        ),
    )
    for is_wrong, message in problems:
        if is_wrong:
            raise settings_error(message)
