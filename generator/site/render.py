"""Page specifications -> Markdown: the room that holds templates.

Templates in `*.md.jinja` print Markdown, those in `*.html.jinja` print blocks of HTML. Whatever a template prints is
escaped for the language it is in, unless it was rendered by a template itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator import escape
from generator.language import ENGLISH, Language, capital, small
from generator.partial_date import PartialDate
from generator.site.pages import labels, links
from generator.site.pages.links import edit, folder, href, md_href
from generator.site.pages.page import Head, Page, PageSpec, Target
from generator.site.site import Publication
from generator.site.template_cache import Translated

TEMPLATES = Path(__file__).parent / "templates"
_BLANK_LINES = re.compile(r"\n{3,}")


def render(
    spec: PageSpec,
    templates: Path = TEMPLATES,
    site_language: Language = ENGLISH,
    publication: Publication = Publication(),  # noqa: B008 - a frozen value
) -> Page:
    """Write the Markdown of a page with the templates of a folder.

    Its front matter names a language other than the site's, and what it says of itself to programs.
    """
    context = dict(spec.context) | {
        "spec": spec,
        "href": partial(_html_link, spec.uri),
        "link": partial(_md_link, spec.uri),
    }
    text = _environments(templates)[0].get_template(spec.template).render(context)
    foot = foot_of(spec, publication, templates)
    return Page(
        spec.uri,
        _front_matter(spec, site_language, publication)
        + _BLANK_LINES.sub("\n\n", f"{text}\n\n{foot}").strip()
        + "\n",
    )


def foot_of(spec: PageSpec, publication: Publication, templates: Path = TEMPLATES) -> str:
    """Write the links to mend a page and to report a mistake on it; nothing where neither is known."""
    address, place = edit(publication, spec.edit)
    where = publication.url(folder(Target(spec.uri))) or spec.uri
    say = spec.language.say
    report = publication.repository.report_url(
        say("Mistake: %(title)s", title=spec.title), say("On the page %(address)s", address=where)
    )
    if not address and not report:
        return ""
    block = _environments(templates)[1].get_template("foot.html.jinja")
    return block.render(spec=spec, address=address, place=place, report=report)


def _front_matter(spec: PageSpec, site_language: Language, publication: Publication) -> str:
    lines = [f"title: {escape.yaml_string(escape.head_text(spec.title))}"]
    if spec.description:
        lines.append(f"description: {escape.yaml_string(escape.head_text(spec.description))}")
    if spec.language != site_language:
        lines.append(f"language: {spec.language.code}\ndirection: {spec.language.direction}")
    if not spec.searched:
        lines.append("search:\n  exclude: true")
    lines += _head(spec, publication)
    return "---\n" + "\n".join(lines) + "\n---\n\n"


def _head(spec: PageSpec, publication: Publication) -> Iterator[str]:
    """Give the lines for programs: addresses are whole ones, so there are none where the site's own is not known."""
    head = spec.head
    if head == Head() and not publication.address:
        return
    told = {
        "address": publication.url(folder(Target(spec.uri))),
        "kind": head.kind,
        "within": head.within,
        "modified": head.modified,
        "picture": publication.url(head.picture),
        "picture_of": head.picture_of or publication.name,
        "locale": spec.language.locale,
    }
    yield "head:"
    for name, text in told.items():
        if text:
            yield f"  {name}: {escape.yaml_string(escape.head_text(text))}"
    if head.linked_data:
        yield f"linked_data: |\n  {escape.script_json(head.linked_data)}"


@lru_cache(maxsize=4096)
def _html_link(here: str, target: Target) -> Markup:
    return Markup(escape.html_text(href(here, target)))  # noqa: S704 - escaped on this line


def _md_link(here: str, target: Target) -> Markup:
    return Markup(md_href(here, target))  # noqa: S704 - made of identifiers only


@pass_context
def _date(context: Context, value: PartialDate | None) -> str:
    """Return a date in the language of the page; empty when there is none."""
    return str(context["spec"].language.date(value)) if value else ""


@pass_context
def _number(context: Context, value: int) -> str:
    """Return a number in the language of the page."""
    return str(context["spec"].language.number(value))


@lru_cache
def _environments(templates: Path) -> tuple[Environment, Environment]:
    """Make the two environments: for Markdown, and for the blocks of HTML that its templates hold."""

    def environment(kind: str, language: Callable[[str], str]) -> Environment:
        # Names, titles and stances stand in a page again and again.
        @lru_cache(maxsize=4096)
        def escaped(text: str) -> Markup:
            return Markup(language(text))  # noqa: S704 - escaped on this line

        return Environment(
            loader=FileSystemLoader(templates),
            bytecode_cache=Translated(kind),
            undefined=StrictUndefined,
            # Everything printed passes the finalizer, which escapes for the language of the template; what it
            # gives back is marked as done, so that autoescape leaves it as it is.
            autoescape=True,
            finalize=lambda value: value if isinstance(value, Markup) else escaped(str(value)),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
        )

    def say(environment: Environment, escaped: Any) -> None:
        """Give templates `_` and `ngettext`: the text is ours and stays as it is, the values are escaped."""

        def values(held: Mapping[str, Any]) -> dict[str, str]:
            return {key: one if isinstance(one, Markup) else escaped(str(one)) for key, one in held.items()}

        @pass_context
        def gettext(context: Context, text: str, **held: Any) -> Markup:
            return Markup(context["spec"].language.say(text, **values(held)))  # noqa: S704 - ours, values escaped

        @pass_context
        def ngettext(context: Context, one: str, many: str, num: int, **held: Any) -> Markup:
            return Markup(context["spec"].language.count(one, many, num, **values(held)))  # noqa: S704 - likewise

        environment.globals |= {"_": gettext, "ngettext": ngettext, "labels": labels, "links": links}

    markdown, blocks = environment("md", escape.md_text), environment("html", escape.html_text)
    say(markdown, escape.md_text)
    say(blocks, escape.html_text)

    @pass_context
    def block(context: Context, name: str, **values: Any) -> Markup:
        """Render a template of HTML, with all that the page's own template sees.

        But for what escapes: the `_` of Markdown would write words into HTML that end an attribute.
        """
        seen = {key: value for key, value in context.get_all().items() if key not in blocks.globals}
        lines = blocks.get_template(name).render(seen | values).splitlines()
        return Markup("\n".join(line for line in lines if line.strip()))  # noqa: S704 - a template's own text

    for made in (markdown, blocks):
        made.filters |= {"capital": capital, "small": small, "date": _date, "number": _number}
    markdown.globals["block"] = block
    markdown.filters["md"] = lambda text: Markup(escape.md_inline(text))  # noqa: S704 - escaped on this line
    markdown.filters["ours"] = Markup  # Markdown that is part of the program: the manual of checks
    return markdown, blocks
