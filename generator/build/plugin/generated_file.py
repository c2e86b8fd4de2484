"""A file that the plugin makes and writes itself. MkDocs knows its URL, so that hand-written pages can link to it."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from generator.site.pages.links import site_path


class GeneratedFile(File):
    """A generated page or export, by its path below docs/."""

    def __init__(self, uri: str, config: MkDocsConfig) -> None:
        """Tell MkDocs where the file will be."""
        super().__init__(
            uri,
            src_dir=None,
            dest_dir=config.site_dir,
            use_directory_urls=True,
            dest_uri=site_path(uri),
            inclusion=InclusionLevel.INCLUDED,
        )
        self.generated_by = "briefings"

    def is_documentation_page(self) -> bool:
        """Return False, so that MkDocs neither reads nor builds the page."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 - as in MkDocs
        """Do nothing: MkDocs has nothing to copy."""
