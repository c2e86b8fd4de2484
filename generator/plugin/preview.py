"""The live preview: it looks at files often, and translates the theme's templates once."""

from __future__ import annotations

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserver

from generator.files import FOLDERS
from generator.plugin.settings import root_of

_LOOK_EVERY = 0.1  # seconds between two looks at the files, in the preview


def watch(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Rebuild when a source or a briefing is saved; look more often than MkDocs does, whose waiting would be felt."""
    pages = [config.docs_dir, config.config_file_path]
    for path in pages:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=_LOOK_EVERY)
    folders = (str(root_of(config) / name) for name in FOLDERS if (root_of(config) / name).is_dir())
    for path in (*pages, *folders):
        server.watch(path)


class Templates(BytecodeCache):
    """The theme's templates, translated once for all builds of a preview."""

    def __init__(self) -> None:
        """Begin with none."""
        self.held: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was translated before, where the template is still the same."""
        if bucket.key in self.held:
            bucket.bytecode_from_string(self.held[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was translated."""
        self.held[bucket.key] = bucket.bytecode_to_string()
