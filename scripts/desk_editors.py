"""Two editors who use the desk in a browser: one with the mouse, one with the keyboard alone. Both count what it takes."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Frame, Locator, Page, Request, expect

from scripts.desk_steps import Step

_MOST_WAITS = 3000  # of 20 milliseconds
_MOST_KEYS = 400  # presses of one key until something counts as out of reach


class OutOfReachError(Exception):
    """The editor cannot do what the guide says."""


def control(scope: Page | Locator, label: str) -> Locator:
    """Return the first button, link or option with this label. A number or the place may follow it, and a note that of an option."""
    exact = re.compile(rf"^{re.escape(label)}(?: [\d,]+|: .*)?$")
    begins = re.compile(rf"^{re.escape(label)}(?!\w)")
    found = scope.get_by_role("button", name=exact).or_(scope.get_by_role("link", name=exact))
    found = found.or_(scope.get_by_role("radio", name=begins)).or_(scope.get_by_role("checkbox", name=begins))
    return found.or_(scope.locator("summary").filter(has_text=begins)).filter(visible=True).first


def field_of(page: Page, label: str) -> Locator:
    """Return the first field whose label begins with these words; notes and options may follow them."""
    fields = page.locator("input:not([type=radio], [type=checkbox]), textarea, select")
    return fields.and_(page.get_by_label(re.compile(rf"^\s*{re.escape(label)}"))).filter(visible=True).first


def group_of(page: Page, label: str) -> Locator:
    """Return the group of options with this label."""
    return (
        page.get_by_role("group", name=re.compile(rf"^{re.escape(label)}(?!\w)")).filter(visible=True).first
    )


def block_of(page: Page, heading: str) -> Locator:
    """Return the innermost block with this heading."""
    return page.locator("li, .bl").filter(has=page.get_by_role("heading", name=heading)).last


@dataclass
class Editor:
    """An editor at a page of the desk. `actions` counts clicks, keys, and texts that are typed, each as one."""

    page: Page
    actions: int = 0
    is_leaving: bool = False

    def __post_init__(self) -> None:
        """Notice when the page asks for another one, and when that has come."""
        self.page.on("request", self._leave)
        self.page.on("framenavigated", self._arrive)

    def _leave(self, request: Request) -> None:
        if request.is_navigation_request() and request.frame == self.page.main_frame:
            self.is_leaving = True

    def _arrive(self, frame: Frame) -> None:
        if frame == self.page.main_frame:
            self.is_leaving = False

    def do(self, step: Step) -> None:
        """Do what a step of the guide says. Raise OutOfReachError or an error of Playwright if it does not work."""
        take: dict[str, Callable[[], Any]] = {
            "click": lambda: self.click(
                control(block_of(self.page, step.value) if step.value else self.page, step.label)
            ),
            "write": lambda: self.write(field_of(self.page, step.label), step.value),
            "paste": lambda: self.write(field_of(self.page, step.label), step.value.rstrip("\n")),
            "choose": lambda: self.choose(step.label, step.value),
            "select": lambda: self.select(step.label),
            "says": lambda: expect(
                self.page.get_by_text(step.label).filter(visible=True).first
            ).to_be_visible(),
        }
        take[step.kind]()
        self.wait()

    def wait(self) -> None:
        """Wait for the page that an action leads to, as everybody does. Raise OutOfReachError if it never comes."""
        with suppress(PlaywrightError):  # the page may leave at this moment
            self.page.evaluate("new Promise((done) => requestAnimationFrame(done))")
        for _ in range(_MOST_WAITS):
            if not self.is_leaving:
                self.page.wait_for_load_state()
                return
            self.page.wait_for_timeout(20)
        raise OutOfReachError("the next page does not come")

    def choose(self, label: str, option: str) -> None:
        """Choose an option of a list that opens, or of a group."""
        place = field_of(self.page, label).or_(group_of(self.page, label)).first
        place.wait_for()
        if place.evaluate("place => place.localName === 'select'"):
            self.pick(place, option)
        else:
            self.click(control(place, option))

    def click(self, place: Locator) -> None:
        """Use a button, a link or an option."""
        raise NotImplementedError

    def write(self, place: Locator, text: str) -> None:
        """Replace what is in a field."""
        raise NotImplementedError

    def pick(self, place: Locator, option: str) -> None:
        """Choose an option of a list that opens."""
        raise NotImplementedError

    def select(self, words: str) -> None:
        """Select words of the stored text."""
        raise NotImplementedError

    def choose_file(self, place: Locator, path: Path) -> None:
        """Give a file to a field."""
        raise NotImplementedError


class Mouse(Editor):
    """An editor with a mouse, who types only texts."""

    def click(self, place: Locator) -> None:
        """Click a control, or the label around it."""
        place.locator(_WHOLE).click()
        self.actions += 1

    def write(self, place: Locator, text: str) -> None:
        """Click a field, and type over what is in it."""
        if not _has_focus(place):
            place.click()
            self.actions += 1
        place.fill(text)
        self.actions += 1

    def pick(self, place: Locator, option: str) -> None:
        """Open a list and click its option."""
        place.select_option(_value(place, option))
        self.actions += 2

    def select(self, words: str) -> None:
        """Draw the mouse over words of the text, once the page stands still."""
        ends = self.page.evaluate(_ENDS, words)
        while (now := self.page.evaluate(_ENDS, words)) != ends:
            ends = now
        mouse = self.page.mouse
        mouse.move(*ends[0])
        mouse.down()
        mouse.move(*ends[1], steps=4)
        mouse.up()
        self.actions += 1

    def choose_file(self, place: Locator, path: Path) -> None:
        """Click the field, then the file in the window of the system."""
        with self.page.expect_file_chooser() as chooser:
            place.click()
        chooser.value.set_files(path)
        self.actions += 2


class Keyboard(Editor):
    """An editor who touches no mouse."""

    def press(self, key: str) -> None:
        """Press a key."""
        self.page.keyboard.press(key)
        self.actions += 1

    def press_until(self, key: str, holds: Callable[[], bool], wanted: object) -> None:
        """Press a key until something holds. Raise OutOfReachError if it never does."""
        for _ in range(_MOST_KEYS):
            if holds():
                return
            self.press(key)
        raise OutOfReachError(f"the key {key} does not lead to {wanted}")

    def reach(self, place: Locator) -> None:
        """Go to a place with the Tab key, and by the links that skip what is before it."""
        place.wait_for()

        def is_there() -> bool:
            if place.evaluate(_BEHIND_SKIPPED):
                self.press("Enter")
            return _has_focus(place)

        self.press_until("Tab", is_there, place)

    def click(self, place: Locator) -> None:
        """Press the key that a control shows, if it works here; else go to the control and use it."""
        place.wait_for()
        shown = place.locator(f"{_WHOLE} >> kbd").all_inner_texts()
        key = shown[0] if shown else ""
        if key.startswith("Ctrl+"):
            self.press(key.replace("Ctrl", "Control"))
        elif (len(key) == 1 or key == "Enter") and not self.page.evaluate(_IN_FIELD):
            self.press(key.lower() if len(key) == 1 else key)
        elif place.get_attribute("type") == "radio":
            self.mark(place)
        else:
            self.reach(place)
            self.press("Space" if place.get_attribute("type") == "checkbox" else "Enter")

    def mark(self, option: Locator) -> None:
        """Go to the group of an option, then to the option with the arrows."""
        self.press_until(
            "Tab",
            lambda: bool(option.evaluate("place => document.activeElement.name === place.name")),
            option,
        )
        if not option.is_checked():
            self.press("Space")
        self.press_until("ArrowDown", option.is_checked, option)

    def write(self, place: Locator, text: str) -> None:
        """Go to a field, and type over what is in it."""
        self.reach(place)
        self.press("Control+a")
        self.page.keyboard.insert_text(text)
        self.actions += 1

    def pick(self, place: Locator, option: str) -> None:
        """Go to a list, and to its option with the arrows."""
        self.reach(place)
        value = _value(place, option)
        self.press("Home")
        self.press_until("ArrowDown", lambda: place.input_value() == value, option)

    def select(self, words: str) -> None:
        """Find the words with the key F: what is found becomes the selection."""
        self.page.locator("[data-text]").wait_for()
        self.press("f")
        self.page.keyboard.insert_text(words)
        self.press("Enter")
        self.actions += 1

    def choose_file(self, place: Locator, path: Path) -> None:
        """Go to the field, and type the name of the file in the window of the system."""
        self.reach(place)
        with self.page.expect_file_chooser() as chooser:
            self.press("Enter")
        chooser.value.set_files(path)
        self.actions += 1


_WHOLE = "xpath=ancestor-or-self::*[self::label or self::button or self::a or self::summary][1]"
# Whether the focus is on a link that skips to a part of the page which the place is in or behind.
_BEHIND_SKIPPED = """place => {
  const link = document.activeElement;
  const part = link.matches("a.skip") && document.querySelector(link.hash);
  return !!part && (part.contains(place) || !!(part.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING));
}"""
_IN_FIELD = "document.activeElement.matches('input:not([type=radio]), textarea, select')"
# The middle of the first and of the last character of words in the text, in pixels of the window.
_ENDS = """async words => {
  await document.fonts.ready;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const text = document.querySelector("[data-text]");
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const letters = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.parentNode.closest("p[data-start]"))
      for (let at = 0; at < node.length; at++) letters.push([node, at]);
  const start = letters.map(([node, at]) => node.data[at]).join("").indexOf(words);
  if (start < 0) throw new Error(`the text has no “${words}”`);
  const box = ([node, at]) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  letters[start][0].parentNode.scrollIntoView({block: "center"});
  const [first, last] = [box(letters[start]), box(letters[start + words.length - 1])];
  return [[first.left + 0.5, first.top + first.height / 2], [last.right - 0.5, last.top + last.height / 2]];
}"""


def _has_focus(place: Locator) -> bool:
    return bool(place.evaluate("place => place === document.activeElement"))


def _value(place: Locator, label: str) -> str:
    """Return the value of the option of a list whose words begin with `label`."""
    options = place.locator("option").evaluate_all("all => all.map(each => [each.label.trim(), each.value])")
    for words, value in options:
        if words.startswith(label):
            return str(value)
    raise OutOfReachError(f"“{label}” is not among {[words for words, _ in options]}")
