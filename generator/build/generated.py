"""The generated files of a site: made in several processes, and only if what they are made from has changed.

Each file has two keys in the store. The first is a hash of everything that the file is made from, and leads to the second, which for a
page is a hash of its Markdown: a change of the content that does not show on a page costs only its Markdown.
"""

import hashlib
import json
import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.build.finish import FinishedPage, finish_page
from generator.build.made_file import MadeFile, made_file
from generator.build.pool import map_in_order
from generator.build.verify import StoredTexts
from generator.site.exports import Export
from generator.site.pages import Page, PlannedPage
from generator.site.pages.links import site_path
from generator.site.parts import FILES
from generator.store import Store

_GROUPS = 16  # of files for each process: enough that all end at about the same time
_FILES_IN_GROUP = 24  # at most: a process ends after some groups, and with it the memory that it has copied

_Content = tuple[bytes, FinishedPage | None]
"""The bytes of a file, and what must be known of it if it is a page."""


@dataclass(frozen=True)
class Maker:
    """Makes pages and exports.

    `markdown` makes the Markdown of a page, `html` puts it into the theme. `key` is a hash of all that pages depend on besides the
    content, `digests` have those of the parts of the content. `stored` are the texts to verify pages against.
    """

    markdown: Callable[[PlannedPage], Page]
    html: Callable[[Page], str]
    key: str
    digests: Mapping[str, str]
    stored: StoredTexts
    store: Store

    def write(
        self,
        files: Sequence[PlannedPage | Export],
        folder: Path,
        last: Mapping[str, MadeFile],
        processes: int,
    ) -> Iterator[MadeFile]:
        """Make `files` in `folder`, and yield each. Of the `last` files in the folder, those that are the same are not touched."""
        # Neighbours are about the same briefing, so that each process looks at its own part of the content, and copies only that.
        in_order = sorted(files, key=lambda file: file.uri)
        size = min(_FILES_IN_GROUP, -(-len(files) // (processes * _GROUPS)))
        groups = [in_order[at : at + size] for at in range(0, len(files), size or 1)]
        for made in map_in_order(partial(self._write_group, folder, last), groups, processes):
            yield from made

    def is_same(self, file: PlannedPage | Export, made: MadeFile | None) -> bool:
        """Return whether a file that was `made` before would be the same now, because all that it is made from is."""
        return made is not None and made.inputs == self._inputs(file)

    def can_take(self, file: PlannedPage | Export, made: MadeFile) -> bool:
        """Return whether a file that another build `made` is the same, and was verified against these stored texts."""
        return self.is_same(file, made) and (made.page is None or self.stored.are(made.page.texts))

    def _inputs(self, file: PlannedPage | Export) -> str:
        return _hash(self.key, file.uri, *(self.digests[part] for part in sorted(file.reads)))

    def _write_group(
        self, folder: Path, last: Mapping[str, MadeFile], files: Sequence[PlannedPage | Export]
    ) -> list[MadeFile]:
        """Make some files. What is new is stored, unless the site cannot be published with it."""
        inputs = {file.uri: self._inputs(file) for file in files}
        sources = {key: value.decode() for key, value in self.store.get_many(inputs.values()).items()}
        found = self.store.get_many(sources.values())
        new: dict[str, bytes] = {}
        made = []
        for file in files:
            key, path = inputs[file.uri], site_path(file.uri)
            source, content, page = self._made(file, path, sources.get(key, ""), found, new)
            if page is None or not page.facts.problems:
                new[key] = source.encode()
            result = made_file(path, key, hashlib.sha256(content).hexdigest(), page)
            if path not in last or last[path].sha256 != result.sha256:
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(content)
            made.append(result)
        self.store.put_many({key: value for key, value in new.items() if key not in sources})
        return made

    def _made(
        self,
        file: PlannedPage | Export,
        path: str,
        source: str,
        found: Mapping[str, bytes],
        new: dict[str, bytes],
    ) -> tuple[str, bytes, FinishedPage | None]:
        """Return the second key of a file, its bytes, and what else a page has: from the store, or made and added to `new`."""
        if kept := self._kept(found.get(source)):
            return source, *kept
        source, make = self._started(file, path)
        if kept := self._kept(self.store.get(source)):
            return source, *kept
        content, page = make()
        if page is None or not page.facts.problems:
            new[source] = pickle.dumps((content, page))
        return source, content, page

    def _started(self, file: PlannedPage | Export, path: str) -> tuple[str, Callable[[], _Content]]:
        """Begin to make a file. Return its second key, and the function that ends the work."""
        if isinstance(file, Export):
            if file.recipe:
                return _hash(self.key, path, file.recipe()), lambda: (file.make(), None)
            content = file.make()
            key = _hash(self.key, path, hashlib.sha256(content).hexdigest())
            return key, partial(self._finished_export, path, content)
        markdown = self.markdown(file)
        key = _hash(
            self.key,
            path,
            *(self.digests[part] for part in file.reads & FILES),
            markdown.updated,
            str(markdown.listed),
            markdown.front_matter,
            markdown.body,
            *markdown.blocks,
        )
        return key, partial(self._finished_page, path, markdown)

    def _finished_export(self, path: str, content: bytes) -> _Content:
        return finish_page(path, content.decode(), self.stored) if path.endswith(".html") else (content, None)

    def _finished_page(self, path: str, markdown: Page) -> _Content:
        content, page = finish_page(path, self.html(markdown), self.stored)
        return content, page._replace(updated=markdown.updated, listed=markdown.listed)

    def _kept(self, value: bytes | None) -> _Content | None:
        """Return a file of the store, and what else a page has; None if the page was verified against other stored texts."""
        if value is None:
            return None
        content, page = pickle.loads(value)  # noqa: S301 - the store is the user's own
        return (content, page) if page is None or self.stored.are(page.facts.texts) else None


def _hash(*texts: str) -> str:
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()
