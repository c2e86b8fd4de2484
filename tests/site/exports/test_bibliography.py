"""The sources of a briefing in the formats of reference managers."""

import json
from typing import Any

import pytest

from generator.site.exports.bibliography import exports
from tests.hostile.payloads import PAYLOADS
from tests.site.exports.sites import site_full_of
from tests.site.exports.test_citations import read_ris
from tests.site.pages.test_primary_sources import JOINT, SPEECH, site


def bibliography(source: str, evidence: str = "") -> tuple[str, list[str], dict[str, Any]]:
    """Return how BibTeX, RIS and CSL-JSON cite a source."""
    files = {
        export.uri.rpartition("/")[2]: export.content.decode()
        for export in exports(site(source, evidence=evidence))
    }
    entry = files["sources.bib"].split("@")[1]
    record = files["sources.ris"].split("ER  - \r\n")[0].splitlines()
    return entry, record, json.loads(files["sources.csl.json"])[0]


@pytest.mark.parametrize(
    ("kind", "bibtex", "ris", "csl"),
    [
        ("article", "article", "NEWS", "article-newspaper"),
        ("speech", "misc", "GEN", "speech"),
        ("interview", "misc", "GEN", "interview"),
        ("post", "misc", "BLOG", "post"),
        ("document", "techreport", "RPRT", "report"),
        ("transcript", "misc", "GEN", "document"),
    ],
)
def test_a_reference_has_the_type_of_its_kind(kind: str, bibtex: str, ris: str, csl: str) -> None:
    entry, record, item = bibliography(f"kind: {kind}\n")
    assert entry.startswith(f"{bibtex}{{words,")
    assert record[0] == f"TY  - {ris}"
    assert item["type"] == csl


def test_a_reference_names_the_speaker_and_the_cited_places() -> None:
    entry, record, item = bibliography(SPEECH, ', clause: "2"')
    assert "author = {{Ada Vale}}," in entry
    assert "howpublished = {speech, The Post}," in entry
    assert "note = {Cited: clause 2.}," in entry
    assert {"AU  - Ada Vale", "M3  - speech", "N1  - Cited: clause 2."} <= set(record)
    assert item["author"] == [{"literal": "Ada Vale"}]


def test_a_reference_to_a_joint_statement_has_an_author_for_each_party() -> None:
    entry, record, _ = bibliography(JOINT)
    assert "author = {{The Town of Vale} and {Drivers’ club}}," in entry
    assert [line for line in record if line.startswith("AU")] == [
        "AU  - The Town of Vale",
        "AU  - Drivers’ club",
    ]


def test_hostile_texts_give_files_that_can_be_parsed() -> None:
    for payload in PAYLOADS:
        files = {export.uri.rpartition("/")[2]: export.content for export in exports(site_full_of(payload))}
        assert json.loads(files["sources.csl.json"])
        assert read_ris(files["sources.ris"])[0] == ("TY", "GEN")
        entry = files["sources.bib"].decode()
        assert entry.count("{") == entry.count("}")
        assert entry.count("\n@") == 0
