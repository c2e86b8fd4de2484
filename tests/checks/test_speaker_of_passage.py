"""W426: no warning for the right speaker in any ordinary way to name somebody; a warning in the traps."""

import pytest
import yaml

from generator.pipeline import examine

PARTIES = {
    "council": {
        "name": "The Council",
        "kind": "organisation",
        "aliases": ["the council"],
        "speakers": {"ada-vale": {"name": "Ada Vale", "role": "Mayor of Lund"}},
    },
    "rowers": {
        "name": "The Rowers",
        "kind": "organisation",
        "speakers": {"tom-reed": {"name": "Tom Reed", "role": "Captain"}},
    },
}
WORDS = "We close it at night"
ORDINARY = [
    "“We close it at night,” Ada Vale said.",
    "“We close it at night,” said Ada Vale.",
    "“We close it at night,” says Vale.",
    "“We close it at night,” Ada Vale told reporters.",
    "“We close it at night,” she told Tom Reed. Ada Vale left.",
    "Ada Vale came early. “We close it at night,” she told Tom Reed.",
    "“We close it at night,” Vale told Tom Reed.",
    "“We close it at night,” said Ada Vale, the mayor of Lund.",
    "“We close it at night,” said the mayor of Lund, Ada Vale.",
    "“We close it at night,” said Mayor Ada Vale.",
    "“We close it at night,” the mayor of Lund said.",
    "“We close it at night,” said the mayor.",
    "Ada Vale, who met Tom Reed on Monday, said: “We close it at night.”",
    "Ada Vale, 52, of Lund, said: “We close it at night.”",
    "Ada Vale (Council) said: “We close it at night.”",
    "Ada Vale said on Monday: “We close it at night.” Tom Reed laughed.",
    "Ada Vale said in Lund: “We close it at night.”",
    "Ada Vale said in a statement: “We close it at night.”",
    "In a statement, Ada Vale said: “We close it at night.”",
    "Ada Vale said on X: “We close it at night.”",
    "Ada Vale tweeted: “We close it at night.”",
    "Ada Vale wrote to Tom Reed: “We close it at night.”",
    "In a letter to Tom Reed, Ada Vale wrote: “We close it at night.”",
    "Ada Vale told the paper by phone: “We close it at night.”",
    "Asked whether it stays open, Ada Vale said: “We close it at night.”",
    "Asked by Tom Reed, Ada Vale said: “We close it at night.”",
    "Tom Reed asked. Ada Vale replied: “We close it at night.”",
    "Ada Vale: “We close it at night.”",
    "Ada Vale: ‘We close it at night’",
    "ADA VALE: “We close it at night.”",
    "VALE: “We close it at night.”",
    "MAYOR VALE: “We close it at night.”",
    "“We close it at night” – Ada Vale",
    "According to Ada Vale, “We close it at night” is the plan.",
    "“We close it at night,” according to Ada Vale.",
    "“We close it at night,” as Ada Vale put it.",
    "Ada Vale said that “We close it at night” was the plan.",
    "Ada Vale repeated her old line, “We close it at night.”",
    "“We close it at night,” Ada Vale said, “and we open it by day.”",
    "“Listen,” Ada Vale said. “We close it at night.”",
    "“Listen,” Ada Vale said, “We close it at night.”",
    "“Listen,” said Ada Vale. “We close it at night,” she added.",
    "“Listen,” Ada Vale said.\n\n“We close it at night,” she added.",
    "“Listen,” Ada Vale said. “I am tired.\n\n“We close it at night.”",
    "Ada Vale spoke for an hour.\n\n“We close it at night,” she said.",
    "Ada Vale shook her head. “We close it at night.”",
    "“We close it at night.” That was Ada Vale on Monday.",
    "Tom Reed asked: “And now?” Ada Vale answered: “We close it at night.”",
    "“And now?” asked Tom Reed. “We close it at night,” said Ada Vale.",
    "“We close it at night,” Ada Vale later said of the harbour.",
    "“We close it at night,” Ada Vale was quoted as saying.",
    "The paper quoted Ada Vale as saying “We close it at night”.",
    "“We close it at night,” Ada Vale and Tom Reed said together.",
    "It was Ada Vale who said “We close it at night”.",
    "Tom Reed was told by Ada Vale: “We close it at night.”",
    "Ada Vale went on to say: “We close it at night.”",
    "Ada Vale was clear: “We close it at night.”",
    "Ada Vale’s answer was short: “We close it at night.”",
    "“We close it at night,” insisted Ada Vale as Tom Reed left.",
    "‘We close it at night,’ said Ms Vale.",
    '"We close it at night," Ms. Vale said.',
    "“We close it at night!” Ada Vale shouted.",
    "“We close it at night?” Ada Vale asked.",
    "Speaking to Tom Reed, Ada Vale said: “We close it at night.”",
    "Ada Vale, speaking after Tom Reed, said: “We close it at night.”",
]
TRAPS = [
    "“We close it at night,” a spokesman for Ada Vale said.",
    "“We close it at night,” said Ada Vale’s lawyer.",
    "“We close it at night,” Tom Reed told Ada Vale.",
    "“We close it at night,” said Tom Reed as Ada Vale listened.",
    "Ada Vale denied saying “We close it at night”.",
    "Ada Vale never said “We close it at night”.",
    "Ada Vale was told “We close it at night”.",
    "Ada Vale was asked by Tom Reed about “We close it at night”.",
    "“Tom Reed sang ‘We close it at night’ to me,” Ada Vale said.",
    "A letter to Ada Vale said: “We close it at night.”",
    "Ada Vale quoted a neighbour: “We close it at night.”",
    "If Ada Vale says “We close it at night”, Tom Reed will leave.",
    "Ada Vale said nothing. “We close it at night,” said Tom Reed.",
    "Tom Reed and Bo Lind said: “We close it at night.”",
    "The critics of Ada Vale said: “We close it at night.”",
    "Asked if she had said “We close it at night”, Ada Vale laughed.",
    "Ada Vale rejected “We close it at night” as a lie.",
    "Ada Vale was accused of saying “We close it at night”.",
    "Had Ada Vale said “We close it at night”, all would be well.",
    "“We close it at night,” Bo Lind, who works for Ada Vale, said.",
    "An insider said of Ada Vale: “We close it at night.”",
    "“We close it at night,” said Mark Vale, her brother.",
    "Citing Tom Reed, Ada Vale said: “We close it at night.”",
    "Ada Vale rejected Tom Reed’s claim that “We close it at night”.",
    "“Well,” said Ada Vale, with Tom Reed adding: “We close it at night.”",
]
ELSEWHERE = [
    ("de", "„We close it at night“, sagte Bürgermeisterin Ada Vale der „Zeitung“."),
    ("de", "Ada Vale hat Tom Reed geantwortet: „We close it at night.“"),
    ("de", "Ada Vale kam früh. „We close it at night“, sagte sie zu Tom Reed."),
    ("fr", "« We close it at night », a répondu la maire, Ada Vale, à Tom Reed."),
    ("fr", "« We close it at night, a dit Ada Vale, et voilà. »"),
    ("es", "«We close it at night —dijo Ada Vale— y ya»."),
    ("es", "El lunes aseguró Ada Vale: «We close it at night»."),
    ("it", "«We close it at night», spiega Ada Vale al Corriere."),
    ("nl", "‘We close it at night’, aldus Ada Vale."),
    ("sv", "”We close it at night”, säger Ada Vale till Tom Reed."),
    ("pl", "„We close it at night” – powiedziała Ada Vale."),
    ("tr", "“We close it at night” dedi Ada Vale."),
    ("pl", "Według Ady Vale „We close it at night” to plan."),
    ("de", "Ada Vale zufolge ist „We close it at night“ der Plan."),
    ("fr", "« We close it at night », s’est défendue Ada Vale."),
]
TRAPS_ELSEWHERE = [
    ("de", "„We close it at night“, sagte ein Sprecher von Ada Vale."),
    ("de", "Ada Vale bestritt, „We close it at night“ gesagt zu haben."),
    ("fr", "« We close it at night », a dit le porte-parole d’Ada Vale."),
    ("fr", "« We close it at night, a dit Tom Reed, n’en déplaise à Ada Vale. »"),
    ("es", "Según fuentes cercanas a Ada Vale, «We close it at night»."),
    ("it", "Ada Vale nega di aver detto «We close it at night»."),
    ("nl", "‘We close it at night’, zei Tom Reed tegen Ada Vale."),
    ("sv", "”We close it at night”, säger en talesperson för Ada Vale."),
    ("pl", "„We close it at night” – powiedział rzecznik Ada Vale."),
    ("ru", "Пресс-секретарь Ada Vale сказал: «We close it at night»."),
]


def warnings(
    text: str,
    *,
    party: str = "council",
    about: dict[str, str] | None = None,
    code: str = "W426",
    **evidence: object,
) -> list[str]:
    """Return the messages and hints of a rule for evidence from a source with `text`."""
    item = {"source": "s", **({"quote": WORDS} | evidence if "reported" not in evidence else evidence)}
    entry = {"issue": "night", "stance": "supports", "as_of": "2031-03-01", "statement": "It said so."}
    briefing = {
        "title": "The harbour",
        "question": "Does it close?",
        "status": "active",
        "as_of": "2031-03-03",
        "reviewed_on": "2031-03-04",
        "parties": [*PARTIES],
        "key_points": {
            "where_it_stands": {"text": "It met.", "evidence": [{"source": "s", "reported": "The base met."}]}
        },
        "issues": {
            "night": {"title": "Night", "question": "Closed?", "propositions": {"night": {"text": "It is."}}}
        },
    }
    absent = {"issue": "night", "stance": "not-found", "searched_until": "2031-03-01"}
    positions = dict.fromkeys(PARTIES, absent) | {party: {**entry, "evidence": [item]}}
    files = {
        "seeds/s.txt": f"{text}\n\nThe base met.\n",
        "seeds/s.yml": yaml.safe_dump(
            {"title": "S", "language": "en", "published": "2031-03-01", **(about or {})}
        ),
        "briefings/parties.yml": yaml.safe_dump(PARTIES),
        "briefings/harbour/briefing.yml": yaml.safe_dump(briefing),
    }
    for name, position in positions.items():
        path = f"briefings/harbour/positions/{name}.yml"
        files[path] = yaml.safe_dump({"party": name, "positions": [position]})
    found = examine({path: content.encode() for path, content in files.items()}).diagnostics
    errors = [diagnostic.message for diagnostic in found if diagnostic.code.startswith("E")]
    assert not errors
    return [f"{each.message}\n{each.hint}" for each in found if each.code == code]


@pytest.mark.parametrize("text", ORDINARY)
def test_the_right_speaker_gets_no_warning(text: str) -> None:
    assert warnings(text, speaker="ada-vale") == []


def test_at_least_sixty_ordinary_ways_are_tried() -> None:
    assert len(set(ORDINARY)) >= 60


@pytest.mark.parametrize("text", TRAPS)
def test_words_that_are_not_certainly_hers_get_a_warning(text: str) -> None:
    assert len(warnings(text, speaker="ada-vale")) == 1


@pytest.mark.parametrize(("language", "text"), ELSEWHERE)
def test_the_right_speaker_gets_no_warning_in_other_languages(language: str, text: str) -> None:
    assert warnings(text, about={"language": language}, speaker="ada-vale") == []


@pytest.mark.parametrize(("language", "text"), TRAPS_ELSEWHERE)
def test_words_of_others_get_a_warning_in_other_languages(language: str, text: str) -> None:
    assert len(warnings(text, about={"language": language}, speaker="ada-vale")) == 1


def test_another_speaker_is_advised_only_where_the_source_is_certain() -> None:
    certain = warnings("“We close it at night,” said Tom Reed.", speaker="ada-vale")
    doubtful = warnings("“We close it at night,” said a friend of Tom Reed.", speaker="ada-vale")
    assert "write: speaker: tom-reed" in certain[0]
    assert "belong to a position of The Rowers" in certain[0]
    assert "write: speaker:" not in doubtful[0]


def test_every_part_of_a_quote_is_checked() -> None:
    text = "“We close it at night,” Ada Vale said. “Nobody sleeps,” Tom Reed said."
    (warning,) = warnings(text, quote=[WORDS, "Nobody sleeps"], speaker="ada-vale")
    assert "names Tom Reed as the speaker" in warning


def test_a_quote_without_a_speaker_must_be_the_words_of_the_party() -> None:
    assert warnings("“We close it at night,” Ada Vale said.") == []
    assert warnings("“We close it at night,” the council said.") == []
    (other,) = warnings("“We close it at night,” Tom Reed said.")
    (stranger,) = warnings("“We close it at night,” Bo Lind said.")
    assert "Tom Reed speaks for The Rowers" in other
    assert "add the name in briefings/parties.yml" in stranger


def test_reported_words_inside_another_party_s_quotation_get_a_warning() -> None:
    text = "“We close it at night,” Tom Reed said. He added that they would row."
    (warning,) = warnings(text, reported=WORDS)
    assert "names Tom Reed" in warning
    assert warnings(text, reported="He added that they would row") == []


RECORD = "Record of the hearing.\n\nMS VALE: We close it at night. I am sure.\n\nMR REED: Nobody sleeps."


def test_in_a_transcript_the_label_says_who_speaks() -> None:
    transcript = {"kind": "transcript"}
    assert warnings(RECORD, about=transcript, speaker="ada-vale") == []
    (warning,) = warnings(RECORD, about=transcript, quote="Nobody sleeps", speaker="ada-vale")
    assert "names Tom Reed as the speaker" in warning


def test_words_of_the_record_are_no_quote() -> None:
    about = {"kind": "transcript"}
    assert warnings(RECORD, about=about, code="W425", speaker="ada-vale") == []
    (warning,) = warnings(RECORD, about=about, code="W425", quote="Record of the hearing")
    assert "not those of a speaker" in warning


def test_in_a_speech_the_source_says_who_speaks() -> None:
    text = "We close it at night. “Nobody sleeps,” Tom Reed told me."
    about = {"kind": "speech", "party": "council", "speaker": "ada-vale"}
    assert warnings(text, about=about) == []
    assert warnings(text, about=about, speaker="ada-vale") == []
    assert "names Tom Reed" in warnings(text, about=about, quote="Nobody sleeps")[0]


def test_a_party_cannot_quote_the_speech_of_another_party_s_speaker_as_its_own_words() -> None:
    about = {"kind": "speech", "party": "council", "speaker": "ada-vale"}
    (warning,) = warnings("We close it at night. Good day.", party="rowers", about=about)
    assert "Ada Vale speaks for The Council" in warning
