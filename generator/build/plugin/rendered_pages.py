"""The HTML of generated pages, reused by the next build of the live preview.

A saved file changes few pages, and turning Markdown into HTML takes most of a build. Our extensions of Markdown read no other
files, so a page stays the same while its Markdown, the settings and the list of files do. With other plugins nothing is reused.
"""

from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents


@dataclass(frozen=True, slots=True)
class _Rendered:
    markdown: str
    content: str
    contents: TableOfContents
    anchors: set[str] | None


class RenderedPages:
    """The generated pages of the last build, by path."""

    def __init__(self) -> None:
        """Start without pages."""
        self._pages: dict[str, _Rendered] = {}
        self._depends_on = ""
        self._markdown = ""

    def start_build(self, config: MkDocsConfig, files: Files) -> None:
        """Forget all pages if other plugins take part, or the settings or paths changed."""
        depends_on = repr((config.markdown_extensions, config.mdx_configs, sorted(files.src_uris)))
        if depends_on != self._depends_on or [*config.plugins] != ["briefings"]:
            self._pages.clear()
        self._depends_on = depends_on

    def before_render(self, page: Page, markdown: str) -> str:
        """Return the Markdown to render: none if the last build rendered the same."""
        self._markdown = markdown
        known = self._pages.get(page.file.src_uri)
        return "" if known and known.markdown == markdown else markdown

    def after_render(self, page: Page, content: str) -> str:
        """Return the HTML of the page whose Markdown was passed to `before_render` last."""
        known = self._pages.get(page.file.src_uri)
        if known and known.markdown == self._markdown:
            page.toc, page.present_anchor_ids = known.contents, known.anchors
            return known.content
        self._pages[page.file.src_uri] = _Rendered(
            markdown=self._markdown, content=content, contents=page.toc, anchors=page.present_anchor_ids
        )
        return content
