"""The WSGI application of the desk: it checks each request, finds its screen, and adds the headers of every answer."""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from werkzeug.exceptions import Forbidden, HTTPException, NotFound
from werkzeug.routing import Map, Rule
from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

from generator.desk.guard import Guard, describe
from generator.desk.screens import ROUTES, problem
from generator.desk.visit import DeskRequest, Route, Settings, Visit
from generator.desk.workspace import Workspace
from generator.edit.error import EditError
from generator.edit.steps import ConflictError
from generator.escape import html_text
from generator.language import ENGLISH
from generator.site.theme_files import ASSETS as SITE_ASSETS

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_OWN = Path(__file__).parent / "assets"
ASSETS = {
    **{
        name: _OWN / name
        for name in (
            *("desk.css", "read.css", "article.css", "position.css"),
            *("desk.js", "table.js", "editor.js", "article.js", "article_in.js", "position.js"),
            *("text_places.js", "quotations.js", "read.js"),
        )
    },
    # The marks of stances, and the icon, are those of the site.
    **{name: SITE_ASSETS / name for name in ("bb-2-signs.css", "icon.svg")},
}
"""The styles, scripts and pictures of the desk."""
_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_ASSET = "asset"


class Desk:
    """The desk of the project in `workspace`."""

    def __init__(
        self,
        workspace: Workspace,
        guard: Guard,
        settings: Settings = Settings(),  # noqa: B008 - a frozen value
        routes: Collection[Route] = ROUTES,
    ) -> None:
        """Make the list of addresses from the screens."""
        self.workspace, self.guard, self.settings = workspace, guard, settings
        rules = [Rule(route.path, endpoint=route.endpoint, methods=[route.method]) for route in routes]
        self._map = Map([*rules, Rule("/assets/<name>", endpoint=_ASSET, methods=["GET"])])
        self._views = {(route.endpoint, route.method): route.view for route in routes}
        self._headers = _headers(settings.preview)

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request."""
        request = DeskRequest(environ)
        try:
            response = self._answer(request)
        except HTTPException as error:
            response = self._refuse(request, error)
        for name, value in self._headers:
            response.headers[name] = value
        response.call_on_close(request.close)  # files that were sent
        return response(environ, start_response)

    def _answer(self, request: Request) -> Response:
        guard = self.guard
        guard.check(request)
        if guard.opens(request):
            return self._open(request)
        if not guard.has_key(request):
            raise Forbidden(
                "Open the desk by the address that the terminal prints: only that address has the key. "
                "If you came here by a link and the desk is open in another tab, load this page again."
            )
        if request.method == "POST":
            guard.check_token(request)
        addresses = self._map.bind_to_environ(request.environ)
        endpoint, values = addresses.match()
        if endpoint == _ASSET:
            return _asset(values["name"])
        visit = Visit(request, self.workspace, guard, self.settings, addresses)
        method = "GET" if request.method == "HEAD" else request.method
        try:
            return self._views[endpoint, method](visit, **values)
        except ConflictError as error:
            return problem.conflict(visit, error)
        except EditError as error:
            return problem.edit_error(visit, error)
        except NotFound:
            return problem.not_found(visit)

    def _open(self, request: Request) -> Response:
        """Store the key in a cookie, and redirect to the address without the key: browsers keep addresses in their history."""
        response = redirect(request.path, 303, Response)
        secure = self.guard.origin.startswith("https:") and self.guard.address != request.host_url
        response.set_cookie(
            self.guard.cookie, self.guard.key, httponly=True, samesite="Strict", secure=secure, path="/"
        )
        return response

    def _refuse(self, request: Request, error: HTTPException) -> Response:
        """Return a short page without styles for a request that is refused, or a text for a script."""
        if error.response is not None:  # a redirect to the address with the right slashes
            return Response.force_type(error.get_response(request.environ))
        words = describe(error)
        if isinstance(error, NotFound):
            words = ENGLISH.say("Page not found.")
        again = f'<p><a href="{html_text(request.path)}">Load this page again</a></p>'
        body = (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Desk</title></head><body>'
            f"<h1>{error.code}</h1><p>{html_text(words)}</p>{again if isinstance(error, Forbidden) else ''}</body></html>\n"
        )
        headers = [pair for pair in error.get_headers(request.environ) if pair[0] == "Allow"]
        return Response(body, error.code, headers, mimetype="text/html")


def _asset(name: str) -> Response:
    if name not in ASSETS:
        raise NotFound
    path = ASSETS[name]
    return Response(path.read_bytes(), mimetype=_TYPES[path.suffix])


def _headers(preview: str) -> list[tuple[str, str]]:
    """Return the headers of every answer. The preview may be shown beside a form; nothing may show the desk."""
    parts = urlsplit(preview)
    frame = f"{parts.scheme}://{parts.netloc}" if preview else "'none'"
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        f"form-action 'self'; frame-src {frame}; frame-ancestors 'none'; base-uri 'none'"
    )
    return [
        ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff"),
        ("Cache-Control", "no-store"),
        # With “no-referrer”, browsers send no origin with forms. To other origins, this sends nothing either.
        ("Referrer-Policy", "same-origin"),
        ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
