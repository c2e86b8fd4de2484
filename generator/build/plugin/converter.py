"""Convert the Markdown of generated pages to HTML, with the extensions of the site.

One converter does all pages, since setting it up takes longer than most of them. Blocks of HTML pass it as placeholders: it
would copy them after reading each of their tags.
"""

import posixpath
from collections.abc import Sequence
from urllib.parse import urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.toc import TableOfContents, get_toc

from generator.site.pages.page import PLACEHOLDER

_BEFORE_CODE, _LAST = 28, 0  # priorities in Markdown: after lines are normalised, and after links are made
# Headings of positions, which have “Share” beside or below them.
_SHARED = {"bb-holder", "bb-issue"}


class Converter:
    """Converts one page after the other."""

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        """Set up Markdown as the settings of the site say. Links may lead to any of `files`."""
        self._markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
        self._blocks = _Blocks(self._markdown)
        self._links = _Links(self._markdown, files)
        self._markdown.preprocessors.register(self._blocks, "blocks", _BEFORE_CODE)
        self._markdown.treeprocessors.register(self._links, "links", _LAST)
        self._markdown.treeprocessors.register(_Headings(self._markdown), "headings", _LAST)

    def convert(self, file: File, body: str, blocks: Sequence[str]) -> tuple[str, TableOfContents]:
        """Return the HTML and the table of contents of a page whose `body` has placeholders for `blocks` of HTML."""
        self._blocks.blocks, self._links.file = blocks, file
        html = self._markdown.reset().convert(body)
        return html, get_toc(getattr(self._markdown, "toc_tokens", []))


class _Blocks(Preprocessor):
    """Stores blocks of HTML as Markdown stores those that it finds itself."""

    blocks: Sequence[str]

    def run(self, lines: list[str]) -> list[str]:
        return [
            self.md.htmlStash.store(self.blocks[int(match[1])])
            if (match := PLACEHOLDER.fullmatch(line))
            else PLACEHOLDER.sub(lambda match: self.blocks[int(match[1])], line)
            for line in lines
        ]


class _Headings(Treeprocessor):
    """Drops the link to a heading from titles of pages, whose address readers see, and from headings that have a link to share."""

    def run(self, root: Element) -> None:
        for heading in root.iter():
            if heading.tag == "h1" or not _SHARED.isdisjoint(heading.get("class", "").split()):
                for link in heading.findall("a[@class='headerlink']"):
                    heading.remove(link)


class _Links(Treeprocessor):
    """Turns links to files, as Markdown has them, into links to their URLs. The check of the site finds those that lead nowhere."""

    file: File

    def __init__(self, markdown: Markdown, files: Files) -> None:
        super().__init__(markdown)
        self._files = files

    def run(self, root: Element) -> None:
        for element in root.iter():
            name = {"a": "href", "img": "src"}.get(element.tag, "")
            if name and (url := element.get(name)):
                element.set(name, self._url(url))

    def _url(self, link: str) -> str:
        scheme, host, path, query, anchor = urlsplit(link)
        if scheme or host or not path or path.startswith("/"):
            return link
        target = self._files.get_file_from_path(
            posixpath.normpath(posixpath.join(posixpath.dirname(self.file.src_uri), path))
        )
        return (
            link if target is None else urlunsplit(("", "", target.url_relative_to(self.file), query, anchor))
        )
