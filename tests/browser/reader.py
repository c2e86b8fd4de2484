"""A reader with a phone, whose taps and scrolled screens are counted."""

from playwright.sync_api import Locator, Page, expect

WIDTH, HEIGHT = 375, 812
# Where the reader must have scrolled to, so that the element is in the window; of a tall element, its top.
_DISTANCE = """element => {
  const box = element.getBoundingClientRect();
  if (box.top >= 0 && box.bottom <= innerHeight) return 0;
  return box.top < 0 || box.height > innerHeight ? box.top : box.bottom - innerHeight;
}"""


class Reader:
    """Opens a page, and then does only what a finger does."""

    def __init__(self, page: Page, url: str) -> None:
        """Open the page at `url` in a window of a phone."""
        self.page, self.taps, self.scrolled = page, 0, 0.0
        page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
        page.goto(url)

    @property
    def screens(self) -> float:
        """Return how many screens the reader scrolled, up and down."""
        return self.scrolled / HEIGHT

    def look(self, place: Locator) -> Locator:
        """Scroll until `place` is in the window. Return it."""
        expect(place).to_be_visible()
        place.evaluate("() => document.fonts.ready")
        distance = place.evaluate(_DISTANCE)
        self.page.evaluate("distance => scrollBy({ top: distance, behavior: 'instant' })", distance)
        expect(place).to_be_in_viewport()
        self.scrolled += abs(distance)
        return place

    def tap(self, place: Locator) -> None:
        """Scroll to `place` and tap it."""
        self.look(place).click()
        self.taps += 1

    def read(self, text: str) -> None:
        """Scroll to the first place that shows `text`."""
        self.look(self.page.get_by_text(text).filter(visible=True).first)
