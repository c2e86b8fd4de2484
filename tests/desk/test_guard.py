"""The desk answers only to its own pages in a browser that was opened with the key."""

import io
from pathlib import Path
from urllib.parse import quote

import pytest
from werkzeug.test import Client

from generator.desk.guard import LARGEST_BODY, Guard
from generator.desk.screens import ROUTES
from tests.desk.desks import BRIEFING, HOST, ORIGIN, PORT, PREVIEW, TOWN, Visitor, write_project

PAGES = sorted({route.path for route in ROUTES if route.method == "GET"})
FORMS = sorted({route.path for route in ROUTES if route.method == "POST"})
COOKIE = "cookie"
NAMED = "https://name-8001.app.github.dev"


def path_of(rule: str) -> str:
    """Return a path that a rule matches, with identifiers of the base project."""
    return rule.replace("<slug>", "bridge").replace("<int:step>", "1")


@pytest.mark.parametrize("rule", PAGES)
def test_no_page_is_shown_without_the_key(rule: str, visitor: Visitor) -> None:
    stranger = Client(visitor.desk)
    assert stranger.get(path_of(rule), base_url=ORIGIN).status_code == 403
    assert stranger.get(f"{path_of(rule)}?key=wrong", base_url=ORIGIN).status_code == 403


def test_the_printed_address_gives_a_cookie_that_scripts_and_other_sites_do_not_get(tmp_path: Path) -> None:
    guard = Guard(PORT)
    visitor = Visitor(tmp_path, guard)
    answer = Client(visitor.desk).get(guard.address_with_key.removeprefix(ORIGIN), base_url=ORIGIN)
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/"
    cookie = answer.headers["Set-Cookie"].split("; ")
    assert cookie[0] == f"briefing-desk-{PORT}={guard.key}"
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie)


def test_the_key_and_the_token_are_long_and_new_for_each_start() -> None:
    secrets = {secret for _ in range(10) for guard in [Guard(PORT)] for secret in (guard.key, guard.token)}
    assert len(secrets) == 20
    assert min(map(len, secrets)) >= 32


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8001",
        "127.0.0.1",
        "127.0.0.1:8000",
        "127.0.0.1.evil.example:8001",
        "localhost.:8001",
        "",
    ],
)
def test_a_rebound_host_gets_nothing_also_when_it_reads(host: str, visitor: Visitor) -> None:
    answer = visitor.get("/", headers={"Host": host})
    assert answer.status_code == 403
    assert "Bridge" not in answer.text


def test_this_machine_has_two_names(visitor: Visitor) -> None:
    answer = visitor.client.get(f"/?key={visitor.guard.key}", base_url=f"http://localhost:{PORT}")
    assert answer.status_code == 303


@pytest.mark.parametrize("rule", FORMS)
@pytest.mark.parametrize(
    "origin",
    [
        None,
        "null",
        PREVIEW.rstrip("/"),
        "http://evil.example",
        "https://127.0.0.1:8001",
        f"http://localhost:{PORT}",
    ],
)
def test_a_form_of_another_origin_writes_nothing(rule: str, origin: str | None, visitor: Visitor) -> None:
    headers = {"Origin": origin} if origin else {}
    assert visitor.post(path_of(rule), {}, headers=headers).status_code == 403


@pytest.mark.parametrize("rule", FORMS)
@pytest.mark.parametrize("token", ["", "wrong", COOKIE])
def test_a_form_without_the_token_writes_nothing(rule: str, token: str, visitor: Visitor) -> None:
    sent = visitor.guard.key if token == COOKIE else token
    assert visitor.post(path_of(rule), {"token": sent}).status_code == 403


def test_a_script_may_send_the_token_in_a_header(visitor: Visitor) -> None:
    headers = {"Origin": ORIGIN, "X-Desk-Token": visitor.guard.token}
    answer = visitor.client.post("/changes/undo", base_url=ORIGIN, headers=headers, data={"step": "0"})
    assert answer.status_code == 422  # there is no such step


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"])
def test_other_methods_are_refused(method: str, visitor: Visitor) -> None:
    answer = visitor.client.open("/", method=method, base_url=ORIGIN, headers={"Origin": ORIGIN})
    assert answer.status_code == 405


def test_a_page_does_not_write_and_a_form_is_not_read(visitor: Visitor) -> None:
    assert visitor.get("/changes/undo").status_code == 405
    assert visitor.post("/changes", {}).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/../etc/passwd",
        "/assets/../app.py",
        "/assets/%2e%2e%2fapp.py",
        "/assets/..%5capp.py",
        "/%00",
        "/a%00.css",
        "/a//b",
        "/%0d%0aX: y",
        "/" + "a" * 3000,
    ],
)
def test_a_path_outside_or_with_control_characters_is_refused(path: str, visitor: Visitor) -> None:
    answer = visitor.get(path)
    assert answer.status_code in {400, 404, 414}
    assert "import" not in answer.text


NAMES = [
    "../../etc/passwd",
    "/etc/passwd",
    "briefings/../mkdocs.yml",
    "seeds/../../x",
    "briefings/bridge/briefing.yml\0",
    "mkdocs.yml",
    ".git/config",
    "",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_the_project_does_not_name_is_not_found(name: str, visitor: Visitor) -> None:
    (visitor.root / "mkdocs.yml").write_text("site_name: Secret\n")
    for path in ("/editor", "/at", "/changes"):
        answer = visitor.get(f"{path}?file={quote(name)}&line=1")
        assert answer.status_code == 404 or (path, name) == ("/changes", "")
    assert visitor.post("/editor", {"file": name, "text": "x", "version": ""}).status_code == 404


@pytest.mark.parametrize("slug", ["..", "%2e%2e", "bridge%00", "BRIDGE", "a%2fb"])
def test_a_briefing_that_the_project_does_not_have_is_not_found(slug: str, visitor: Visitor) -> None:
    assert visitor.get(f"/briefings/{slug}").status_code in {400, 404}
    assert visitor.post(f"/briefings/{slug}", {"cell": "town width"}).status_code in {400, 404}


def test_a_body_that_is_too_large_is_refused_before_it_is_read(visitor: Visitor) -> None:
    before = visitor.read(TOWN)
    answer = visitor.client.post(
        "/editor",
        base_url=ORIGIN,
        headers={"Origin": ORIGIN},
        input_stream=io.BytesIO(b"token=x"),
        content_type="application/x-www-form-urlencoded",
        environ_overrides={"CONTENT_LENGTH": str(LARGEST_BODY + 1)},
    )
    assert answer.status_code == 413
    assert visitor.read(TOWN) == before


def test_every_answer_has_a_policy_that_lets_only_the_desk_run_scripts(visitor: Visitor) -> None:
    for path in ("/", "/assets/desk.css", "/none", "/changes"):
        headers = visitor.get(path).headers
        policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
        assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
        assert policy["frame-src"] == "http://127.0.0.1:8000"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"


def test_other_sites_cannot_load_a_file_but_a_link_can_lead_here(visitor: Visitor) -> None:
    load = {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors"}
    link = {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "navigate"}
    assert visitor.get("/assets/desk.js", headers=load).status_code == 403
    assert visitor.get("/changes", headers=link).status_code == 200


def forwarded(visitor: Visitor, host: str) -> int:
    """Return the status of a request that a service forwards."""
    return visitor.get(
        "/changes", headers={"X-Forwarded-Host": host, "X-Forwarded-Proto": "https"}
    ).status_code


def test_a_forwarded_port_is_shut_until_its_address_is_named(tmp_path: Path) -> None:
    host = NAMED.removeprefix("https://")
    shut, named = Visitor(write_project(tmp_path)), Visitor(tmp_path, Guard(PORT, NAMED))
    assert forwarded(shut, host) == 403
    assert forwarded(named, host) == 200
    assert forwarded(named, f"evil.{host}") == 403
    assert shut.get("/changes", headers={"Forwarded": f"host={host}"}).status_code == 403


def test_a_form_under_the_named_address_may_write_but_no_other(tmp_path: Path) -> None:
    visitor = Visitor(write_project(tmp_path), Guard(PORT, NAMED))
    headers = {"X-Forwarded-Host": NAMED.removeprefix("https://")}
    for origin, status in ((NAMED, 422), (ORIGIN, 422), ("https://evil.example", 403), ("null", 403)):
        answer = visitor.post("/changes/undo", {"step": 0}, headers={**headers, "Origin": origin})
        assert answer.status_code == status, origin
    assert visitor.guard.address_with_key.startswith(f"{NAMED}/?key=")


def test_the_project_has_what_the_tests_ask_for(visitor: Visitor) -> None:
    assert visitor.get(f"/at?file={BRIEFING}", headers={"Host": HOST}).status_code == 303
