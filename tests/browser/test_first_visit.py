"""A first visit costs little: everything that the browser loads for an overview, as a static host compresses it."""

import gzip

from playwright.sync_api import Page, Response

from tests.browser.serving import wait_for_scripts

# Bytes, compressed, with those of the theme. The search loads later.
LIMIT = 80_000


def test_a_first_visit_to_an_overview_loads_less_than_80_kilobytes(real_url: str, page: Page) -> None:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - a method of a list has no signature
    page.goto(f"{real_url}briefings/ukraine-settlement/", wait_until="networkidle")
    wait_for_scripts(page)
    sizes = {
        answer.url.removeprefix(real_url): len(gzip.compress(answer.body(), mtime=0)) for answer in answers
    }
    assert sum(sizes.values()) < LIMIT, sizes
