"""Words that evidence leaves out, where several entries cite the same passage."""

from generator.pipeline import examine
from tests.test_cases import project

PASSAGE = "{source: report, reported: pay for a second lane}"


def test_each_use_of_a_passage_is_reported_that_leaves_out_a_negation() -> None:
    files = project()
    files["seeds/report.txt"] += b"The club would not pay for a second lane.\n"
    files["seeds/report.yml"] = b"title: The report\nlanguage: en\n"
    drivers = "briefings/bridge/positions/drivers.yml"
    once = files[drivers] + f"      - {PASSAGE}\n".encode()
    files[drivers] = (
        once + f"    conditions:\n      - text: A lane.\n        evidence: [{PASSAGE}]\n".encode()
    )
    found = [each.location for each in examine(files).diagnostics if each.code == "W456"]
    lines = files[drivers].decode().splitlines()
    assert [location.line for location in found] == [
        number for number, line in enumerate(lines, 1) if PASSAGE in line
    ]
    assert len(found) == 2
