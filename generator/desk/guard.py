"""Refuse every request that does not come from a page of the desk itself, before any file is looked at.

Other programs, and every web page that is open in the same browser, can reach a server on this machine. So a request
needs the desk's own host (no other name leads here: DNS rebinding), and a random key that only the printed address has.
A write also needs the desk's own origin, and a token that is in the desk's pages only.
"""

import re
from dataclasses import dataclass, field
from hmac import compare_digest
from secrets import token_urlsafe
from urllib.parse import urlsplit

from werkzeug.exceptions import (
    BadRequest,
    Forbidden,
    HTTPException,
    MethodNotAllowed,
    RequestEntityTooLarge,
    RequestURITooLarge,
)
from werkzeug.wrappers import Request

HOST = "127.0.0.1"
"""The only address that the desk listens on."""
LARGEST_BODY = 25_000_000  # bytes; two copies of the largest file fit
_METHODS = ("GET", "HEAD", "POST")
_LONGEST_PATH = 2000
_OTHER_SITES = (
    "cross-site",
    "same-site",
)  # what a browser says if a page of another origin sends the request
# Control characters, and the other separator of folders on Windows.
_REFUSED = re.compile(r"[\x00-\x1f\x7f\\\ufffd]")
_ORIGIN = re.compile(r"https?://[a-z0-9_-]+(?:\.[a-z0-9_-]+)*(?::[0-9]{1,5})?")
TOKEN_FIELD, TOKEN_HEADER = "token", "X-Desk-Token"


def is_origin(text: str) -> bool:
    """Return whether `text` is an origin: a scheme, a host and maybe a port, without a path."""
    return bool(_ORIGIN.fullmatch(text))


@dataclass(frozen=True)
class Guard:
    """What a request to the desk at `port` must have.

    `origin` is the one other address under which a forwarded port may be reached; empty if there is none. `key` and
    `token` are new for each start of the desk.
    """

    port: int
    origin: str = ""
    key: str = field(default_factory=lambda: token_urlsafe(24))
    token: str = field(default_factory=lambda: token_urlsafe(24))

    @property
    def cookie(self) -> str:
        """Return the name of the cookie: browsers send cookies to all ports, and two desks must not mix theirs up."""
        return f"briefing-desk-{self.port}"

    @property
    def address(self) -> str:
        """Return the origin of the desk for the editor's browser."""
        return self.origin or f"http://{HOST}:{self.port}"

    @property
    def address_with_key(self) -> str:
        """Return the address to open: the only place that has the key."""
        return f"{self.address}/?key={self.key}"

    def check(self, request: Request) -> None:
        """Raise an HTTPException if `request` is not for a page of the desk. The key is checked later: see `has_key`."""
        _check_path(request)
        if request.method not in _METHODS:
            raise MethodNotAllowed(_METHODS)
        if not self._is_own_host(request):
            raise Forbidden("The desk does not answer to this host. Open it by the address in the terminal.")
        is_navigation = request.headers.get("Sec-Fetch-Mode") == "navigate" and request.method != "POST"
        if request.headers.get("Sec-Fetch-Site") in _OTHER_SITES and not is_navigation:
            raise Forbidden("Only pages of the desk may send this request.")
        if request.method == "POST" and request.headers.get("Origin") not in self._own_origins(request):
            raise Forbidden("Only pages of the desk may write. Open the desk by the address in the terminal.")

    def opens(self, request: Request) -> bool:
        """Return whether the address of a request has the key, as the printed one does."""
        return request.method == "GET" and _same(request.args.get("key", ""), self.key)

    def has_key(self, request: Request) -> bool:
        """Return whether the browser was opened with the key."""
        return _same(request.cookies.get(self.cookie, ""), self.key)

    def check_token(self, request: Request) -> None:
        """Raise Forbidden if a write has no token of this desk. This reads the body of the request."""
        sent = request.headers.get(TOKEN_HEADER) or request.form.get(TOKEN_FIELD, "")
        if not _same(sent, self.token):
            raise Forbidden(
                "This page is from an earlier start of the desk. Nothing was written. Go back, copy what you wrote, and reload."
            )

    def _own_hosts(self) -> tuple[str, ...]:
        return f"{HOST}:{self.port}", f"localhost:{self.port}"

    def _is_own_host(self, request: Request) -> bool:
        """Return whether the hosts that a request names are those of this desk.

        A service that forwards ports sends the local host, and the public one in another header. It is refused unless the
        editor has named it.
        """
        named = urlsplit(self.origin).netloc
        forwarded = request.headers.get("X-Forwarded-Host", "").lower()
        if forwarded or "Forwarded" in request.headers:
            return bool(named) and forwarded == named
        host = request.headers.get("Host", "").lower()
        return host in self._own_hosts() or (bool(named) and host == named)

    def _own_origins(self, request: Request) -> tuple[str, ...]:
        """Return the origins of the desk's pages. Some services that forward ports also replace the origin by the local one."""
        if "X-Forwarded-Host" in request.headers:
            local = [f"{scheme}://{host}" for scheme in ("http", "https") for host in self._own_hosts()]
            return (self.origin, *local)
        host = request.headers.get("Host", "").lower()
        return (self.origin,) if host == urlsplit(self.origin).netloc else (f"http://{host}",)


def _check_path(request: Request) -> None:
    path = request.path
    if len(path) > _LONGEST_PATH:
        raise RequestURITooLarge
    parts = path.split("/")
    if _REFUSED.search(path) or not {".", ".."}.isdisjoint(parts) or "" in parts[1:-1]:
        raise BadRequest("This is not the address of a page of the desk.")


def _same(sent: str, own: str) -> bool:
    """Compare two secrets in a time that does not depend on where they differ."""
    return compare_digest(sent.encode("utf-8", "replace"), own.encode())


def describe(error: HTTPException) -> str:
    """Return the words of a refusal as one paragraph."""
    if isinstance(error, RequestEntityTooLarge):
        return (
            f"This is larger than {LARGEST_BODY // 1_000_000} MB. Nothing was stored. Save the part that you need "
            "as plain text (UTF-8), and choose that; or store the file in a terminal: briefing new source FILE"
        )
    return str(error.description or error.name)
