"""The three formats of citations, read as strictly as their rules require."""

import json
import re

import pytest

from generator.content.model import PartialDate
from generator.escape import shown
from generator.language import Language
from generator.site.exports import citations as formats
from generator.site.exports.references import MONTHS
from generator.site.pages import links
from generator.site.pages.cite import FILES, Citation, citations
from tests.building import HARBOUR, ROOT
from tests.hostile.payloads import PAYLOADS
from tests.site.exports.sites import ADDRESS, site_at, site_full_of

HOSTILE = (
    *PAYLOADS,
    "{ } }{ {{",
    'a "quoted" } title',
    "TY  - BOOK\r\nER  - \nend",
    "50 % $x_1^2 ~ \\cite{x} @misc{y,",
)
TEX = {
    r"\textbackslash{}": "\\", r"\textbraceleft{}": "{", r"\textbraceright{}": "}", r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^", r"\$": "$", r"\&": "&", r"\#": "#", r"\%": "%", r"\_": "_",
}  # fmt: skip


def of(title: str, date: str = "2025-12-04") -> Citation:
    return Citation(
        "talks-2025-12-04", "talks", links.briefing_page("talks"), shown(title).strip(), shown(title).strip(), ADDRESS, PartialDate(2025, 12, 2),
        PartialDate.parse(date), Language("en"), ("some tag",),
    )  # fmt: skip


def read_bibtex(text: str) -> dict[str, str]:
    """Parse an entry as BibTeX does: it counts all braces, also those that TeX prints."""
    head, rest = text.split(",\n", 1)
    found = {"": head.removeprefix("@misc{")}
    for line in rest.removesuffix("}\n").splitlines():
        name, value = line.strip().removesuffix(",").split(" = ", 1)
        if value.startswith("{"):
            depth = 0
            for place, char in enumerate(value):
                depth += (char == "{") - (char == "}")
                assert depth > 0 or place == len(value) - 1, f"{name} ends too early: {value}"
            assert depth == 0
            value = value[1:-1]
        else:
            assert value in MONTHS
        found[name] = value
    return found


def read_tex(text: str) -> str:
    """Return the characters that TeX prints; fail for anything that it would execute."""
    known = "|".join(map(re.escape, TEX))
    parts = re.split(f"({known})", text)
    assert not re.search(r"[\\{}$&#%_^~]", "".join(parts[::2])), text
    return "".join(TEX.get(part, part) for part in parts)


def read_ris(raw: bytes) -> list[tuple[str, str]]:
    """Parse a record of RIS: every line is a tag and a value."""
    lines = raw.decode().split("\r\n")
    assert lines.pop() == ""
    found = [re.fullmatch(r"([A-Z][A-Z0-9])  - ([^\r\n\x00-\x1f]*)", line) for line in lines]
    assert all(found), lines
    return [(match[1], match[2]) for match in found if match]


def test_bibtex_keeps_any_title_and_ends_after_it() -> None:
    for title in HOSTILE:
        entry = read_bibtex(formats.bibtex(of(title)))
        assert entry["title"][0] + entry["title"][-1] == "{}"
        assert read_tex(entry["title"][1:-1]) == shown(title).strip()
        assert read_tex(entry["howpublished"]) == shown(title).strip()


def test_ris_is_one_record_for_any_title() -> None:
    for title in HOSTILE:
        record = read_ris(formats.ris(of(title)).encode())
        assert [record[0], record[-1]] == [("TY", "ELEC"), ("ER", "")]
        assert [tag for tag, _ in record].count("TY") == 1
        assert dict(record)["TI"] == shown(title).strip()


def test_a_date_is_as_precise_as_known() -> None:
    assert dict(read_ris(formats.ris(of("T", "2025")).encode()))["DA"] == "2025///"
    assert dict(read_ris(formats.ris(of("T", "2025-12")).encode()))["DA"] == "2025/12//"
    assert json.loads(formats.csl(of("T", "2025-12")))[0]["issued"] == {"date-parts": [[2025, 12]]}
    assert "month" not in read_bibtex(formats.bibtex(of("T", "2025")))
    assert read_bibtex(formats.bibtex(of("T", "2025-12")))["date"] == "2025-12"


@pytest.mark.parametrize("root", [ROOT, HARBOUR], ids=["real", "harbour"])
def test_the_three_formats_agree_on_every_page(root: object) -> None:
    site = site_at(ROOT if root == ROOT else HARBOUR)
    exports = {export.uri: export.content for export in formats.exports(site)}
    for citation in citations(site):
        tex = read_bibtex(exports[citation.folder + FILES["BibTeX"]].decode())
        record = dict(read_ris(exports[citation.folder + FILES["RIS"]]))
        (item,) = json.loads(exports[citation.folder + FILES["CSL-JSON"]])
        assert tex["url"] == record["UR"] == item["URL"] == ADDRESS + citation.folder
        assert read_tex(tex["title"][1:-1]) == record["TI"] == item["title"] == citation.title
        assert tex[""] == record["ID"] == item["id"]
        year, month, day = item["issued"]["date-parts"][0]
        assert tex["date"] == f"{year}-{month:02}-{day:02}" == str(citation.reviewed)
        assert record["DA"] == f"{year}/{month:02}/{day:02}/"
    assert len(exports) == 3 * len(list(citations(site)))


def test_every_page_has_its_own_key() -> None:
    for root in (ROOT, HARBOUR):
        keys = [citation.key for citation in citations(site_at(root))]
        assert len(set(keys)) == len(keys)


def test_an_unknown_url_is_left_out() -> None:
    citation = next(citations(site_at(HARBOUR, "")))
    assert "url" not in read_bibtex(formats.bibtex(citation))
    assert "UR" not in dict(read_ris(formats.ris(citation).encode()))
    assert "URL" not in formats.csl(citation)
    assert "http" not in citation.text


def test_the_line_has_title_site_state_and_url() -> None:
    texts = [citation.text for citation in citations(site_at(HARBOUR))]
    assert (
        "“The night closing of Halmsund harbour”, The “Book” & Co, as of 11 June 2031, reviewed 12 June 2031, "
        f"{ADDRESS}briefings/night-closing/"
    ) in texts
    assert any(text.startswith("“The night closing of Halmsund harbour: Noise limit”, ") for text in texts)


def test_a_project_full_of_hostile_text_gives_files_that_can_be_parsed() -> None:
    for citation in citations(site_full_of(PAYLOADS[0])):
        assert read_bibtex(formats.bibtex(citation))
        assert read_ris(formats.ris(citation).encode())
        assert json.loads(formats.csl(citation))
