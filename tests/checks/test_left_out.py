"""What was left out because of a fault may be what a check looks for: it tells nothing that may follow from the fault alone."""

from __future__ import annotations

import pytest

from generator.pipeline import examine
from tests.test_cases import project


@pytest.mark.parametrize(
    ("case", "path", "sound", "wrong"),
    [
        ("W440-unknown-allowed-word", "briefings/wording.yml", "    instead: [Lärm]\n", ""),
        ("N436-unused-party", "briefings/names.yml", "used_by: [town]", "used_by: [{ferry-line: 5}]"),
        ("N436-unused-party", "briefings/parties.yml", "kind: government\n", "part_of: [ferry-line, 5]\n"),
        (
            "W420-one-origin",
            "briefings/bridge/positions/drivers.yml",
            "    evidence:\n",
            "    evidence:\n      - {source: letter, said: No}\n",
        ),
    ],
)
def test_what_may_stand_in_what_was_left_out_is_not_told_as_missing(
    case: str, path: str, sound: str, wrong: str
) -> None:
    files = {"briefings/names.yml": b"wide: {term: the wide one, used_by: [town]}\n"} | project(case, "fails")
    code = case[:4]
    assert code in {one.code for one in examine(files).diagnostics}
    text = files[path].decode()
    assert sound in text
    files[path] = text.replace(sound, wrong, 1).encode()
    told = {one.code for one in examine(files).diagnostics}
    assert any(one.startswith("E3") for one in told), told
    assert code not in told
