"""If a value was left out because of an error, no check reports that it is missing or unused."""

import pytest

from generator.pipeline import examine
from tests.test_cases import project


@pytest.mark.parametrize(
    ("case", "variant", "path", "correct", "wrong"),
    [
        ("W440-unknown-allowed-word", "fails", "briefings/wording.yml", "    instead: [Lärm]\n", ""),
        (
            "I421-unused",
            "fails-2",
            "briefings/names.yml",
            "used_by: [town]",
            "used_by: [{ferry-line: 5}]",
        ),
        (
            "I421-unused",
            "fails-2",
            "briefings/parties.yml",
            "kind: government\n",
            "part_of: [ferry-line, 5]\n",
        ),
        (
            "W420-one-origin",
            "fails",
            "briefings/bridge/positions/drivers.yml",
            "    evidence:\n",
            "    evidence:\n      - {source: letter, said: No}\n",
        ),
    ],
)
def test_a_check_reports_nothing_about_values_with_errors(
    case: str, variant: str, path: str, correct: str, wrong: str
) -> None:
    names = {"briefings/names.yml": b"wide: {term: the wide bridge, used_by: [town]}\n"}
    files = names | project(case, variant)
    code = case[:4]
    assert code in {diagnostic.code for diagnostic in examine(files).diagnostics}
    text = files[path].decode()
    assert correct in text
    files[path] = text.replace(correct, wrong, 1).encode()
    codes = {diagnostic.code for diagnostic in examine(files).diagnostics}
    assert any(code.startswith("E3") for code in codes), codes
    assert code not in codes
