"""The plugin's options in mkdocs.yml, and the settings of MkDocs that the pages need."""

from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig

from generator.build.render_folder import OTHER_DOCS
from generator.site.repository import SettingsError

NEEDED_EXTENSIONS = ("admonition", "attr_list", "tables", "toc")
# These leave the words of editors and articles unchanged. Others turn signs of ordinary text, such as ~, ^, $ and ==, into
# markup, or include files.
ALLOWED_EXTENSIONS = frozenset(
    {*NEEDED_EXTENSIONS, "def_list", "fenced_code", "footnotes", "meta", "sane_lists"}
    | {f"pymdownx.{name}" for name in ("details", "highlight", "superfences", "tabbed", "tasklist")}
)


class BriefingsConfig(Config):
    """Options of the plugin in mkdocs.yml."""

    repository = config_options.Type(str, default="")
    """The URL of the repository, for example https://github.com/OWNER/NAME: pages then link to their files."""
    branch = config_options.Type(str, default="main")
    """The branch of the repository that is published."""
    edit_link = config_options.Type(str, default="")
    """For other hosts: the URL of a file, with {path} and {line}."""
    report_link = config_options.Type(str, default="")
    """For other hosts: the URL of a report, with {title} and {text}."""
    # Any value: `publication_of` checks these, and says what is wrong with them.
    publisher = config_options.Optional(config_options.Type(object))
    """Who publishes the site."""
    contact = config_options.Optional(config_options.Type(object))
    """The mail or web address at which readers report a mistake."""
    licence = config_options.Optional(config_options.Type(object))
    """The licence of the editors' texts: its name or its web address."""
    keep_originals = config_options.Type(bool, default=False)
    """Whether git keeps the files that stored texts were made from. The commands look at it; a build does not."""
    manuals = config_options.Type(bool, default=True)
    """Whether the site has the guides, the file format and the manual of checks, under /editors/."""


def root_of(config: MkDocsConfig) -> Path:
    """Return the folder of the project, which holds mkdocs.yml."""
    return Path(config.config_file_path).parent


def check_settings(config: MkDocsConfig) -> None:
    """Raise SettingsError if MkDocs would change the generated pages, or lacks what they need."""
    language = config.theme.get("language")
    names = [name.removeprefix("markdown.extensions.") for name in config.markdown_extensions]
    if config.theme.name != "material":
        raise SettingsError("the pages need the theme material: write “name: material” under theme")
    if not isinstance(language, str):
        raise SettingsError(f"theme.language is “{language}”: write one language such as en")
    if not config.use_directory_urls:
        raise SettingsError("links between pages need use_directory_urls: true")
    if Path(config.docs_dir).resolve() != (root_of(config) / "docs").resolve():
        raise SettingsError(OTHER_DOCS)
    if missing := [name for name in NEEDED_EXTENSIONS if name not in names]:
        raise SettingsError(f"add to markdown_extensions: {', '.join(missing)}")
    if refused := ", ".join(name for name in names if name not in ALLOWED_EXTENSIONS):
        raise SettingsError(f"remove from markdown_extensions, as they could change quoted words: {refused}")
