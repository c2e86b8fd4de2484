"""The list of exports matches the folder."""

import importlib
import pkgutil

import generator.site.exports
from generator.site.exports import EXPORTS


def test_every_module_that_makes_exports_is_listed() -> None:
    modules = [
        importlib.import_module(f"generator.site.exports.{module.name}")
        for module in pkgutil.iter_modules(generator.site.exports.__path__)
    ]
    makers = [module.__name__ for module in modules if hasattr(module, "exports")]
    assert sorted(makers) == sorted(str(vars(module)["__name__"]) for module in EXPORTS)
