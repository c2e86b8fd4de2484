"""What a saved page says about itself: title, author, publisher, date, language, address and kind, each with its place."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from lxml.html import HtmlElement

from generator.edit.articles.cleaning import clean
from generator.edit.articles.converted import Found
from generator.edit.articles.html.json_ld import LONGEST, json_ld, names_in, plain, types
from generator.edit.articles.html.normal_forms import date_of, language_of
from generator.edit.articles.html.page import Page
from generator.edit.articles.html.stated import Stated
from generator.edit.articles.html.titles import first_part, key, without_site

_Values = Iterator[tuple[str, str]]
_KINDS = {
    **dict.fromkeys(
        ["newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle", "backgroundnewsarticle", "news article"],
        "article",
    ),
    **dict.fromkeys(["socialmediaposting", "discussionforumposting"], "post"),
    **dict.fromkeys(
        ["press release", "press_release", "pressrelease", "statement", "pressemitteilung", "communiqué de presse", "erklärung",
         "comunicado de prensa", "oral_statement", "written_statement", "oral statement to parliament", "written statement to parliament"],
        "statement",
    ),
    **dict.fromkeys(["speech", "rede", "discours", "discurso"], "speech"),
    **dict.fromkeys(["transcript", "transkript", "authored transcript"], "transcript"),
    **dict.fromkeys(["interview", "entrevista"], "interview"),
}  # fmt: skip
_KIND_METAS = (
    "dc.type",
    "dcterms.type",
    "content-type",
    "article:type",
    "govuk:format",
    "govuk:content-type",
    "page-type",
    "document-type",
)
_DATE_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date.published", "dc.date.issued", "dcterms.issued",
    "dcterms.date", "dc.date", "dcterms.created", "dc.date.created", "publish-date", "publishdate", "publication_date", "pubdate", "date", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "article.published", "published_time", "citation_publication_date", "mediator_published_time", "govuk:first-published-at", "last-updated-first",
)  # fmt: skip
_AUTHOR_METAS = (
    "author",
    "article:author",
    "og:article:author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "article:author_name",
    "cxenseparse:author",
    "citation_author",
    "mediator_author",
)
_PUBLISHER_METAS = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "copyright-holder")
_BY = re.compile(
    r"(?:(?:posted |written |reported )?by|von|par|por|di|door|автор:?|autor(?:in)?:?|text:)\s+(?=\S)",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"publish|(?:^|\s)entry-date(?=$|\s)", re.IGNORECASE)
_CANONICAL = "//link[translate(@rel, 'CANOIL', 'canoil')='canonical']"
_LOGO = "//h1[.//a[@rel='home' or @href='/' or re:test(@href, '^https?://[^/]+/?$')]]"  # the name of the site
_MOST_AUTHORS = 6  # more are the authors of other articles
_LONGEST_NAME = 100
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.IGNORECASE)
_SINGLEFILE = re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)", re.IGNORECASE)


def details_of(page: Page) -> Mapping[str, tuple[Found, ...]]:
    """Return the details that a page states, for each key the values that differ, the best first."""
    source = Stated(page)
    publishers = _distinct(_publishers(source))
    sites = [found.value for found in publishers]
    values = {
        "title": _distinct(_titles(source, sites)),
        "byline": _contradicting(_distinct(_bylines(source, sites))),
        "publisher": publishers,
        "published": _distinct(_dates(source)),
        "language": _languages(source),
        "url": _contradicting(_distinct(_urls(source))),
        "kind": _distinct(_kinds(source)),
    }
    return {key: found for key, found in values.items() if found}


def summaries_of(root: HtmlElement) -> tuple[str, ...]:
    """Return what a page gives as its own summary."""
    names = {"description", "og:description", "twitter:description", "dc.description"}
    metas = (
        meta
        for meta in root.iter("meta")
        if (meta.get("property") or meta.get("name") or "").lower() in names
    )
    return tuple(filter(None, (clean(unescape(meta.get("content") or "")) for meta in metas)))


def states_a_paywall(root: HtmlElement) -> str:
    """Return where a page states that its article is not free; an empty text if it does not."""
    for item in json_ld(root):
        if str(item.get("isAccessibleForFree")).lower() in {"false", "http://schema.org/false"}:
            return "The page states in JSON-LD that it is not free to read"
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        if name == "article:content_tier" and (meta.get("content") or "").lower() in {"locked", "metered"}:
            return f"The page states in meta {name} that it is not free to read"
    return ""


def _distinct(values: _Values) -> tuple[Found, ...]:
    """Return values without those that say the same again."""
    found: dict[str, Found] = {}
    for value, where in values:
        if letters := "".join(filter(str.isalnum, value.casefold())):
            found.setdefault(letters, Found(value, where))
    return tuple(found.values())


def _contradicting(found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Return values without those that are a part of a better one, or add something to it."""
    result: dict[str, Found] = {}
    for item in found:
        letters = key(re.sub("^https?://(?:www[.])?", "", item.value))
        if not any(letters in known or known in letters for known in result):
            result[letters] = item
    return tuple(result.values())


def _titles(source: Stated, publishers: Iterable[str]) -> _Values:
    publishers = [*publishers, *map(_text, source.elements(_LOGO))]
    printed = [_text(element) for element in source.elements("//h1")]
    headings = [title for title in printed if title and title not in publishers and len(title) <= LONGEST]
    named = [(without_site(value, publishers), where) for value, where in source.meta("og:title")]
    browser = [_text(element) for element in source.elements("//title")[:1]]
    if not named and len(headings) == 1 and any(value.startswith(headings[0]) for value in browser):
        yield headings[0], "h1"  # two places agree; what only search engines read may be another text
    named += [(without_site(plain(value), publishers), where) for value, where in source.data("headline")]
    yield from named
    if len(headings) == 1:
        yield headings[0], "h1"
    else:
        for heading in source.elements("//h1[@itemprop='headline']|//article//h1|//main//h1")[:1]:
            yield _text(heading), "h1"
    for value, where in source.meta("twitter:title", "dc.title", "dcterms.title", "title"):
        title = without_site(value, publishers)
        if not any(known.startswith(title.rstrip(".… ")) for known, _ in named):  # the same, cut short
            yield title, where
    for value in (without_site(value, publishers) for value in browser):
        better = [known for known, _ in named if known] + headings
        # A title that begins or ends with a known one only adds the site's name.
        if key(value) not in {key(name) for name in publishers} and not any(
            known in value or value in known for known in better
        ):
            yield (value if better else first_part(value)), "title"


def _text(element: HtmlElement) -> str:
    return clean(element.text_content())


def _bylines(source: Stated, publishers: Iterable[str]) -> _Values:
    sites = {key(name) for name in publishers}
    for value, where in source.data("author"):
        names = [name for name in dict.fromkeys(map(_by, names_in(value))) if key(name) not in sites]
        if names:
            yield ", ".join(names), where
    for name in _AUTHOR_METAS:
        values = [_by(value) for value, _ in source.meta(name) if not re.match(r"https?:|@|www\.", value)]
        values = [value for value in dict.fromkeys(values) if value and key(value) not in sites]
        if values:
            yield ", ".join(values), f"meta {name}"
    for path, where in (
        ("//*[@itemprop='author']//*[@itemprop='name']", "itemprop author"),
        ("//*[@itemprop='author'][not(.//*[@itemprop='name'])]", "itemprop author"),
        ("//a[@rel='author']", "link rel author"),
        ("//*[contains(concat(' ', normalize-space(@class), ' '), ' byline ')]", "class byline"),
        ("//*[contains(concat(' ', normalize-space(@class), ' '), ' reader-credits ')]", "reader mode"),
    ):
        values = [clean(element.text_content()) for element in source.elements(path)]
        names = list(dict.fromkeys(_by(value) for value in values if value and len(value) <= _LONGEST_NAME))
        names = [name for name in names if key(name) not in sites and not re.search(r"\d", name)]
        if names and len(names) <= _MOST_AUTHORS:
            yield ", ".join(names), where
            return


def _by(name: str) -> str:
    return _BY.sub("", name, count=1).strip(" ,|") if _BY.match(name) else name.strip(" ,|")


def _publishers(source: Stated) -> _Values:
    for value, where in source.data("publisher"):
        for name in names_in(value)[:1]:
            yield name, where
    for value, where in source.meta(*_PUBLISHER_METAS):
        if not re.match(r"https?:|@|www\.", value) and len(value) <= _LONGEST_NAME:
            yield value, where
    for element in source.elements("//*[@itemprop='publisher']//*[@itemprop='name']"):
        yield clean(element.get("content") or element.text_content()), "itemprop publisher"


def _dates(source: Stated) -> _Values:
    found: list[tuple[str, str]] = [(plain(value), where) for value, where in source.data("datePublished")]
    found += source.meta(*_DATE_METAS)
    for element in source.elements("//*[@itemprop='datePublished']")[:1]:  # the next belong to other articles
        found.append((element.get("content") or element.get("datetime") or "", "itemprop datePublished"))
    times = source.elements("//time[@datetime]")
    if marked := [
        time for time in times if time.get("pubdate") is not None or _PUBLISHED.search(time.get("class", ""))
    ]:
        found.append((marked[0].get("datetime", ""), "time datetime"))
    elif not any(date_of(value) for value, _ in found):
        inside = [time for time in times if next(time.iterancestors("article", "main"), None) is not None]
        values = [time.get("datetime", "") for time in inside or times]
        # Times of several days belong to other articles as well, or to the posts of a live blog.
        if len(set(map(date_of, values))) == 1:
            found.append((values[0], "time datetime"))
    for value, where in found:
        if day := date_of(value):
            yield day, where


def _languages(source: Stated) -> tuple[Found, ...]:
    """Return languages as BCP 47 has them. A country beside a language, or without one, is no contradiction."""
    root = source.root
    own = (
        root.get("lang")
        or root.get("{http://www.w3.org/XML/1998/namespace}lang")
        or root.get("xml:lang")
        or ""
    )
    values = [(own, "html lang")]
    values += source.meta("og:locale", "content-language", "dc.language", "dcterms.language", "language")
    values += [(plain(value), where) for value, where in source.data("inLanguage")]
    for element in source.elements("//body[@lang]|//article[@lang]|//main[@lang]")[:1]:
        values.append((element.get("lang", ""), "lang of the text"))
    found: dict[str, Found] = {}
    for value, where in values:
        if language := language_of(value):
            found.setdefault(language.partition("-")[0], Found(language, where))
    return tuple(found.values())


def _urls(source: Stated) -> _Values:
    text = source.page.text
    found: list[tuple[str, str]] = []
    found += [(link.get("href") or "", "link canonical") for link in source.elements(_CANONICAL)]
    found += source.meta("og:url", "savepage-url", "twitter:url")
    found += [(match[1], "comment of SingleFile") for match in _SINGLEFILE.finditer(text[:5000])]
    found += [(match[1], "comment saved from url") for match in _SAVED_FROM.finditer(text[:5000])]
    for name in ("url", "mainEntityOfPage", "@id"):
        for value, where in source.data(name):
            item = value.get("@id") if isinstance(value, dict) else value
            found.append((item if isinstance(item, str) else "", where))
    for value, where in found:
        address = value.strip().partition("#")[0]
        if re.fullmatch(r"https?://[^\s<>\"']{3,2000}", address):
            yield address, where


def _kinds(source: Stated) -> _Values:
    for name in _KIND_METAS:
        for value, where in source.meta(name):
            if kind := _KINDS.get(value.casefold()):
                yield kind, where
    for value, where in source.data("articleSection"):
        for section in names_in(value):
            if (kind := _KINDS.get(section.casefold())) and kind != "article":
                yield kind, where
    found = {name for item in source.items for name in types(item)}
    if "LiveBlogPosting" not in found:
        for name in sorted(found):
            if kind := _KINDS.get(name.lower()):
                yield kind, f"JSON-LD @type {name}"
