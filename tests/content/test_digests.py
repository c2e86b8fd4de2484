"""A digest changes with every file that its part of the corpus is made from, and with no other."""

import pytest

from generator.pipeline import examine
from tests.test_cases import project

BRIEFING = project()
SECOND = {
    **{
        path.replace("/bridge/", "/tunnel/"): raw.replace(b"source: report", b"source: other")
        for path, raw in BRIEFING.items()
        if path.startswith("briefings/bridge/")
    },
    **{path.replace("report", "other"): raw for path, raw in BRIEFING.items() if path.startswith("seeds/")},
}
FILES = BRIEFING | SECOND | {"seeds/other.txt": b"Nobody else has written about the bridge so far."}


def parts(files: dict[str, bytes]) -> dict[str, str]:
    """Return every digest by a name."""
    found = examine(files).digests
    return {"shared": found.shared, **found.sources, **found.briefings}


@pytest.mark.parametrize(
    ("path", "changed"),
    [
        ("briefings/bridge/briefing.yml", {"bridge"}),
        ("briefings/bridge/positions/town.yml", {"bridge"}),
        ("briefings/bridge/README.md", {"bridge"}),
        ("briefings/parties.yml", {"shared", "bridge", "tunnel"}),
        ("seeds/report.txt", {"report", "bridge"}),
        ("seeds/report.yml", {"report", "bridge"}),
        ("seeds/README.md", set()),
        ("briefings/README.md", set()),
    ],
)
def test_a_changed_file_changes_the_digests_of_what_is_made_from_it(path: str, changed: set[str]) -> None:
    before, after = parts(FILES), parts(FILES | {path: FILES.get(path, b"") + b"\n"})
    assert {name for name in before if before[name] != after[name]} == changed


def test_a_new_copy_of_a_source_changes_what_cites_the_copy() -> None:
    copy = {
        path.replace("report", "a-report"): raw for path, raw in FILES.items() if path.startswith("seeds/rep")
    }
    before, after = parts(FILES), parts(FILES | copy)
    assert {name for name in before if before[name] != after[name]} >= {"report", "bridge"}
