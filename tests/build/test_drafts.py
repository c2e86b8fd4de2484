"""Nothing of a draft and no internal note is in any file of a built site, also not in the search index."""

import gzip
from pathlib import Path

import pytest

from tests.building import HARBOUR, broken_links, build, build_once, copy_project, files

NOTES = {
    "briefings/lighthouse/briefing.yml": "\ndraft: true\ninternal: [Quillfish of the draft]\ntags: [quillfish]\n",
    "briefings/night-closing/positions/islanders.yml": """
  - issue: closing
    draft: true
    statement: Quillfish: YAML cannot read this
""",
    "briefings/night-closing/positions/crews.yml": """
  - issue: closing
    draft: true
    stance: {permanent: opposes, trial: opposes}
    as_of: 2031-06-11
    statement: The Quillfish report says that the union is against it.
    internal: [Quillfish of the position]
    evidence: [{source: lantern-2031-03-04, reported: "It wants *paid* rest", why: Quillfish of the evidence}]
  - issue: closing
    stance: not-stated
    searched_until: 2031-06-12
    internal: [Quillfish of an entry]
""",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the harbour with drafts and internal notes; a briefing that was renamed has become a draft."""

    def make(folder: Path) -> None:
        copy_project(HARBOUR, folder)
        for path, more in NOTES.items():
            (folder / path).write_text((folder / path).read_text(encoding="utf-8") + more, encoding="utf-8")
        about = folder / "briefings/night-closing/briefing.yml"
        text = about.read_text(encoding="utf-8")
        assert text.count("internal: [") == 2, "a note on the briefing, and one on an issue"
        about.write_text(text.replace("internal: [", "internal: [TODO ask the Quillfish, "), encoding="utf-8")
        (folder / "briefings/renamed.yml").write_bytes(b"briefings: {beacon: lighthouse}\n")
        build(folder)

    return build_once(tmp_path_factory, "drafts", make) / "site"


def test_no_file_has_a_word_of_a_note_or_a_draft(site: Path) -> None:
    found = files(site)
    texts = {name: gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw for name, raw in found.items()}
    assert any(
        b"night closing" in raw.lower() for name, raw in texts.items() if name.startswith("search-index/")
    )
    assert [name for name, raw in texts.items() if b"quillfish" in raw.lower()] == []


def test_a_draft_briefing_has_no_page_and_nothing_leads_to_it(site: Path) -> None:
    found = files(site)
    assert [name for name in found if name.startswith(("briefings/lighthouse", "briefings/beacon"))] == []
    assert [name for name, raw in found.items() if b"briefings/lighthouse" in raw] == []
    assert broken_links(site) == []
