"""Render page specifications to Markdown, with the templates of `templates/`.

Templates named `*.md.jinja` print Markdown, `*.html.jinja` print blocks of HTML. Everything that a template prints is escaped
for its language, unless a template rendered it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from markupsafe import Markup

from generator import escape
from generator.language import ENGLISH, Language, capital, small
from generator.location import Location
from generator.partial_date import PartialDate
from generator.site.pages import links
from generator.site.pages.labels import LABELS
from generator.site.pages.links import edit, folder, href, md_href
from generator.site.pages.page import BLOCK, Follow, Head, NavEntry, Page, PageSpec, Target
from generator.site.site import Publication
from generator.site.template_cache import TemplateCache

TEMPLATES = Path(__file__).parent / "templates"
_BLANK_LINES = re.compile(r"\n{3,}")


def render(
    spec: PageSpec,
    site_language: Language = ENGLISH,
    publication: Publication = Publication(),  # noqa: B008 - a frozen value
    *,
    follow: Follow = Follow(),  # noqa: B008 - a frozen value
    bar: Iterable[NavEntry] = (),
    templates: Path = TEMPLATES,
) -> Page:
    """Return the Markdown of a page, with front matter that describes it to the theme and to programs.

    `bar` is the navigation of the briefing that the page belongs to.
    """
    language = spec.language or site_language
    blocks: list[str] = []
    context = dict(spec.context) | {
        "page_language": language,
        "html_blocks": blocks,
        "href": partial(_html_link, spec.uri),
        "link": partial(_md_link, spec.uri),
    }
    text = _environments(templates)[0].get_template(spec.template).render(context)
    foot = edit_link(spec.edit, language, publication)
    ends = [_placeholder(blocks, end) for end in (_follow_links(spec.uri, language, follow), foot)]
    body = _BLANK_LINES.sub("\n\n", "\n\n".join((text, *ends))).strip()
    front_matter = "\n".join((*_front_matter(spec, site_language, publication, follow), *_bar(bar)))
    return Page(spec.uri, front_matter, f"{body}\n", tuple(blocks), listed=not spec.canonical)


def _placeholder(blocks: list[str], html: str) -> str:
    """Add a block of HTML to those of a page; return the placeholder for it, which is empty if the block is."""
    if not html:
        return ""
    blocks.append(html)
    return BLOCK % (len(blocks) - 1)


def _follow_links(uri: str, language: Language, follow: Follow) -> str:
    """Return the links to the closest feed in each format, and to the calendar; empty if there is neither."""
    files = {name: links.feed_file(feed, name) for feed in follow.feeds[:1] for name in links.FEED_FILES}
    if follow.calendar:
        files[language.say("Calendar")] = follow.calendar
    if not files:
        return ""
    block = _environments(TEMPLATES)[1].get_template("follow.html.jinja")
    return block.render(
        page_language=language, files={name: links.file_href(uri, path) for name, path in files.items()}
    )


def edit_link(location: Location | None, language: Language, publication: Publication) -> str:
    """Return the link to edit the file of a page at `location`; empty if its URL is not known."""
    url, place = edit(publication, location)
    if not url:
        return ""
    block = _environments(TEMPLATES)[1].get_template("foot.html.jinja")
    return block.render(page_language=language, address=url, place=place)


def _bar(entries: Iterable[NavEntry]) -> Iterator[str]:
    """Yield the lines of the front matter that give the theme the navigation of a briefing."""
    lines = [
        f"  - {{title: {escape.yaml_string(entry.title)}, url: {escape.yaml_string(entry.url)}"
        + (f", current: {escape.yaml_string(entry.current)}}}" if entry.current else "}")
        for entry in entries
    ]
    if lines:
        yield from ("bar:", *lines)


def _front_matter(
    spec: PageSpec, site_language: Language, publication: Publication, follow: Follow
) -> Iterator[str]:
    """Yield the lines of the front matter. URLs for programs are absolute, so there are none if the site's URL is unknown."""
    yield f"title: {_quoted(spec.title)}"
    if spec.description:
        yield f"description: {_quoted(spec.description)}"
    language = spec.language or site_language
    if language != site_language:
        yield f"language: {language.code}\ndirection: {language.direction}"
    if not spec.searched:
        yield "search:\n  exclude: true"
    head = spec.head
    if head == Head() and not publication.home_url:
        return
    values = {
        "address": publication.url(folder(Target(spec.canonical or spec.uri))),
        "kind": head.kind,
        "within": head.within,
        "modified": head.modified,
        "picture": publication.url(head.picture),
        "picture_of": head.picture_of or publication.name,
        "locale": language.locale,
    }
    yield "head:"
    yield from (f"  {name}: {_quoted(text)}" for name, text in values.items() if text)
    if publication.home_url:
        yield from _alternates(publication, language, follow)
    if head.linked_data:
        yield f"linked_data: |\n  {escape.script_json(head.linked_data)}"


def _alternates(publication: Publication, language: Language, follow: Follow) -> Iterator[str]:
    """Yield the lines of the front matter that name feeds and a calendar."""
    files = [
        (kind, feed.title, links.feed_file(feed, name))
        for feed in follow.feeds
        for name, (_, kind) in links.FEED_FILES.items()
    ]
    if follow.calendar:
        files.append((links.CALENDAR_TYPE, language.say("Calendar"), follow.calendar))
    if files:
        yield "alternates:"
    for kind, title, path in files:
        yield f"  - type: {_quoted(kind)}\n    title: {_quoted(title)}\n    address: {_quoted(publication.url(path))}"


def _quoted(text: str) -> str:
    return escape.yaml_string(escape.head_text(text))


@lru_cache(maxsize=4096)
def _html_link(here: str, target: Target) -> Markup:
    return Markup(escape.html_text(href(here, target)))  # noqa: S704 - escaped on this line


def _md_link(here: str, target: Target) -> Markup:
    return Markup(md_href(here, target))  # noqa: S704 - made of identifiers only


@pass_context
def _date(context: Context, value: PartialDate | None) -> str:
    """Return a date in the language of the page; empty when there is none."""
    return str(context["page_language"].date(value)) if value else ""


@pass_context
def _number(context: Context, value: int) -> str:
    """Return a number in the language of the page."""
    return str(context["page_language"].number(value))


@pass_context
def _lang(context: Context, code: str) -> Markup:
    """Return the attribute of an element whose text is in the language `code`; empty if that is the language of the page."""
    return Markup("" if code == context["page_language"].code else f' lang="{escape.html_text(code)}"')  # noqa: S704


class _EscapedOnce(CodeGenerator):
    """Compiles templates whose values `finalize` escapes. Jinja would look again for what to escape, for a tenth of the time of a page."""

    def _output_child_pre(
        self,
        node: nodes.Expr,  # noqa: ARG002 - the signature is Jinja's
        frame: Frame,  # noqa: ARG002
        finalize: CodeGenerator._FinalizeInfo,
    ) -> None:
        self.write(f"{finalize.src or ''}(")


@lru_cache
def _environments(templates: Path) -> tuple[Environment, Environment]:
    """Return the environments for Markdown, and for the blocks of HTML inside it."""
    markdown = _environment(templates, "md", escape.md_text)
    blocks = _environment(templates, "html", escape.html_text)

    @pass_context
    def block(context: Context, name: str, **values: Any) -> Markup:
        """Render a template of HTML with the variables of the page's own template, but not with its functions.

        The function `_` of Markdown would escape for Markdown, and its words could end an attribute of HTML.
        """
        seen = {key: value for key, value in context.get_all().items() if key not in blocks.globals}
        lines = blocks.get_template(name).render(seen | values).splitlines()
        html = "\n".join(line for line in lines if line.strip())
        return Markup(_placeholder(context["html_blocks"], html))  # noqa: S704 - a number

    markdown.globals["block"] = block
    markdown.filters["md"] = lambda text: Markup(escape.md_inline(text))  # noqa: S704 - escaped on this line
    markdown.filters["ours"] = Markup  # Markdown of the program itself: the manual of checks
    blocks.filters["inline"] = lambda text: Markup(escape.html_inline(text))  # noqa: S704 - escaped on this line
    return markdown, blocks


def _environment(templates: Path, kind: str, escape_text: Callable[[str], str]) -> Environment:
    """Return an environment whose templates escape everything that they print with `escape_text`."""

    @lru_cache(maxsize=4096)  # names, titles and stances occur again and again
    def escaped(text: str) -> Markup:
        return Markup(escape_text(text))  # noqa: S704 - escaped on this line

    def printed(value: object) -> Markup:
        return value if isinstance(value, Markup) else escaped(str(value))

    # Our own words are not escaped, but the values in them are.
    def all_escaped(values: Mapping[str, Any]) -> dict[str, str]:
        return {name: str(printed(value)) for name, value in values.items()}

    @pass_context
    def gettext(context: Context, text: str, **values: Any) -> Markup:
        return Markup(context["page_language"].say(text, **all_escaped(values)))  # noqa: S704

    @pass_context
    def ngettext(context: Context, singular: str, plural: str, num: int, **values: Any) -> Markup:
        language = context["page_language"]
        return Markup(language.count(singular, plural, num, **all_escaped(values)))  # noqa: S704

    environment = Environment(
        loader=FileSystemLoader(templates),
        bytecode_cache=TemplateCache(kind),
        undefined=StrictUndefined,
        autoescape=True,  # `printed` has escaped everything, and marked it so that it is not escaped again
        finalize=printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )
    environment.code_generator_class = _EscapedOnce
    environment.globals |= {"_": gettext, "ngettext": ngettext, "labels": LABELS, "links": links}
    environment.filters |= {
        "capital": capital,
        "small": small,
        "date": _date,
        "lang": _lang,
        "number": _number,
    }
    return environment
