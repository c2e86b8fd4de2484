"""The reference of the format lists the keys that format 1 got after its first version, and those that are planned."""

from pathlib import Path

import yaml

from generator.build.plugin.options import BriefingsConfig
from generator.content.model.node import Node
from generator.site.pages import reference

TABLE = yaml.safe_load(Path(reference.__file__).with_suffix(".yml").read_text(encoding="utf-8"))["new_keys"]


def _keys(owner: str) -> set[str]:
    if owner == "mkdocs.yml":
        return set(BriefingsConfig())
    nodes = [Node]
    for node in nodes:
        nodes.extend(node.__subclasses__())
    return set().union(*(node.keys() for node in nodes if node.__name__ == owner))


def test_a_new_key_can_be_written_unless_it_is_planned() -> None:
    listed = {
        (owner, key): about.get("planned", False)
        for owner, keys in TABLE.items()
        for key, about in keys.items()
    }
    can_be_written = {(owner, key): key in _keys(owner) for owner, key in listed}
    assert listed == {place: not there for place, there in can_be_written.items()}
