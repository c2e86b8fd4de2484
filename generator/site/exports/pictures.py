"""The pictures of the guides for editors."""

from collections.abc import Iterator

from generator.site import guides
from generator.site.exports.export import Export
from generator.site.pages import links
from generator.site.parts import NOTHING
from generator.site.site import Site


def exports(site: Site) -> Iterator[Export]:
    """Yield every picture; nothing if the site does without the manuals."""
    if site.publication.manuals:
        for path in sorted((guides.FOLDER / "images").iterdir()):
            yield Export(f"{links.GUIDES}/images/{path.name}", path.read_bytes, NOTHING)
