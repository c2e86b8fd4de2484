"""Tables that are wider than a phone scroll by themselves, also with the keyboard, so that the page does not."""

import re

from generator.language import Language

_TABLE = re.compile(
    r"<table>.*?</table>", re.DOTALL
)  # as Markdown writes it: without attributes, and never nested


def in_scrolling_groups(html: str, language: Language) -> str:
    """Return the HTML of a page with each Markdown table in a group that scrolls and can have the focus."""
    group = f'<div class="bb-scroll" role="group" tabindex="0" aria-label="{language.say("Table")}">'
    return _TABLE.sub(lambda table: f"{group}{table[0]}</div>", html)
