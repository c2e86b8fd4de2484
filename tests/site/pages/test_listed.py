"""Every module that builds pages is listed, and every template is used."""

import importlib
import pkgutil
import re

import generator.site.pages
from generator.site.pages import PAGE_TYPES
from generator.site.render import TEMPLATES


def test_every_module_that_builds_pages_is_listed() -> None:
    modules = [
        importlib.import_module(f"generator.site.pages.{found.name}")
        for found in pkgutil.iter_modules(generator.site.pages.__path__)
    ]
    page_types = [module for module in modules if hasattr(module, "pages")]
    assert sorted(module.__name__ for module in page_types) == sorted(
        str(vars(module)["__name__"]) for module in PAGE_TYPES
    )


def test_every_template_is_used() -> None:
    folder = TEMPLATES.parent
    texts = [
        path.read_text(encoding="utf-8")
        for path in (folder / "render.py", *folder.glob("pages/*.py"), *TEMPLATES.glob("*.jinja"))
    ]
    used = {name for text in texts for name in re.findall(r"[a-z]+\.(?:md|html)\.jinja", text)}
    assert used == {path.name for path in TEMPLATES.glob("*.jinja")}
