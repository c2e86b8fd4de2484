"""Build a site with MkDocs in this process, with content that is examined already."""

import logging
import os
import traceback
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path
from types import MappingProxyType

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.build.publish import BuildError
from generator.build.settings import FILE
from generator.build.shares import MadeShare, Share
from generator.pipeline import Examined


def build_with_mkdocs(
    root: Path,
    examined: Examined,
    out: Path,
    *,
    share: Share | None = None,
    shares: Mapping[Path, MadeShare] = MappingProxyType({}),
    last_site: Path | None = None,
) -> None:
    """Build the project at `root`, which was `examined`, into `out`: all of it, or the files of a share alone.

    `shares` were made by other builds, in these folders. Files that are the same in `last_site` are taken from there.
    A warning of MkDocs is an error. Raises BuildError.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme's notice that it ends
    out, messages = out.resolve(), _Messages()
    last_site = last_site and last_site.resolve()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(messages)
    try:
        with chdir(root):  # where relative paths of other plugins begin
            config = load_config(FILE, strict=True, site_dir=str(out))
            config.plugins.on_startup(command="build", dirty=False)
            if plugin := config.plugins.get("briefings"):
                plugin.examined, plugin.share, plugin.shares = examined, share, shares
                plugin.last_site = last_site
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
                if plugin:
                    plugin.examined = None  # MkDocs may use the plugin again, for another project
    except MkDocsException as error:
        raise BuildError("\n".join([*messages.texts, str(error)])) from None
    except (OSError, BuildError):
        raise
    except RecursionError:  # MkDocs has named the page
        message = "Markdown cannot convert a page that is nested so deep: write fewer lists and quotes inside each other."
        raise BuildError("\n".join([*messages.texts, message])) from None
    except Exception:  # noqa: BLE001 - a template or another plugin may raise anything
        raise BuildError("\n".join([*messages.texts, traceback.format_exc()])) from None
    finally:
        logger.removeHandler(messages)


class _Messages(logging.Handler):
    """Collects warnings and errors."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(f"{record.levelname:8} {record.getMessage()}")
