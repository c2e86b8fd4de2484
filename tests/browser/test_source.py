"""A reader who follows a link to a passage sees its words, the number of its paragraph, what it is evidence for and the way back."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

SOURCE = "sources/moscow-talks-2025-12-02/"
# Overlapped by other passages, and cut into pieces by them.
PASSAGE, WORDS = "at-1970-2069", "Ukraine rejects any settlement"
WITH_SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])


@pytest.fixture
def reader(scripts: bool, page: Page, page_without_scripts: Page) -> Page:  # noqa: FBT001 - a parameter of the test
    """A page of a browser with or without scripts."""
    return page if scripts else page_without_scripts


def shaded(page: Page) -> list[str]:
    """Return the shaded words."""
    found = page.locator("mark").evaluate_all(
        "marks => marks.filter(mark => getComputedStyle(mark).textDecorationStyle === 'solid').map(mark => mark.textContent)"
    )
    return [str(words) for words in found]


def frame(page: Page) -> Locator:
    """Return the frames that are shown."""
    return page.locator(".bb-uses > div:visible")


@WITH_SCRIPTS
@pytest.mark.parametrize("width", [1440, 375, 320])
def test_a_landing_shows_the_words_the_number_and_the_way_back(
    real_url: str, reader: Page, width: int
) -> None:
    reader.set_viewport_size({"width": width, "height": 812})
    reader.goto(f"{real_url}{SOURCE}#{PASSAGE}")
    assert "".join(shaded(reader)).startswith(WORDS)
    paragraph = reader.locator(f".bb-pp:has(#{PASSAGE})")
    for part in (
        reader.locator("mark", has_text=WORDS).first,
        paragraph.locator(".bb-pn").get_by_role("link"),
    ):
        for link in part.all():
            if link.is_visible():
                expect(link).to_be_in_viewport(ratio=0.9)
    expect(paragraph.locator(".bb-pn")).to_contain_text("Paragraph 5 of 9")
    expect(paragraph.locator(".bb-pn .bb-up:visible")).to_have_text("Occupied territory")
    expect(frame(reader)).to_have_count(1)
    expect(frame(reader)).to_contain_text("Ukraine: rejects “Russia stays in control")


@WITH_SCRIPTS
def test_the_number_stays_while_the_paragraph_is_read(real_url: str, reader: Page) -> None:
    reader.set_viewport_size({"width": 320, "height": 300})
    reader.goto(f"{real_url}{SOURCE}#p5")
    reader.mouse.move(160, 150)
    reader.mouse.wheel(0, 250)
    expect(reader.locator("#p5 .bb-pn")).to_be_in_viewport(ratio=0.9)
    expect(reader.locator("#p5 .bb-pn")).to_have_css("position", "sticky")


def test_without_a_target_nothing_is_shaded_and_no_frame_is_shown(real_url: str, page: Page) -> None:
    page.goto(real_url + SOURCE)
    assert shaded(page) == []
    expect(frame(page)).to_have_count(0)


@WITH_SCRIPTS
def test_the_passages_of_a_paragraph_open_and_lead_to_their_words(real_url: str, reader: Page) -> None:
    reader.goto(real_url + SOURCE)
    reader.locator("#p5 summary").click()
    expect(reader.locator("#p5 .bb-uses > div:visible")).to_have_count(
        reader.locator("#p5 .bb-uses > div").count()
    )
    reader.locator("#p5 .bb-uses").get_by_role("link", name=re.compile(WORDS)).first.click()
    expect(reader.locator(":target")).to_have_count(1)
    assert "".join(shaded(reader)).startswith(WORDS)


def test_a_browser_without_has_shows_every_frame(real_url: str, page_without_scripts: Page) -> None:
    """Chromium knows `:has`; the test takes it out of the style sheet, as an older browser does."""
    page = page_without_scripts
    page.route(
        "**/*.css",
        lambda route: route.fulfill(
            response=(answer := route.fetch()),
            body=re.sub(r":has\(", ":unknown(", answer.text()),
        ),
    )
    page.goto(f"{real_url}{SOURCE}#{PASSAGE}")
    assert "".join(shaded(page)).startswith(WORDS[:7])
    expect(page.locator("#p5 .bb-uses > div:visible")).to_have_count(
        page.locator("#p5 .bb-uses > div").count()
    )
