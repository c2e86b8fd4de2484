"""Find words in the stored texts, and parties, sources, issues and files by their names."""

from collections.abc import Sequence

from werkzeug.wrappers import Response

from generator.desk.addresses import line_url, source_url
from generator.desk.selection import Selection
from generator.desk.visit import Route, Visit
from generator.edit.error import EditError
from generator.edit.quote_finder.search import find as find_words
from generator.evidence import Span
from generator.language import shortened
from generator.location import Location

_MOST = 30  # names
_AROUND = 90  # characters beside a passage


def show(visit: Visit) -> Response:
    """Show what was found for the words of the find box."""
    words = " ".join(visit.request.args.get("q", "").split())
    names = list(_names(visit, words.casefold()))[:_MOST] if words else []
    passages, message = [], ""
    corpus = visit.examined.content.corpus
    if words:
        try:
            found = find_words([source.article for source in corpus.sources.values()], corpus, words)
            passages, message = [*found.passages, *found.similar], found.summary
        except EditError as error:
            message = str(error)
    return visit.page(
        "find.html.jinja",
        visit.say("Find"),
        words=words,
        names=names,
        passages=[(passage, _around(passage.article.text, passage.spans)) for passage in passages],
        message=message,
        passage_url=lambda passage: visit.url(
            "read", **Selection(corpus.sources[passage.article.id], passage.spans).values()
        ),
    )


def _names(visit: Visit, words: str) -> list[tuple[str, str, str]]:
    """Return what has `words` in its name: the kind of thing, its name and its address."""
    corpus = visit.examined.content.corpus
    found = [
        (visit.say("Briefing"), item.about.title, visit.url("briefing", slug=slug), slug)
        for slug, item in corpus.briefings.items()
    ]
    found += [
        (visit.say("Issue"), issue.title, visit.url("briefing", slug=slug) + f"#issue-{name}", name)
        for slug, item in corpus.briefings.items()
        for name, issue in item.about.issues.items()
    ]
    found += [
        (
            visit.say("Party"),
            item.name,
            visit.url("parties") + f"#party-{name}",
            " ".join((name, *item.names)),
        )
        for name, item in corpus.parties.items()
    ]
    found += [
        (visit.say("Source"), item.about.title, source_url(visit, name), name)
        for name, item in corpus.sources.items()
    ]
    found += [
        (visit.say("File"), path, line_url(visit, Location(path)), "")
        for path in visit.project.files
        if path.endswith(".yml")
    ]
    return [(kind, name, url) for kind, name, url, other in found if words in f"{name} {other}".casefold()]


def _around(text: str, spans: Sequence[Span]) -> tuple[str, str, str]:
    """Return some words before a passage, the passage, and some words after it."""
    start, end = spans[0].start, spans[-1].end
    before, after = text[:start], text[end:]
    if start > _AROUND:
        before = f"… {text[start - _AROUND : start].partition(' ')[2]}"
    return before, text[start:end], shortened(after, _AROUND)


ROUTES = (Route("find", "/find", show),)
