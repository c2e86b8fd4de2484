"""What gets into a page after all runs nothing and loads nothing: the browser holds the policy of the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request

from tests.browser.kinds import one_of_each
from tests.browser.serving import serve, settle

# Each tries to set window.Q7 or to ask another host.
TRIES = {
    "an inline script": "const one = document.createElement('script'); one.text = 'window.Q7 = 1'; document.body.append(one)",
    "a handler": "document.body.insertAdjacentHTML('beforeend', '<p onclick=\"window.Q7 = 1\" id=q7>x</p>'); q7.click()",
    "a link that runs": "const one = document.createElement('a'); one.href = 'javascript:window.Q7 = 1'; document.body.append(one); one.click()",
    "a text that is run": "try { setTimeout('window.Q7 = 1') } catch {}",
    "a script of another host": "const one = document.createElement('script'); one.src = 'https://other.example/x.js'; document.body.append(one)",
    "a picture of another host": "new Image().src = 'https://other.example/x.png'",
    "a style sheet of another host": "document.head.insertAdjacentHTML('beforeend', '<link rel=stylesheet href=https://other.example/x.css>')",
    "a style that loads": "document.body.insertAdjacentHTML('beforeend', '<p style=\"background: url(https://other.example/x.png)\">x</p>')",
    "a request": "fetch('https://other.example/x').catch(() => {})",
    "a frame": "document.body.insertAdjacentHTML('beforeend', '<iframe src=https://other.example/></iframe>')",
    "a form": "document.body.insertAdjacentHTML('beforeend', '<form id=f7 action=https://other.example/></form>'); f7.submit()",
    "another base": "document.head.insertAdjacentHTML('afterbegin', '<base href=https://other.example/>'); if (document.baseURI.includes('other')) window.Q7 = 1",
}


@pytest.mark.parametrize("how", TRIES)
def test_the_browser_refuses(how: str, real_site: Path, chromium: Browser) -> None:
    context = chromium.new_context()
    page = context.new_page()
    asked: list[Request] = []
    context.on("request", lambda one: asked.append(one) if "other.example" in one.url else None)
    page.add_init_script(
        "window.refused = new Promise(told => addEventListener('securitypolicyviolation', one => told(one.effectiveDirective)))"
    )
    with serve(real_site) as address:
        page.goto(f"{address}briefings/ukraine-settlement/")
        page.evaluate(f"() => {{ {TRIES[how]} }}")
        # Waited for as a promise: what looks again and again is itself a text that is run, and refused.
        assert page.evaluate(
            "Promise.race([refused, new Promise((_, no) => setTimeout(() => no('nothing refused'), 20000))])"
        )
        assert page.evaluate("window.Q7") is None
        assert page.url.startswith(address)
    context.close()
    assert [(one.url, one.failure) for one in asked if one.failure != "csp"] == []


def test_no_page_is_stopped_by_its_own_policy(real_site: Path, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 375, "height": 800})
    page = context.new_page()
    page.add_init_script(
        "addEventListener('securitypolicyviolation', one => console.error(`refused ${one.effectiveDirective}`))"
    )
    told: list[str] = []
    page.on("console", lambda one: told.append(one.text) if one.type in {"error", "warning"} else None)
    with serve(real_site) as address:
        for at in one_of_each(real_site):
            page.goto(address + at)
            settle(page)
        page.goto(f"{address}?q=Ukraine")
        page.locator(".bb-search li").first.wait_for()
    context.close()
    assert told == []
