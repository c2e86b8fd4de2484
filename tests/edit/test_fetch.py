"""Pages are fetched from public servers alone, at the address that was checked, with limits of time, size and redirects."""

import gzip
import socket
import ssl

import pytest

from generator.edit.articles.fetch import Network, fetch, is_public
from generator.edit.error import EditError
from tests.edit.web import HTML, PUBLIC, Answer, Web, error_of


def test_a_page_is_fetched_with_a_plain_request_from_the_address_that_was_checked(web: Web) -> None:
    web.answers["/a%20b?x=%C3%A4"] = (200, HTML, b"<p>A page</p>")
    found = fetch("https://example.org/a b?x=ä#part", web.network)
    assert (found.raw, found.name, found.charset, found.redirects) == (
        b"<p>A page</p>",
        "a b.html",
        "utf-8",
        (),
    )
    assert web.network.connections == [(PUBLIC, 443, "example.org")]
    [(_, headers)] = web.requests
    assert headers["Host"] == "example.org"
    assert headers["User-Agent"].startswith("briefing-book/")
    assert not {"Cookie", "Authorization", "Referer"} & headers.keys()


def test_a_cookie_is_not_sent_back_after_a_redirect(web: Web) -> None:
    web.answers["/"] = (302, {"Location": "/b", "Set-Cookie": "a=b"}, b"")
    web.answers["/b"] = (200, HTML, b"<p>A page</p>")
    assert fetch("https://example.org", web.network).redirects == ("https://example.org/b",)
    assert all("Cookie" not in headers for _, headers in web.requests)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.1", "255.255.255.255",
        "224.0.0.1", "239.1.1.1", "240.0.0.1", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1",
        "fd12::1", "fec0::1", "ff02::1", "ff0e::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
        "64:ff9b:1::1", "2002:7f00:1::", "2002:c0a8:101::1", "2001:0:0:0:0:0:80ff:fffe",
    ],
)  # fmt: skip
def test_an_address_that_is_not_public_is_refused_before_any_connection(address: str, web: Web) -> None:
    web.network.names = {"example.org": [PUBLIC, address]}
    assert f"is at {address}, which is no public address" in error_of(web, "https://example.org/")
    assert web.network.connections == []


@pytest.mark.parametrize(
    "address", [PUBLIC, "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses_are_fetched(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "2130706433", "0x7f.1", "localhost"])
def test_the_real_look_up_leads_to_no_private_address(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Network, "connect", lambda *_: pytest.fail("it connected"))
    with pytest.raises(EditError, match=r"no public address|no such host"):
        fetch(f"https://{host}/")


@pytest.mark.parametrize(
    "location", ["https://inside.example/", "https://example.org:8443/", "//inside.example/"]
)
def test_each_redirect_is_checked_like_the_first_address(location: str, web: Web) -> None:
    web.network.names = {"example.org": [PUBLIC], "inside.example": ["10.0.0.1"]}
    web.answers["/"] = (301, {"Location": location}, b"")
    message = error_of(web, "https://example.org/")
    if "inside" in location:
        assert "inside.example is at 10.0.0.1" in message
        assert len(web.network.connections) == 1
    else:
        assert "more than 5 redirects" in message
        assert web.network.connections[1] == (PUBLIC, 8443, "example.org")


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("http://example.org/", "without https"),
        ("ftp://example.org/", "only addresses that begin with https://"),
        ("file:///etc/passwd", "is not a web address"),
        ("https://user:word@example.org/", "user name or password"),
        ("https://example.org\\@other.example/", "user name or password"),
        ("https://example.org:99999/", "is not a web address"),
        ("https://[::1/", "is not a web address"),
        ("https:///", "is not a web address"),
        (f"https://{'a' * 64}.example/", "is not a web address"),
        ("https://example.org/\x1b[2J", "characters that no web address has"),
        ("https://nowhere.example/", "no such host"),
    ],
)
def test_an_address_that_is_not_fetched_is_refused(url: str, message: str, web: Web) -> None:
    assert message in error_of(web, url)
    assert web.network.connections == []


def test_what_a_server_sends_cannot_change_the_terminal(web: Web) -> None:
    web.answers["/"] = (200, {"Content-Type": "\x1b[2J"}, b"")
    web.answers["/a"] = (302, {"Location": "/\x1b[2J"}, b"")
    web.answers["/%1B%5B2J"] = (200, HTML, b"<p>A page")
    messages = [error_of(web, "https://example.org/"), error_of(web, "https://example.org/a")]
    name = fetch("https://example.org/%1B%5B2J", web.network).name
    assert all(text.isprintable() for text in (*messages, name))


def test_a_redirect_to_a_page_without_tls_is_refused(web: Web) -> None:
    web.answers["/"] = (301, {"Location": "http://example.org/"}, b"")
    assert "without https" in error_of(web, "https://example.org/")


def test_five_redirects_are_followed_and_a_sixth_is_not(web: Web) -> None:
    for number in range(6):
        web.answers[f"/{number}"] = (302, {"Location": f"/{number + 1}"}, b"")
    web.answers["/6"] = (200, HTML, b"<p>A page</p>")
    assert len(fetch("https://example.org/1", web.network).redirects) == 5
    assert "more than 5 redirects" in error_of(web, "https://example.org/0")


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ((404, HTML, b""), "the server has no such page (404)"),
        ((403, HTML, b""), "the server refuses it (403)"),
        ((503, HTML, b""), "the server does not send it (503)"),
        ((200, {"Content-Type": "image/png"}, b"x"), "is image/png"),
        ((200, {**HTML, "Content-Length": "9"}, b"x"), "ended too early"),
        ((200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(b"x" * 99)[:-9]), "ended too early"),
        ((200, {**HTML, "Content-Encoding": "gzip"}, b"not packed"), "damaged"),
    ],
)  # fmt: skip
def test_what_cannot_be_fetched_is_said_in_plain_words(answer: Answer, message: str, web: Web) -> None:
    web.answers["/"] = answer
    assert message in error_of(web, "https://example.org/")


def test_the_certificate_is_compared_with_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[ssl.VerifyMode, bool, str]] = []

    def wrap(context: ssl.SSLContext, _socket: socket.socket, *, server_hostname: str) -> None:
        seen.append((context.verify_mode, context.check_hostname, server_hostname))
        raise ssl.SSLCertVerificationError

    monkeypatch.setattr(ssl.SSLContext, "wrap_socket", wrap)
    monkeypatch.setattr(socket, "create_connection", lambda *_: socket.socket())
    monkeypatch.setattr(Network, "look_up", lambda *_: [PUBLIC])
    with pytest.raises(EditError, match="certificate of the server is not valid"):
        fetch("https://example.org/")
    assert seen == [(ssl.CERT_REQUIRED, True, "example.org")]


def test_variables_of_the_environment_send_no_request_to_a_proxy(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    web.answers["/"] = (200, HTML, b"<p>A page</p>")
    assert fetch("https://example.org/", web.network).raw == b"<p>A page</p>"
