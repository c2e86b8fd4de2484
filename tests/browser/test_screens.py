"""A reader of a phone finishes an overview: at most four screens come before “More in this briefing”."""

import pytest
from playwright.sync_api import Page

HEIGHT = 812  # of a phone that is 375 pixels wide
FEW, MANY = 4.0, 4.6
# Letters of phones: Noto Sans as on Android, and Liberation Sans, as wide as Arial. No phone has DejaVu Sans.
with_fonts_of_phones = pytest.mark.parametrize("chromium", ["Noto", "Liberation"], indirect=True)


def screens(page: Page, url: str) -> float:
    """Return how many screens of a phone come before the folded parts of an overview."""
    page.set_viewport_size({"width": 375, "height": HEIGHT})
    page.goto(url)
    place = page.get_by_role("heading", name="More in this briefing").bounding_box()
    assert place
    return place["y"] / HEIGHT


@with_fonts_of_phones
def test_the_real_briefing_fits_four_screens_and_a_little_more_when_overdue(
    real_url: str, late_url: str, page: Page
) -> None:
    path = "briefings/ukraine-settlement/"
    assert screens(page, real_url + path) <= FEW
    assert screens(page, late_url + path) <= MANY


@with_fonts_of_phones
@pytest.mark.parametrize(
    ("slug", "most"), [("four", FEW), ("nine", FEW), ("overdue", MANY), ("twenty", MANY)]
)
def test_a_briefing_of_any_size_fits_its_screens(sizes_url: str, page: Page, slug: str, most: float) -> None:
    assert screens(page, f"{sizes_url}briefings/{slug}/") <= most
