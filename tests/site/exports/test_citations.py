"""The three formats of citations, read as strictly as their rules say."""

from __future__ import annotations

import json
import re

import pytest

from generator.content.model import PartialDate
from generator.escape import shown
from generator.language import Language
from generator.site.exports import bibtex, csl, ris
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
        "talks-2025-12-04", "briefings/talks/", shown(title).strip(), shown(title).strip(), ADDRESS, PartialDate(2025, 12, 2),
        PartialDate.parse(date), Language("en"), ("some tag",),
    )  # fmt: skip


def read_bibtex(text: str) -> dict[str, str]:
    """Read one entry as BibTeX does: braces count, whether TeX would print them or not."""
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
            assert value in bibtex.MONTHS
        found[name] = value
    return found


def read_tex(text: str) -> str:
    """Give the characters that TeX prints; anything that it would act upon fails."""
    known = "|".join(map(re.escape, TEX))
    parts = re.split(f"({known})", text)
    assert not re.search(r"[\\{}$&#%_^~]", "".join(parts[::2])), text
    return "".join(TEX.get(part, part) for part in parts)


def read_ris(raw: bytes) -> list[tuple[str, str]]:
    """Read one record of RIS: every line is a tag and a value."""
    lines = raw.decode().split("\r\n")
    assert lines.pop() == ""
    found = [re.fullmatch(r"([A-Z][A-Z0-9])  - ([^\r\n\x00-\x1f]*)", line) for line in lines]
    assert all(found), lines
    return [(one[1], one[2]) for one in found if one]


@pytest.mark.parametrize("title", HOSTILE)
def test_bibtex_holds_any_title_and_ends_where_it_should(title: str) -> None:
    read = read_bibtex(bibtex.bibtex(of(title)))
    assert read["title"][0] + read["title"][-1] == "{}"
    assert read_tex(read["title"][1:-1]) == shown(title).strip()
    assert read_tex(read["howpublished"]) == shown(title).strip()


@pytest.mark.parametrize("title", HOSTILE)
def test_ris_is_one_record_whatever_a_title_holds(title: str) -> None:
    read = read_ris(ris.ris(of(title)).encode())
    assert [read[0], read[-1]] == [("TY", "ELEC"), ("ER", "")]
    assert [tag for tag, _ in read].count("TY") == 1
    assert dict(read)["TI"] == shown(title).strip()


def test_a_date_of_which_little_is_known_is_given_as_it_is() -> None:
    assert dict(read_ris(ris.ris(of("T", "2025")).encode()))["DA"] == "2025///"
    assert dict(read_ris(ris.ris(of("T", "2025-12")).encode()))["DA"] == "2025/12//"
    assert csl.csl(of("T", "2025-12"))["issued"] == {"date-parts": [[2025, 12]]}
    assert "month" not in read_bibtex(bibtex.bibtex(of("T", "2025")))
    assert read_bibtex(bibtex.bibtex(of("T", "2025-12")))["date"] == "2025-12"


@pytest.mark.parametrize("root", [ROOT, HARBOUR], ids=["real", "harbour"])
def test_the_three_formats_say_the_same_of_every_page(root: object) -> None:
    site = site_at(ROOT if root == ROOT else HARBOUR)
    made = {one.uri: one.content for form in (bibtex, csl, ris) for one in form.exports(site)}
    for one in citations(site):
        tex = read_bibtex(made[one.folder + FILES["BibTeX"]].decode())
        record = dict(read_ris(made[one.folder + FILES["RIS"]]))
        (item,) = json.loads(made[one.folder + FILES["CSL-JSON"]])
        assert tex["url"] == record["UR"] == item["URL"] == ADDRESS + one.folder
        assert read_tex(tex["title"][1:-1]) == record["TI"] == item["title"] == one.title
        assert tex[""] == record["ID"] == item["id"]
        year, month, day = item["issued"]["date-parts"][0]
        assert tex["date"] == f"{year}-{month:02}-{day:02}" == str(one.reviewed)
        assert record["DA"] == f"{year}/{month:02}/{day:02}/"
    assert len(made) == 3 * len(list(citations(site)))


def test_no_two_pages_have_one_key() -> None:
    for root in (ROOT, HARBOUR):
        keys = [one.key for one in citations(site_at(root))]
        assert len(set(keys)) == len(keys)


def test_what_is_not_known_is_left_out_of_files_and_line() -> None:
    one = next(citations(site_at(HARBOUR, "")))
    assert "url" not in read_bibtex(bibtex.bibtex(one))
    assert "UR" not in dict(read_ris(ris.ris(one).encode()))
    assert "URL" not in csl.csl(one)
    assert "http" not in one.text


def test_the_line_names_the_page_its_state_and_its_address() -> None:
    texts = [one.text for one in citations(site_at(HARBOUR))]
    assert (
        "“The night closing of Halmsund harbour”, The “Book” & Co, as of 11 June 2031, reviewed 12 June 2031, "
        f"{ADDRESS}briefings/night-closing/"
    ) in texts
    assert any(text.startswith("“The night closing of Halmsund harbour: Noise limit”, ") for text in texts)


@pytest.mark.parametrize("text", PAYLOADS)
def test_a_hostile_project_gives_files_that_can_be_read(text: str) -> None:
    site = site_full_of(text)
    for one in bibtex.exports(site):
        read_bibtex(one.content.decode())
    for one in ris.exports(site):
        read_ris(one.content)
    for one in csl.exports(site):
        assert json.loads(one.content)
