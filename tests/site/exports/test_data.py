"""The table of a briefing for spreadsheets, and the briefing as JSON."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from generator.content.model import Kind
from generator.site.exports import briefing_json, matrix_csv
from tests.building import HARBOUR, ROOT
from tests.hostile.payloads import PAYLOADS
from tests.site.exports.sites import site_at, site_full_of

FORMULAS = (
    '=HYPERLINK("https://example.org")',
    "+1+cmd",
    "-2+3+cmd",
    "@SUM(A1:A9)",
    "\t=1+1+cmd",
    "\uff1d1+1+cmd",
)


def table(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("root", [ROOT, HARBOUR], ids=["real", "harbour"])
def test_the_table_has_a_row_for_each_party_on_each_question(root: Path) -> None:
    site = site_at(root)
    for (slug, briefing), export in zip(site.corpus.briefings.items(), matrix_csv.exports(site), strict=True):
        rows = table(export.content)
        questions = [(name, key) for name, issue in briefing.about.issues.items() for key in issue.questions]
        assert export.uri == f"briefings/{slug}/matrix.csv"
        assert sorted((row["issue"], row["proposition"], row["party"]) for row in rows) == sorted(
            (*question, party) for question in questions for party in briefing.about.parties
        )
        assert all(row["stance_word"] and row["result"] for row in rows)


def test_a_row_has_the_stance_of_the_matrix() -> None:
    (row,) = [
        row
        for export in matrix_csv.exports(site_at(HARBOUR))
        for row in table(export.content)
        if (row["issue"], row["party"]) == ("noise-limit", "harbour-council")
    ]
    assert [row[name] for name in ("stance", "stance_word", "side", "result", "counted")] == [
        "supports", "Supports", "for", "No one against so far", "1 for, 1 conditional",
    ]  # fmt: skip


@pytest.mark.parametrize("text", [PAYLOADS[0], *FORMULAS])
def test_no_cell_is_a_formula(text: str) -> None:
    (export,) = matrix_csv.exports(site_full_of(text))
    rows = list(csv.reader(io.StringIO(export.content.decode("utf-8-sig"), newline="")))
    assert {len(row) for row in rows} == {len(matrix_csv.COLUMNS)}
    first = {cell.lstrip()[:1] for row in rows for cell in row}
    assert not first & set("=+-@\uff1d")
    assert text.strip()[0] not in "=+-@\uff1d" or "'" in first


@pytest.mark.parametrize("root", [ROOT, HARBOUR], ids=["real", "harbour"])
def test_every_segment_of_the_json_is_at_its_offsets_in_the_source(root: Path) -> None:
    site = site_at(root)
    passages = 0
    for export in briefing_json.exports(site):
        data = json.loads(export.content)
        sums = {source["id"]: source["sha256"] for source in data["sources"]}
        for position in data["positions"]:
            for evidence in position["evidence"]:
                passage = data["passages"][evidence["passage"]]
                source = site.corpus.sources[passage["source"]]
                assert sums[source.id] == source.article.sha256
                assert evidence["kind"] in set(Kind)
                for segment in passage["segments"]:
                    passages += 1
                    assert source.article.text[segment["start"] : segment["end"]] == segment["text"]
    assert passages > 10


def test_the_json_has_each_passage_once_and_evidence_names_it() -> None:
    for export in briefing_json.exports(site_at(HARBOUR)):
        text = export.content.decode()
        named = set(re.findall(r'"passage":"([^"]+)"', text))
        passages = json.loads(text)["passages"]
        assert named == set(passages)
        assert text.count('"segments":') == len(passages)
        places = {(passage["source"], str(passage["segments"])) for passage in passages.values()}
        assert len(places) == len(passages)


def test_the_json_has_every_position_with_its_standing() -> None:
    site = site_at(HARBOUR)
    for export, briefing in zip(briefing_json.exports(site), site.corpus.briefings.values(), strict=True):
        positions = json.loads(export.content)["positions"]
        entries = sum(len(file.positions) for file in briefing.positions.values())
        assert len(positions) == entries
        current = [
            (entry["party"], entry["issue"]) for entry in positions if entry["standing"] != "superseded"
        ]
        assert len(set(current)) == len(current)
        answers = ("stances", "stance", "option", "amount")
        given = [
            sum(bool(entry.get(name)) for name in answers)
            for entry in positions
            if entry["standing"] == "current"
        ]
        assert set(given) == {1}
