"""The list of formats is the folder."""

from __future__ import annotations

import importlib
import pkgutil

import generator.site.exports
from generator.site.exports import EXPORTS


def test_every_format_of_the_room_is_listed() -> None:
    rooms = [
        importlib.import_module(f"generator.site.exports.{found.name}")
        for found in pkgutil.iter_modules(generator.site.exports.__path__)
    ]
    makers = [room for room in rooms if hasattr(room, "exports")]
    assert sorted(room.__name__ for room in makers) == sorted(str(vars(one)["__name__"]) for one in EXPORTS)
