"""The browser enforces the content security policy of each page: content that gets into a page runs and loads nothing."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from generator.build.headers import write_headers
from generator.build.verify import BuiltPage, PageFacts, StoredTexts, check_page
from tests.browser.conftest import PATIENCE
from tests.browser.kinds import largest_of_each_kind
from tests.browser.serving import serve, wait_for_scripts
from tests.building import ROOT

# Each tries to set window.Q7, to leave the page, or to send a request to another host.
ATTACKS = {
    "an inline script": "const script = document.createElement('script'); script.text = 'window.Q7 = 1'; document.body.append(script)",
    "an event handler": "document.body.insertAdjacentHTML('beforeend', '<p onclick=\"window.Q7 = 1\" id=q7>x</p>'); q7.click()",
    "a link with a script": "const link = document.createElement('a'); link.href = 'javascript:window.Q7 = 1'; document.body.append(link); link.click()",
    "a string that is run": "try { setTimeout('window.Q7 = 1') } catch {}",
    "a script of another host": "const script = document.createElement('script'); script.src = 'https://other.example/x.js'; document.body.append(script)",
    "an image of another host": "new Image().src = 'https://other.example/x.png'",
    "a style sheet of another host": "document.head.insertAdjacentHTML('beforeend', '<link rel=stylesheet href=https://other.example/x.css>')",
    "a style that loads": "document.body.insertAdjacentHTML('beforeend', '<p style=\"background: url(https://other.example/x.png)\">x</p>')",
    "a request": "fetch('https://other.example/x').catch(() => {})",
    "a frame": "document.body.insertAdjacentHTML('beforeend', '<iframe src=https://other.example/></iframe>')",
    "a form": "document.body.insertAdjacentHTML('beforeend', '<form id=f7 action=https://other.example/></form>'); f7.submit()",
    "another base": "document.head.insertAdjacentHTML('afterbegin', '<base href=https://other.example/>'); if (document.baseURI.includes('other')) window.Q7 = 1",
}
REPORT = """addEventListener('securitypolicyviolation', event => (window.refuse ?? console.error)(event.effectiveDirective))"""

NOTHING_REFUSED = f"new Promise((_, reject) => setTimeout(() => reject('nothing refused'), {PATIENCE}))"


def test_the_browser_refuses_every_attack(real_url: str, chromium: Browser) -> None:
    context = chromium.new_context()
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    requests: list[Request] = []
    context.on("request", lambda sent: requests.append(sent) if "other.example" in sent.url else None)
    page.add_init_script(REPORT)
    for name, attack in ATTACKS.items():
        page.goto(f"{real_url}briefings/ukraine-settlement/")
        page.evaluate("() => { window.refused = new Promise(resolve => { window.refuse = resolve }) }")
        page.evaluate(f"() => {{ {attack} }}")
        assert page.evaluate(f"Promise.race([window.refused, {NOTHING_REFUSED}])"), name
        assert page.evaluate("window.Q7") is None, name
        assert page.url.startswith(real_url), name
    context.close()
    assert [(sent.url, sent.failure) for sent in requests if sent.failure != "csp"] == []


@pytest.mark.parametrize("reads_headers", [False, True], ids=["alone", "with the headers of the site"])
def test_no_page_is_limited_by_its_own_policy(real_site: Path, page: Page, *, reads_headers: bool) -> None:
    page.add_init_script(REPORT)  # an error on the console fails the test
    with serve(real_site, reads_headers=reads_headers) as url:
        for path in largest_of_each_kind(real_site):
            answer = page.goto(url + path)
            assert answer is not None
            assert (
                "frame-ancestors 'none'" in answer.headers.get("content-security-policy", "")
            ) == reads_headers
            wait_for_scripts(page)
        page.goto(f"{url}?q=Ukraine")
        page.locator(".bb-search li").first.wait_for()


@pytest.mark.parametrize("reads_headers", [False, True], ids=["without headers", "with headers"])
def test_only_headers_keep_a_page_out_of_the_frames_of_others(
    real_site: Path, chromium: Browser, *, reads_headers: bool
) -> None:
    page = chromium.new_page()
    with serve(real_site, reads_headers=reads_headers) as url:
        page.set_content(f"<iframe src={url}></iframe>")
        page.wait_for_load_state("networkidle")
        (frame,) = page.main_frame.child_frames
        assert frame.url == ("chrome-error://chromewebdata/" if reads_headers else url)
    page.close()


def test_headers_that_leave_styles_to_the_pages_allow_no_other_style(
    real_site: Path, tmp_path: Path, chromium: Browser
) -> None:
    site = shutil.copytree(real_site, tmp_path / "site")
    hashes = (f"'sha256-{number:043d}='" for number in range(100))
    many = PageFacts("index.html", "", style_hashes=" ".join(hashes))
    write_headers(site, [*map(facts_of, site.rglob("*.html")), many])
    page = chromium.new_page()
    page.set_default_timeout(PATIENCE)
    page.add_init_script(REPORT)
    with serve(site, reads_headers=True) as url:
        answer = page.goto(f"{url}briefings/ukraine-settlement/")
        assert answer is not None
        assert "style-src 'self' 'unsafe-inline';" in answer.headers["content-security-policy"]
        page.evaluate("() => { window.refused = new Promise(resolve => { window.refuse = resolve }) }")
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')")
        assert page.evaluate(f"Promise.race([window.refused, {NOTHING_REFUSED}])") == "style-src-attr"
    page.close()


def facts_of(path: Path) -> PageFacts:
    """Return the facts of a finished page."""
    return check_page(BuiltPage(path.name, path.read_bytes()), StoredTexts(ROOT / "seeds"))
