from collections.abc import Mapping

import pytest

from generator.pipeline import examine
from tests.test_cases import project

TEXT = (
    "We, the town and the club, will pay for the bridge together.\n"
    "MS VALE: The town alone will pay for the ramps.\n"
)
PARTIES = """\
town:
  name: The town
  kind: government
  part_of: [coast]
  speakers:
    ada-vale: {name: Ada Vale, role: Mayor}
drivers:
  name: Drivers’ club
  kind: organisation
coast:
  name: The Coast
  kind: bloc
  speakers:
    bo-lind: {name: Bo Lind, role: Spokesman}
"""
ABOUT = "title: On the bridge\nlanguage: en\npublished: 2031-05-01\n"


def codes(
    source: str, quotes: Mapping[str, str], parties: str = PARTIES, text: str = TEXT, *, more: str = "W417"
) -> set[str]:
    """Check a project with a source of these details, and the evidence of each party on the width of the bridge."""
    files = project()
    files["briefings/parties.yml"] = parties.encode()
    files["seeds/words.txt"] = text.encode()
    files["seeds/words.yml"] = (ABOUT + source).encode()
    briefing = files["briefings/bridge/briefing.yml"].decode()
    files["briefings/bridge/briefing.yml"] = briefing.replace("drivers]", "drivers, coast]").encode()
    for party, evidence in quotes.items():
        files[f"briefings/bridge/positions/{party}.yml"] = (
            f"party: {party}\npositions:\n- issue: width\n  stance: supports\n  as_of: 2031-05-01\n"
            f"  statement: They say that they will pay.\n  evidence:\n  - {{source: words, {evidence}}}\n"
        ).encode()
    ours = {more, "E401", "E404", "E460", "E461", "W417", "W463", "W464", "W465"}
    return {item.code for item in examine(files).diagnostics} & ours


PAY = "quote: will pay for the bridge together"


def test_the_parties_of_a_joint_statement_may_both_cite_it() -> None:
    both = {"town": PAY, "drivers": PAY}
    assert codes("kind: statement\nparties: [town, drivers]", both) == set()
    assert codes("kind: statement\nparty: town", both) == {"W417"}


def test_evidence_may_name_its_own_parties() -> None:
    together = f"{PAY}, parties: [town, drivers]"
    assert codes("", {"town": together, "drivers": together}) == set()
    assert codes("", {"town": together, "drivers": together, "coast": together}) == {"W417", "W464"}


def test_words_that_only_contradict_a_position_may_be_of_other_parties() -> None:
    assert codes("", {"coast": f"{PAY}, parties: [town, drivers], relation: contradicts"}) == set()


@pytest.mark.parametrize(
    "source",
    ["kind: speech\nparty: tonw", "kind: statement\nparties: [town, tonw]"],
)
def test_a_source_names_known_parties(source: str) -> None:
    assert "E401" in codes(source, {})


def test_evidence_names_known_parties() -> None:
    assert codes("", {"town": f"{PAY}, parties: [town, drivrs]"}) == {"E401"}


def test_the_speaker_of_a_source_speaks_for_its_party() -> None:
    assert codes("kind: speech\nparty: town\nspeaker: ada-vale", {}) == set()
    assert codes("kind: speech\nspeaker: ada-vale", {}) == set()
    assert codes("kind: speech\nparty: drivers\nspeaker: ada-vale", {}) == {"E404"}
    assert codes("kind: speech\nspeaker: ada-veil", {}) == {"E404"}


def test_who_is_interviewed_may_be_named() -> None:
    assert codes("kind: interview\nparty: town\nspeaker: ada-vale", {}) == set()
    assert codes("kind: transcript\nparty: town", {}) == set()


def test_a_member_speaks_for_its_bloc() -> None:
    assert codes("", {"coast": f"{PAY}, speaker: ada-vale"}) == set()
    assert codes("kind: speech\nparty: coast\nspeaker: ada-vale", {}) == set()


def test_the_speaker_of_a_bloc_does_not_speak_for_a_member() -> None:
    assert codes("", {"town": f"{PAY}, speaker: bo-lind"}) == {"E404"}


def test_two_speakers_of_one_name_cannot_both_speak_for_a_bloc() -> None:
    parties = PARTIES.replace(
        "kind: organisation", "kind: organisation\n  part_of: [coast]\n  speakers: {ada-vale: {name: Ada V.}}"
    )
    assert codes("", {"coast": f"{PAY}, speaker: ada-vale"}, parties) == {"E404"}


def test_a_party_of_a_joint_statement_may_cite_the_speaker_of_another() -> None:
    source = "kind: statement\nparties: [town, drivers]"
    assert codes(source, {"drivers": f"{PAY}, speaker: ada-vale"}) == set()


def test_a_party_is_used_if_a_source_names_it() -> None:
    files = project()
    parties = files["briefings/parties.yml"] + b"ferries: {name: Ferries, kind: organisation}\n"
    files["briefings/parties.yml"] = parties
    assert "I421" in {item.code for item in examine(files).diagnostics}
    files["seeds/report.yml"] += b"kind: statement\nparties: [town, ferries]\n"
    assert "I421" not in {item.code for item in examine(files).diagnostics}


SPOKEN = "We met. A driver told me: “I will never cross that bridge again.” We call it “the wide way” here.\n"


@pytest.mark.parametrize(
    ("kind", "party", "quote", "expected"),
    [
        ("speech", "town", "I will never cross that bridge again", {"W465"}),
        ("post", "town", "never cross that bridge", {"W465"}),
        ("statement", "town", "I will never cross that bridge again", set()),
        ("speech", "drivers", "I will never cross that bridge again", {"W465"}),
        ("speech", "town", "the wide way", set()),
        ("speech", "town", "We call it “the wide way” here", set()),
    ],
)
def test_words_in_marks_inside_a_speech_are_looked_at(
    kind: str, party: str, quote: str, expected: set[str]
) -> None:
    assert codes(f"kind: {kind}\nparty: town", {party: f"quote: {quote}"}, text=SPOKEN) == expected


def test_a_speech_printed_in_marks_may_be_quoted() -> None:
    text = "“We will pay for the bridge together.”\n“It will be wide enough for all of us.”\n"
    assert codes("kind: speech\nparty: town", {"town": PAY}, text=text) == set()


@pytest.mark.parametrize("label", ["THE CHAIR:", "Several hon. members:", "Q.", "[00:10] Ida Berg:"])
def test_words_behind_the_label_of_somebody_else_are_looked_at(label: str) -> None:
    text = f"MS VALE: We wait.\n\n{label} We will pay for the bridge together.\n"
    quote = f"{PAY}, speaker: ada-vale"
    assert codes("kind: transcript\n", {"town": quote}, text=text, more="W426") == {"W426"}
    assert (
        codes("kind: transcript\n", {"town": quote}, text=text.replace(label, "MS VALE:"), more="W426")
        == set()
    )


def test_the_answers_of_an_interview_with_dashes_are_those_of_its_speaker() -> None:
    text = "— Will you pay?\n\n— We will pay for the bridge together.\n"
    interview = "kind: interview\nparty: town\nspeaker: ada-vale\n"
    assert codes(interview, {"town": f"{PAY}, speaker: ada-vale"}, text=text, more="W426") == set()
