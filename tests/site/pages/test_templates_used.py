"""Every template is used."""

import re

from generator.site.render import TEMPLATES


def test_every_template_is_used() -> None:
    folder = TEMPLATES.parent
    texts = [
        path.read_text(encoding="utf-8")
        for path in (folder / "render.py", *folder.glob("pages/*.py"), *TEMPLATES.glob("*.jinja"))
    ]
    used = {name for text in texts for name in re.findall(r"[a-z]+\.(?:md|html)\.jinja", text)}
    assert used == {path.name for path in TEMPLATES.glob("*.jinja")}
