"""Fetch a page by its web address: over TLS, from public servers alone, and with limits of time, size and redirects.

The address of a server is looked up once, checked, and then connected to, so that no second answer can lead elsewhere.
"""

import http.client
import ipaddress
import re
import socket
import ssl
import threading
import zlib
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import PurePosixPath
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from generator.edit.error import EditError
from generator.escape import shown

MOST_REDIRECTS = 5
LARGEST = 25_000_000  # bytes
SECONDS = 30
_MOVED = (301, 302, 303, 307, 308)
# The ending of a file by its type; for the other types in this list, the bytes decide.
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "message/rfc822": ".eml",
    "application/octet-stream": "",
    "": "",
}
_REASONS = {
    401: "it needs a password",
    403: "the server refuses it",
    404: "the server has no such page",
    410: "the page is gone",
    429: "the server asks to wait",
    451: "the page may not be shown for legal reasons",
}
_NO_ADDRESS = "{} is not a web address. Write the whole address, beginning with https://"
_BY_HAND = "Save the page in your browser, and pass that file."
_SAFE = "/%?:@!$&'()*+,;=~-._"
_CHARSET = re.compile(r"charset\s*=\s*\"?([\w.:-]+)", re.IGNORECASE)
# A gateway passes what is sent to these addresses of version 6 on to the one of version 4 at their end.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True)
class Fetched:
    """A file from the web: its bytes, the address that it came from last, and a name that says what kind of file it is.

    `charset` is the encoding of its text as the server says, and `redirects` are the addresses on the way, in order.
    """

    raw: bytes
    url: str
    name: str
    charset: str
    redirects: tuple[str, ...]


class Network:
    """How names are looked up and servers are connected to. Tests have another one."""

    def look_up(self, host: str, port: int) -> Sequence[str]:
        """Return the addresses of a host. Raise OSError if it has none."""
        return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]

    def connect(self, address: str, port: int, host: str) -> socket.socket:
        """Return a connection over TLS to an address, whose certificate is that of `host`. Raise OSError."""
        plain = socket.create_connection((address, port), SECONDS)
        try:
            return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        except BaseException:
            plain.close()
            raise


class _Connection(http.client.HTTPConnection):
    """A connection through a socket that is connected already, and never through another one."""

    auto_open = 0

    def __init__(self, connected: socket.socket, host: str, port: int) -> None:
        super().__init__(host, port)
        self.default_port = 443  # so that the header Host has no port
        self.sock = connected


@dataclass
class _Fetch:
    """A fetch that goes on in a thread of its own, so that it can be left when its time is over."""

    url: str
    network: Network
    redirects: list[str] = field(default_factory=list)
    result: Fetched | None = None
    error: BaseException | None = None
    connected: socket.socket | None = None

    def run(self) -> None:
        try:
            self.result = self._follow(self.url)
        except BaseException as error:  # noqa: BLE001 - the thread that waits raises it
            self.error = error
        finally:
            self.stop()

    def stop(self) -> None:
        if self.connected is not None:
            with suppress(OSError):
                self.connected.shutdown(socket.SHUT_RDWR)  # unlike closing, this wakes the thread
            self.connected.close()

    def _follow(self, url: str) -> Fetched:
        for _ in range(MOST_REDIRECTS + 1):
            parts = _checked(url)
            with closing(self._response(parts)) as response:
                if response.status not in _MOVED:
                    return self._file(url, parts, response)
                url = urljoin(url, response.getheader("Location") or "")
            self.redirects.append(url)
            self.stop()
        raise EditError(f"cannot fetch {self.url}: more than {MOST_REDIRECTS} redirects. {_BY_HAND}")

    def _response(self, parts: SplitResult) -> http.client.HTTPResponse:
        host, port = parts.hostname or "", parts.port or 443
        self.connected = self._connect(host, port)
        connection = _Connection(self.connected, f"[{host}]" if ":" in host else host, port)
        target = quote(f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/", safe=_SAFE)
        headers = {
            "User-Agent": f"briefing-book/{version('briefing-book')}",
            "Accept": "text/html, application/pdf, text/plain, */*;q=0.5",
            "Accept-Encoding": "gzip",
            "Connection": "close",
        }
        connection.request("GET", target, headers=headers)
        return connection.getresponse()

    def _connect(self, host: str, port: int) -> socket.socket:
        """Connect to the first address of a host that answers; none of its addresses may be private."""
        addresses = dict.fromkeys(self.network.look_up(host, port))
        if wrong := next((address for address in addresses if not is_public(address)), None):
            raise EditError(
                f"{host} is at {wrong}, which is no public address. Only pages of the public web are fetched. {_BY_HAND}"
            )
        failed: OSError = ConnectionRefusedError()
        for address in addresses:
            try:
                return self.network.connect(address, port, host)
            except OSError as error:
                failed = error
        raise failed

    def _file(self, url: str, parts: SplitResult, response: http.client.HTTPResponse) -> Fetched:
        if response.status != http.HTTPStatus.OK:
            reason = _REASONS.get(response.status, "the server does not send it")
            raise EditError(f"cannot fetch {url}: {reason} ({response.status}). {_BY_HAND}")
        content_type = response.getheader("Content-Type") or ""
        kind = content_type.partition(";")[0].strip().lower()
        if kind not in _ENDINGS:
            raise EditError(
                f"{url} is {shown(kind)}. A source is a web page, a PDF, a Word file, a mail or plain text."
            )
        raw = _body(response)
        if len(raw) > LARGEST:
            raise EditError(f"{url} has more than {LARGEST // 1_000_000} MB. {_BY_HAND}")
        name = shown(PurePosixPath(unquote(parts.path)).name) or parts.hostname or "page"
        ending = _ENDINGS[kind]
        charset = _CHARSET.search(content_type)
        return Fetched(
            raw,
            url,
            name if not ending or name.endswith(ending) else f"{name}{ending}",
            charset[1] if charset else "",
            tuple(self.redirects),
        )


def _body(response: http.client.HTTPResponse) -> bytes:
    """Return what the server sends, at most one byte more than LARGEST. Raise HTTPException if a part is missing."""
    raw = response.read(LARGEST + 1)
    if response.length and len(raw) <= LARGEST:
        raise http.client.IncompleteRead(raw, response.length)
    if response.getheader("Content-Encoding") in ("gzip", "x-gzip"):
        unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        raw = unpacker.decompress(raw, LARGEST + 1)
        if not unpacker.eof and len(raw) <= LARGEST:
            raise http.client.IncompleteRead(raw)
    return raw


def is_url(text: str) -> bool:
    """Return whether an argument is a web address, not a file."""
    return re.match(r"(?i)https?://", text) is not None


def host_of(url: str) -> str:
    """Return the host that is asked for a web address. Raise EditError if it is no address that is fetched."""
    return _checked(url).hostname or ""


def fetch(url: str, network: Network | None = None, seconds: float = SECONDS) -> Fetched:
    """Return the file at a web address, which begins with https://.

    Raise EditError if it is not public, cannot be fetched, is too large, or takes too long.
    """
    fetching = _Fetch(url, network or Network())
    thread = threading.Thread(target=fetching.run, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        fetching.stop()
        raise EditError(
            f"cannot fetch {url}: it took longer than {seconds:g} seconds. Try again, or: {_BY_HAND}"
        )
    if fetching.result is not None:
        return fetching.result
    if isinstance(fetching.error, EditError):
        raise fetching.error
    if isinstance(fetching.error, (OSError, http.client.HTTPException, zlib.error)):
        at = (fetching.redirects or [url])[-1]
        raise EditError(f"cannot fetch {at}: {_reason(fetching.error)}. {_BY_HAND}") from None
    raise fetching.error or RuntimeError(url)


def _reason(error: Exception) -> str:
    """Return what went wrong in plain words."""
    match error:
        case ssl.SSLCertVerificationError():
            return "the certificate of the server is not valid"
        case ssl.SSLError():
            return "the server does not speak TLS as it should"
        case socket.gaierror():
            return "there is no such host, or no connection to the internet"
        case ConnectionRefusedError():
            return "the server refuses the connection"
        case TimeoutError():
            return "the server does not answer"
        case http.client.HTTPException() | zlib.error():
            return "the answer of the server is damaged, or ended too early"
    return f"the connection failed ({getattr(error, 'strerror', None) or error})"


def is_public(address: str) -> bool:
    """Return whether an IP address is one of the public internet, also if it stands for one of version 4."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        teredo = ip.teredo[1] if ip.teredo else None
        nat64 = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else None
        inner = ip.ipv4_mapped or ip.sixtofour or teredo or nat64
        if inner is not None:
            return is_public(str(inner))
        if ip.is_site_local:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and not ip.is_unspecified


def _checked(url: str) -> SplitResult:
    """Return the parts of a web address. Raise EditError if it is none that is fetched."""
    if not url.isprintable():
        raise EditError(f"{shown(url)} has characters that no web address has.")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        host = host.encode("idna").decode("ascii")
    except ValueError:
        raise EditError(_NO_ADDRESS.format(url)) from None
    if not host:
        raise EditError(_NO_ADDRESS.format(url))
    if parts.scheme == "http":
        raise EditError(
            f"{url} is not fetched: without https, anybody on the way can change the text. Try https://, or: {_BY_HAND}"
        )
    if parts.scheme != "https":
        raise EditError(f"{url} is not fetched: only addresses that begin with https:// are. {_BY_HAND}")
    if "@" in parts.netloc:
        raise EditError(
            "The address has a user name or password. Leave it out: only public pages are fetched."
        )
    netloc = f"[{host}]" if ":" in host else host
    return parts._replace(netloc=f"{netloc}:{port}" if port else netloc)
