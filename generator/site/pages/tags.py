"""Tags: the subjects under which briefings are found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.site.pages import links
from generator.site.pages.page import PageSpec, Target
from generator.site.site import Site


def pages(site: Site) -> Iterator[PageSpec]:
    """Give the list of all tags; none where no briefing has any."""
    briefings = site.corpus.briefings.values()
    tags = sorted({tag for one in briefings for tag in one.about.tags})
    if not tags:
        return
    yield PageSpec(
        links.TAGS.uri,
        "tags.md.jinja",
        site.language.say("Tags"),
        site.language.say("Briefings by subject."),
        {
            "tags": [
                (
                    links.tag_id(tag),
                    tag_name(tag),
                    [
                        (one.about.title, one.about.question, links.briefing_page(one.slug))
                        for one in briefings
                        if tag in one.about.tags
                    ],
                )
                for tag in tags
            ]
        },
        language=site.language,
    )


def tag_links(tags: Iterable[str]) -> list[tuple[str, Target]]:
    """Give tags by their names, each with its place on the list."""
    return [(tag_name(tag), Target(links.TAGS.uri, links.tag_id(tag))) for tag in tags]


def tag_name(tag: str) -> str:
    """Write a tag as readers see it."""
    return tag.replace("-", " ")
