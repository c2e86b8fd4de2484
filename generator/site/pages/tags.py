"""Tags: the subjects by which readers find briefings."""

from collections.abc import Iterator

from generator.site.pages import links
from generator.site.pages.page import PageSpec
from generator.site.site import Site


def pages(site: Site) -> Iterator[PageSpec]:
    """Yield the list of all tags; no page when no briefing has a tag."""
    briefings = site.corpus.briefings.values()
    tags = sorted({tag for briefing in briefings for tag in briefing.about.tags})
    if tags:
        yield PageSpec(
            uri=links.TAGS.uri,
            template="tags.md.jinja",
            title=site.language.say("Tags"),
            description=site.language.say("Briefings by subject."),
            context={"tags": {tag: [item for item in briefings if tag in item.about.tags] for tag in tags}},
        )
