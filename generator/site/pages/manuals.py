"""The section for editors: the guides, the reference, and a page that lists them. A site may do without it."""

from collections.abc import Iterator

from generator.language import ENGLISH
from generator.site import guides
from generator.site.pages import links, reference
from generator.site.pages.page import NavEntry, PageSpec, Target
from generator.site.site import Site


def pages(site: Site) -> Iterator[PageSpec]:
    """Yield every manual and their list; nothing if the site does without them."""
    if not site.publication.manuals:
        return
    manuals = list(_manuals(site))
    yield from manuals
    yield PageSpec(
        uri=links.EDITORS.uri,
        template="manuals.md.jinja",
        title="For editors",
        description="How to write, check and publish briefings.",
        context={"manuals": [(spec.title, spec.description, Target(spec.uri)) for spec in manuals]},
        language=ENGLISH,
    )


def entries(site: Site) -> list[NavEntry]:
    """Return the navigation of the section: every manual."""
    if not site.publication.manuals:
        return []
    return [NavEntry(spec.title, links.folder(Target(spec.uri))) for spec in _manuals(site)]


def _manuals(site: Site) -> Iterator[PageSpec]:
    yield from map(_guide, guides.ORDER)
    yield from reference.references(site)


def _guide(name: str) -> PageSpec:
    text = (guides.FOLDER / f"{name}.md").read_text(encoding="utf-8")
    title, lead = guides.title_and_lead(text)
    return PageSpec(
        uri=links.guide(name).uri,
        template="guide.md.jinja",
        title=title,
        description=lead,
        context={"text": text},
        language=ENGLISH,
    )
