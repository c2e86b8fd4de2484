"""What a saved page says about itself: title, author, publisher, date, language, address and kind, each with its place."""

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, fromstring

from generator.edit.articles.cleaning import clean
from generator.edit.articles.converted import Found
from generator.edit.articles.html.page import Page

_Values = Iterator[tuple[str, str]]
_ARTICLES = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle",
    "AskPublicNewsArticle", "Article", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "DiscussionForumPosting", "Report",
    "TechArticle", "ScholarlyArticle", "AdvertiserContentArticle", "SatiricalArticle", "WebPage", "SpeechArticle", "Legislation",
)  # fmt: skip
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
_KIND_METAS = ("dc.type", "dcterms.type", "content-type", "article:type", "govuk:format", "govuk:content-type", "page-type", "document-type")
_DATE_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date.published", "dc.date.issued", "dcterms.issued",
    "dcterms.date", "dc.date", "dcterms.created", "dc.date.created", "publish-date", "publishdate", "publication_date", "pubdate", "date", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "article.published", "published_time", "citation_publication_date", "govuk:first-published-at", "last-updated-first",
)  # fmt: skip
_AUTHOR_METAS = ("author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "article:author_name", "cxenseparse:author", "citation_author")
_PUBLISHER_METAS = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name", "copyright-holder", "article:publisher")
_BY = re.compile(r"(?:by|von|par|por|di|door|автор:?|autor(?:in)?:?|text:)\s+(?=\S)", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[|–—·•»:-]+\s+|\s*\|\s*")
_MOST_NODES = 20_000  # of JSON-LD
_LONGEST = 300  # letters of a title or a name
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.IGNORECASE)
_SINGLEFILE = re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)", re.IGNORECASE)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_.@].*)?", re.IGNORECASE)


class _Source:
    """The places of a page that state details."""

    def __init__(self, page: Page) -> None:
        self.page, self.root = page, page.root
        self.metas: dict[str, list[str]] = {}
        for meta in self.root.iter("meta"):
            content = clean(unescape(meta.get("content") or ""))
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                if content and (name := meta.get(attribute)):
                    self.metas.setdefault(name.strip().lower(), []).append(content)
        self.items = list(_articles(_json_ld(self.root)))

    def meta(self, *names: str) -> _Values:
        for name in names:
            for value in self.metas.get(name, ()):
                yield value, f"meta {name}"

    def data(self, key: str) -> Iterator[tuple[Any, str]]:
        for item in self.items:
            if key in item:
                yield item[key], f"JSON-LD {key}"

    def elements(self, path: str) -> Iterator[HtmlElement]:
        yield from (item for item in self.root.xpath(path) if isinstance(item, etree.ElementBase))


def details_of(page: Page) -> Mapping[str, tuple[Found, ...]]:
    """Return the details that a page states, for each key the values that differ, the best first."""
    source = _Source(page)
    publishers = _distinct(_publishers(source))
    names = [found.value for found in publishers]
    values = {
        "title": _distinct(_titles(source, names)),
        "byline": _distinct(_bylines(source, names)),
        "publisher": publishers,
        "published": _distinct(_dates(source)),
        "language": _languages(source),
        "url": _distinct(_urls(source)),
        "kind": _distinct(_kinds(source)),
    }
    return {key: found for key, found in values.items() if found}


def states_a_paywall(root: HtmlElement) -> str:
    """Return where a page states that its article is not free; an empty text if it does not."""
    for item in _json_ld(root):
        if str(item.get("isAccessibleForFree")).lower() in {"false", "http://schema.org/false"}:
            return "The page states in JSON-LD that it is not free to read"
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        if name == "article:content_tier" and (meta.get("content") or "").lower() in {"locked", "metered"}:
            return f"The page states in meta {name} that it is not free to read"
    return ""


def _json_ld(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the objects of all JSON-LD of a page, from the outside in."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        text = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$", "", script.text or "").strip().rstrip(";")
        try:
            waiting = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(_MOST_NODES):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, dict):
                yield node
                waiting += [node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement") if key in node]
            elif isinstance(node, list):
                waiting += node


def _types(item: Mapping[str, Any]) -> list[str]:
    types = item.get("@type")
    return [str(kind).rpartition("/")[2] for kind in (types if isinstance(types, list) else [types])]


def _articles(items: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the items that are articles; pages only if there is no article."""
    items = list(items)
    found = [item for item in items if set(_types(item)) & (set(_ARTICLES) - {"WebPage"})]
    yield from found or [item for item in items if "WebPage" in _types(item)]


def _distinct(values: _Values) -> tuple[Found, ...]:
    """Return values without those that say the same again."""
    found: dict[str, Found] = {}
    for value, where in values:
        if key := "".join(filter(str.isalnum, value.casefold())):
            found.setdefault(key, Found(value, where))
    return tuple(found.values())


def _plain(value: object) -> str:
    """Return a text of JSON-LD as readers see it; nothing if it is no text, or too long for a title or a name."""
    if not isinstance(value, str):
        return ""
    text = unescape(value)
    if re.search(r"</?[a-z]", text, re.IGNORECASE):
        try:
            text = fromstring(f"<div>{text}</div>").text_content()
        except (etree.LxmlError, ValueError):
            return ""
    text = clean(text)
    return text if len(text) <= _LONGEST else ""


def _titles(source: _Source, publishers: Iterable[str]) -> _Values:
    publishers = list(publishers)
    headings = [clean(element.text_content()) for element in source.elements("//h1")]
    headings = [heading for heading in headings if heading and heading not in publishers and len(heading) <= _LONGEST]
    named = [(_without_site(value, publishers), where) for value, where in source.meta("og:title")]
    named += [(_without_site(_plain(value), publishers), where) for value, where in source.data("headline")]
    yield from named
    if len(headings) == 1:
        yield headings[0], "h1"
    elif (itemprop := next(source.elements("//h1[@itemprop='headline']|//article//h1|//main//h1"), None)) is not None:
        yield clean(itemprop.text_content()), "h1"
    for value, where in source.meta("twitter:title", "dc.title", "dcterms.title", "title"):
        yield _without_site(value, publishers), where
    for title in list(source.elements("//title"))[:1]:
        value = _without_site(clean(title.text_content()), publishers)
        better = [known for known, _ in named if known] + headings
        # A title that begins or ends with a known one only adds the site's name.
        if not any(known in value or value in known for known in better):
            yield (value if better else _first_part(value)), "title"


def _without_site(title: str, publishers: Iterable[str]) -> str:
    """Return a title without the name of its site at an end."""
    sites = {_key(name) for name in publishers}
    parts = list(_SEPARATOR.finditer(title))
    if parts and _key(title[parts[-1].end() :]) in sites:
        return _without_site(title[: parts[-1].start()].strip(), publishers)
    if parts and _key(title[: parts[0].start()]) in sites:
        return title[parts[0].end() :].strip()
    return title


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold())).removeprefix("the")


def _first_part(title: str) -> str:
    """Return a title before a bar, behind which the name of a site stands."""
    return re.split(r"\s+[|]\s+|\s+[—–]\s+(?=[^—–]{2,40}$)|\s+-\s+(?=[^-]{2,40}$)", title)[0].strip()


def _names(value: object) -> list[str]:
    """Return the names in a value of JSON-LD: a text, an object with a name, or a list of them."""
    if isinstance(value, list):
        return [name for item in value[:50] for name in _names(item)]
    if isinstance(value, dict):
        return _names(value.get("name"))
    text = _plain(value)
    return [text] if text and not text.startswith(("http:", "https:")) else []


def _bylines(source: _Source, publishers: Iterable[str]) -> _Values:
    sites = {_key(name) for name in publishers}
    for value, where in source.data("author"):
        names = [name for name in dict.fromkeys(map(_by, _names(value))) if _key(name) not in sites]
        if names:
            yield ", ".join(names), where
    for name in _AUTHOR_METAS:
        values = [_by(value) for value, _ in source.meta(name) if not re.match(r"https?:|@|www\.", value)]
        values = [value for value in dict.fromkeys(values) if value and _key(value) not in sites]
        if values:
            yield ", ".join(values), f"meta {name}"
    for path, where in (
        ("//*[@itemprop='author']//*[@itemprop='name']", "itemprop author"),
        ("//*[@itemprop='author'][not(.//*[@itemprop='name'])]", "itemprop author"),
        ("//a[@rel='author']", "link rel author"),
        ("//*[contains(concat(' ', normalize-space(@class), ' '), ' byline ')]", "class byline"),
    ):
        values = [clean(element.text_content()) for element in source.elements(path)]
        names = list(dict.fromkeys(_by(value) for value in values if value and len(value) <= 80))  # noqa: PLR2004  # letters
        names = [name for name in names if _key(name) not in sites and not re.search(r"\d", name)]
        if names and len(names) <= 6:  # noqa: PLR2004  # more are the authors of other articles
            yield ", ".join(names), where
            return


def _by(name: str) -> str:
    return _BY.sub("", name, count=1).strip(" ,|") if _BY.match(name) else name.strip(" ,|")


def _publishers(source: _Source) -> _Values:
    for value, where in source.data("publisher"):
        for name in _names(value)[:1]:
            yield name, where
    for value, where in source.meta(*_PUBLISHER_METAS):
        if not re.match(r"https?:|@|www\.", value) and len(value) <= 100:  # noqa: PLR2004  # letters
            yield value, where
    for element in source.elements("//*[@itemprop='publisher']//*[@itemprop='name']"):
        yield clean(element.get("content") or element.text_content()), "itemprop publisher"


def _dates(source: _Source) -> _Values:
    found: list[tuple[str, str]] = [(_plain(value), where) for value, where in source.data("datePublished")]
    found += source.meta(*_DATE_METAS)
    for element in source.elements("//*[@itemprop='datePublished']"):
        found.append((element.get("content") or element.get("datetime") or "", "itemprop datePublished"))
    times = list(source.elements("//time[@datetime]"))
    marked = [time for time in times if time.get("pubdate") is not None or "publish" in time.get("class", "").lower() or "entry-date" in time.get("class", "").split()]
    if marked:
        found.append((marked[0].get("datetime"), "time datetime"))
    elif not any(date_of(value) for value, _ in found):
        inside = [time for time in times if next(time.iterancestors("article", "main"), None) is not None]
        days = {date_of(time.get("datetime")) for time in inside or times}
        # Times of several days belong to other articles as well, or to the posts of a live blog.
        if len(days) == 1:
            found.append(((inside or times)[0].get("datetime"), "time datetime"))
    for value, where in found:
        if day := date_of(value):
            yield day, where


def date_of(value: str) -> str:
    """Return the day of a date in a machine's form as year-month-day; nothing for another form or an impossible date."""
    value = value.strip()
    if match := re.match(r"(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)(?=$|[T\s_Z]|\+)|(\d{4})(\d{2})(\d{2})(?=T?\d{4,6}$)", value):
        year, month, day = (int(part) for part in match.groups() if part)
        try:
            return dt.date(year, month, day).isoformat() if year >= 1700 else ""  # noqa: PLR2004  # before the first newspapers
        except ValueError:
            return ""
    if re.match(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d", value):
        try:
            return parsedate_to_datetime(value).date().isoformat()
        except ValueError:
            return ""
    for form in ("%B %d, %Y", "%d %B %Y", "%b %d, %Y", "%d %b %Y"):
        try:
            return dt.datetime.strptime(value, form).replace(tzinfo=dt.UTC).date().isoformat()
        except ValueError:
            continue
    return ""


def _languages(source: _Source) -> tuple[Found, ...]:
    """Return languages as BCP 47 has them; a language without its country says nothing new beside one with it."""
    values = [(source.root.get("lang") or source.root.get("{http://www.w3.org/XML/1998/namespace}lang") or source.root.get("xml:lang") or "", "html lang")]
    values += source.meta("og:locale", "content-language", "dc.language", "dcterms.language", "language")
    values += [(_plain(value), where) for value, where in source.data("inLanguage")]
    for element in list(source.elements("//body[@lang]|//article[@lang]|//main[@lang]"))[:1]:
        values.append((element.get("lang"), f"{element.tag} lang"))
    found: dict[str, Found] = {}
    for value, where in values:
        if language := language_of(value):
            found.setdefault(language, Found(language, where))
    tags = list(found)
    return tuple(found[tag] for number, tag in enumerate(tags) if not number or not any(other != tag and tag.partition("-")[0] == other.partition("-")[0] and (other.startswith(tag) or number) for other in tags[:number]))


def language_of(value: str) -> str:
    """Return a language as BCP 47 writes it: en-GB for en_gb; nothing if it is none."""
    match = _LANGUAGE.fullmatch(value.strip())
    if match is None:
        return ""
    language, script, region = match.groups()
    return "-".join(filter(None, [language.lower(), (script or "").title(), (region or "").upper()]))


def _urls(source: _Source) -> _Values:
    text = source.page.text
    found: list[tuple[str, str]] = []
    found += [(link.get("href") or "", "link canonical") for link in source.elements("//link[translate(@rel, 'CANOIL', 'canoil')='canonical']")]
    found += source.meta("og:url", "savepage-url", "twitter:url")
    found += [(match[1], "comment of SingleFile") for match in _SINGLEFILE.finditer(text[:5000])]
    found += [(match[1], "comment saved from url") for match in _SAVED_FROM.finditer(text[:5000])]
    for key in ("url", "mainEntityOfPage", "@id"):
        for value, where in source.data(key):
            address = value.get("@id") if isinstance(value, dict) else value
            found.append((address if isinstance(address, str) else "", where))
    for value, where in found:
        address = value.strip().partition("#")[0]
        if re.fullmatch(r"https?://[^\s<>\"']{3,2000}", address):
            yield address, where


def _kinds(source: _Source) -> _Values:
    for name in _KIND_METAS:
        for value, where in source.meta(name):
            if kind := _KINDS.get(value.casefold()):
                yield kind, where
    for value, where in source.data("articleSection"):
        for section in _names(value):
            if (kind := _KINDS.get(section.casefold())) and kind != "article":
                yield kind, where
    kinds = {kind for item in source.items for kind in _types(item)}
    if "LiveBlogPosting" not in kinds:
        for kind in sorted(kinds):
            if (value := _KINDS.get(kind.lower())) is not None:
                yield value, f"JSON-LD @type {kind}"
