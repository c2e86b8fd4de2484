"""An article comes in: a file, a pasted text or a web address. Nothing is stored here: its review follows."""

from pathlib import PurePosixPath
from urllib.parse import unquote

from werkzeug.wrappers import Response

from generator.clock import day
from generator.desk.guard import LARGEST_BODY
from generator.desk.reviews import Held, convert
from generator.desk.visit import Route, Visit
from generator.edit.articles.fetch import fetch, host_of
from generator.edit.articles.incoming import Incoming, from_web
from generator.edit.error import EditError
from generator.escape import shown

FILE_HEADER = "X-Desk-File"
"""The name of a file whose bytes are the body of a request, percent-encoded."""
_LONGEST_NAME = 200
_RAW = "application/octet-stream"


def show(visit: Visit) -> Response:
    """Show the ways in which an article can come in."""
    return _page(visit)


def take(visit: Visit) -> Response:
    """Convert what was sent, and lead to its review. A script gets the address of the review, or why there is none, as text."""
    if visit.request.mimetype == _RAW:
        return _take_body(visit)
    text, url = visit.form("text"), visit.form("url").strip()
    try:
        if url:
            if not visit.form("ask"):
                return _page(visit, address=url, host=host_of(url))
            return visit.redirect("article-review", token=_hold_address(visit, url))
        return visit.redirect("article-review", token=_hold(visit, _sent(visit, text)))
    except EditError as error:
        return _page(visit, 422, error=str(error), text=text, address=url)


def missing(visit: Visit) -> Response:
    """Say that an article is not held any more, with the ways to begin again."""
    words = (
        "This article is not held any more: the desk was started again, or others came in since. Begin again."
    )
    return _page(visit, 404, error=visit.say(words))


ROUTES = (Route("article", "/articles/new", show), Route("article", "/articles/new", take, "POST"))


def _page(visit: Visit, status: int = 200, **context: str) -> Response:
    values = {"error": "", "text": "", "address": "", "host": "", **context}
    return visit.page(
        "article.html.jinja",
        visit.say("New source"),
        "sources",
        status=status,
        largest=LARGEST_BODY,
        megabytes=LARGEST_BODY // 1_000_000,
        **values,
    )


def _sent(visit: Visit, text: str) -> Incoming:
    """Return the file of a form, or else the text that was pasted. Raise EditError if there is neither."""
    file = visit.request.files.get("file")
    if file is not None and file.filename:
        return Incoming(file.read(), _name(file.filename))
    if not text.strip():
        raise EditError(visit.say("Nothing was chosen. Choose a file, paste a text, or give an address."))
    return Incoming(text.encode())


def _take_body(visit: Visit) -> Response:
    """Take the file that is the whole body of a request."""
    name = _name(unquote(visit.request.headers.get(FILE_HEADER, "")))
    try:
        token = _hold(visit, Incoming(visit.request.get_data(cache=False), name))
    except EditError as error:
        return Response(str(error), 422, mimetype="text/plain")
    return Response(visit.url("article-review", token=token), mimetype="text/plain")


def _name(sent: str) -> str:
    """Return the name of a file as text; it is never used as a path."""
    return shown(PurePosixPath(sent.replace("\\", "/")).name)[-_LONGEST_NAME:]


def _hold(visit: Visit, incoming: Incoming, notes: tuple[str, ...] = ()) -> str:
    review = convert(incoming)
    review.kept(())  # raises EditError if the file has no text
    return visit.workspace.reviews.add(Held(review, notes))


def _hold_address(visit: Visit, url: str) -> str:
    """Fetch a page that an editor has asked for, after the desk named its host."""
    fetched = fetch(url)
    notes = tuple(visit.say("Redirected to %(url)s", url=shown(each)) for each in fetched.redirects)
    return _hold(visit, from_web(fetched, day()), notes)
