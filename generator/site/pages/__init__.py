"""Which pages there are, and the values that their templates print. Each module with a function `pages` builds some."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from generator.site.pages.page import PageSpec
from generator.site.site import Site

_MODULES = [import_module(found.name) for found in iter_modules(__path__, f"{__name__}.")]
PAGE_TYPES: list[Callable[[Site], Iterator[PageSpec]]] = [
    module.pages for module in _MODULES if hasattr(module, "pages")
]
