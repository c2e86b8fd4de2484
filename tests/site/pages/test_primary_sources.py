"""Cards, lists and files say what a source is, who speaks in it, and where a passage is."""

from typing import Any

import pytest

from generator.content.model import Evidence
from generator.language import ENGLISH, Language
from generator.pipeline import build_pages, examine, site_of
from generator.site.exports import briefing_json
from generator.site.pages import links
from generator.site.pages.attribution import Attribution, attribution, voice
from generator.site.pages.metadata import issue_head, source_head
from generator.site.pages.places import Place, place_in_words
from generator.site.pages.printed import printed_paragraphs
from generator.site.pages.views import Views
from generator.site.site import Site
from tests.test_cases import project

GERMAN = Language("de")
WORDS = "will pay for the bridge together"
PARTIES = """\
town:
  name: The Town of Vale
  short: Vale
  kind: government
  part_of: [coast]
  earlier_names: [{name: The Village of Vale, short: Village, until: 2029}]
  speakers:
    ada-vale:
      name: Ada Vale
      roles: [{role: Councillor, until: 2030-12-31}, {role: Mayor, from: 2031-01-01}]
drivers:
  name: Drivers’ club
  kind: organisation
coast:
  name: Coast League
  kind: bloc
"""


def site(source: str = "", published: str = "2031-05-01", evidence: str = "") -> Site:
    """Return a site with a source of these details, whose words the town cites."""
    files = project()
    files["briefings/parties.yml"] = PARTIES.encode()
    files["seeds/words.txt"] = f"We, the town and the club, {WORDS}.\n".encode()
    about = f"title: On the bridge\nlanguage: en\npublished: {published}\npublisher: The Post\n{source}"
    files["seeds/words.yml"] = about.encode()
    files["briefings/bridge/positions/town.yml"] = (
        "party: town\npositions:\n- issue: width\n  stance: supports\n  as_of: 2031-05-01\n"
        f"  statement: The town will pay.\n  evidence:\n  - {{source: words, quote: {WORDS}{evidence}}}\n"
    ).encode()
    return site_of(examine(files))


def said(party: str, found: Site, language: Language = ENGLISH, **keys: object) -> Attribution:
    evidence = Evidence.model_validate({"source": "words", "quote": WORDS, **keys})
    return attribution(found, language, party, evidence)


def who(found: Attribution) -> str:
    return ", ".join((f"{found.lead}{found.name}", *found.details))


SPEECH = "kind: speech\nparty: town\nspeaker: ada-vale\n"
JOINT = "kind: statement\nparties: [town, drivers]\n"


def test_the_speaker_of_a_speech_says_its_words() -> None:
    assert who(said("town", site(SPEECH))) == "Ada Vale, Mayor"
    assert said("town", site(SPEECH)).kind == "The party’s own words"


def test_a_role_is_that_of_the_day_on_which_the_words_were_said() -> None:
    assert who(said("town", site(SPEECH), said_on="2030-06-01")) == "Ada Vale, Councillor"
    assert who(said("town", site(SPEECH, published="2030"))) == "Ada Vale, Councillor"


def test_a_party_has_the_name_of_the_day() -> None:
    early = site("kind: statement\nparty: town\n", published="2028-03-01")
    assert who(said("town", early)).startswith("The Village of Vale, now Vale, ")
    assert (
        who(said("town", site(SPEECH, published="2028")))
        == "Ada Vale, Councillor, The Village of Vale, now Vale"
    )


def test_joint_words_name_every_party() -> None:
    found = said("drivers", site(JOINT))
    assert found.kind == "Joint words of Vale and Drivers’ club"
    assert who(found) == "Vale and Drivers’ club, no speaker named"
    assert said("drivers", site(JOINT), GERMAN).kind == "Gemeinsame Worte von Vale und Drivers’ club"


def test_the_parties_of_evidence_come_before_those_of_its_source() -> None:
    found = said("town", site(JOINT), parties=["town", "drivers", "coast"])
    assert found.kind == "Joint words of Vale, Drivers’ club and Coast League"


def test_a_member_that_speaks_for_its_bloc_is_named_with_it() -> None:
    found = said("coast", site(), speaker="ada-vale")
    assert who(found) == "Ada Vale, Mayor, Vale, for Coast League"


def test_a_statement_of_a_member_names_it_with_its_bloc() -> None:
    found = said("coast", site("kind: statement\nparty: town\n"))
    assert who(found) == "The Town of Vale, for Coast League"


def test_a_speaker_of_a_joint_statement_is_named_with_the_party() -> None:
    found = said("drivers", site(JOINT), speaker="ada-vale")
    assert who(found) == "Ada Vale, Mayor, Vale"


def test_reported_words_of_a_speech_are_not_those_of_its_speaker() -> None:
    evidence = Evidence.model_validate({"source": "words", "reported": WORDS})
    assert "Ada" not in who(attribution(site(SPEECH), ENGLISH, "town", evidence))


@pytest.mark.parametrize(
    ("keys", "english", "german"),
    [
        ({}, "", ""),
        ({"page": "12"}, "p. 12", "S. 12"),
        ({"page": "12–13"}, "pp. 12–13", "S. 12–13"),
        ({"page": "xiv"}, "p. xiv", "S. xiv"),
        ({"page": "cover"}, "cover", "cover"),
        ({"clause": "4(2)"}, "clause 4(2)", "Ziffer 4(2)"),
        ({"clause": "Article 4"}, "Article 4", "Article 4"),
        ({"clause": "§ 4"}, "§ 4", "§ 4"),
        ({"time": "1:02:30"}, "at 1:02:30", "bei 1:02:30"),
        ({"page": "3", "clause": "1", "time": "0:30"}, "p. 3, clause 1, at 0:30", "S. 3, Ziffer 1, bei 0:30"),
    ],
)
def test_a_place_is_in_words(keys: dict[str, Any], english: str, german: str) -> None:
    place = Place(**keys)
    assert (place_in_words(ENGLISH, place), place_in_words(GERMAN, place)) == (english, german)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", ""),
        (SPEECH, "Ada Vale, Mayor, Vale"),
        ("kind: post\nspeaker: ada-vale\n", "Ada Vale, Mayor, Vale"),
        ("kind: speech\nparty: coast\nspeaker: ada-vale\n", "Ada Vale, Mayor, Vale, for Coast League"),
        ("kind: interview\nparty: drivers\n", "Drivers’ club"),
        (JOINT, "Vale and Drivers’ club"),
    ],
)
def test_a_source_says_whose_words_it_is(source: str, expected: str) -> None:
    found = site(source)
    assert voice(found, ENGLISH, found.corpus.sources["words"]) == expected


def test_lists_and_pages_of_sources_name_the_kind() -> None:
    pages = {page.uri: page.markdown for page in build_pages(site(SPEECH))}
    assert "Speech: Ada Vale, Mayor, Vale" in pages["sources/index.md"]
    assert '<dt data-search-exclude="1">Kind</dt><dd>Speech</dd>' in pages["sources/words.md"]
    assert (
        '<dt data-search-exclude="1">Speaker</dt><dd>Ada Vale, Mayor, Vale</dd>' in pages["sources/words.md"]
    )


def test_the_page_of_a_party_has_its_earlier_names_and_all_roles() -> None:
    pages = {page.uri: page.markdown for page in build_pages(site())}
    assert "Until 2029: The Village of Vale." in pages["parties/town.md"]
    line = "-   **Ada Vale**, Mayor (since 1 January 2031); Councillor (until 31 December 2030)"
    assert line in pages["parties/town.md"]


def test_the_data_of_a_briefing_have_kinds_and_places() -> None:
    found = site(JOINT, evidence=', page: "12", time: "1:05", parties: [town, drivers]')
    data = briefing_json.briefing_data(Views(found, found.corpus.briefings["bridge"]))
    (position,) = [item for item in data["positions"] if item["party"] == "town"]
    (evidence,) = position["evidence"]
    assert evidence["place"] == {"page": "12", "time": "1:05"}
    assert evidence["parties"] == ["town", "drivers"]
    (source,) = [item for item in data["sources"] if item["id"] == "words"]
    assert (source["kind"], source["parties"]) == ("statement", ["town", "drivers"])


def test_linked_data_name_the_speaker_with_the_role_of_the_day() -> None:
    found = site(SPEECH, published="2030-05-01")
    target = links.source_page("words")
    data = source_head(found, found.corpus.sources["words"], target, "Words").linked_data
    head = data["mainEntity"]
    author = {"@type": "Person", "name": "Ada Vale", "jobTitle": "Councillor"}
    assert (head["genre"], head["author"]) == ("speech", [author])
    quotation = issue_head(Views(found, found.corpus.briefings["bridge"]), "width").linked_data["hasPart"][0]
    assert quotation["spokenByCharacter"] == author


def test_linked_data_name_all_parties_that_speak_together() -> None:
    found = site(JOINT)
    (quotation,) = issue_head(Views(found, found.corpus.briefings["bridge"]), "width").linked_data["hasPart"]
    assert [thing["name"] for thing in quotation["spokenByCharacter"]] == [
        "The Town of Vale",
        "Drivers’ club",
    ]


def test_paper_names_the_parties_that_speak_together() -> None:
    found = site(JOINT)
    passage = found.passages[Evidence.model_validate({"source": "words", "quote": WORDS}).selector]
    printed = printed_paragraphs(Views(found, found.corpus.briefings["bridge"]), {"width"})
    names = {shown: name for _, passages in printed for shown, name in passages}
    assert names[passage] == "Vale and Drivers’ club"
