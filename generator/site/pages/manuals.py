"""The section for editors: the guides, the reference, and a page that lists them. A site may do without it."""

from collections.abc import Iterator
from functools import partial

from generator.language import ENGLISH
from generator.site import guides
from generator.site.pages import links, reference
from generator.site.pages.page import NavEntry, PageSpec, PlannedPage, Target
from generator.site.parts import NOTHING
from generator.site.site import Site


def pages(site: Site) -> Iterator[PlannedPage]:
    """Yield every manual and their list; nothing if the site does without them."""
    if site.publication.manuals:
        yield from _manuals(site)
        yield PlannedPage(links.EDITORS.uri, partial(_list, site), NOTHING)


def _list(site: Site) -> PageSpec:
    manuals = [manual.make() for manual in _manuals(site)]
    return PageSpec(
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
    return [NavEntry(manual.make().title, links.folder(Target(manual.uri))) for manual in _manuals(site)]


def _manuals(site: Site) -> Iterator[PlannedPage]:
    for name in guides.ORDER:
        yield PlannedPage(links.guide(name).uri, partial(_guide, name), NOTHING)
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
