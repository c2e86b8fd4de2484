"""Words in quotation marks, in every text of the editors: in the evidence, elsewhere in a source, or nowhere."""

from copy import deepcopy
from typing import Any

import pytest
import yaml

from generator.pipeline import examine

TEXT = (
    "The mayor, Ada Vale, spoke on Monday. “We will not sell the pier,” she said. “They told us ‘take it’ and we laughed.”\n"
    "The crews see a “red line” there. “Nobody fishes here,” Tom Reed said.\n"
)
EVIDENCE = [
    {"source": "s", "quote": "We will not sell the pier", "speaker": "ada-vale"},
    {"source": "s", "quote": "They told us ‘take it’ and we laughed", "speaker": "ada-vale"},
]
TOWN = "briefings/pier/positions/town.yml"


PARTS: dict[str, dict[str, Any]] = {
    "source": {"title": "Pier", "language": "en", "publisher": "Harbour Post"},
    "speaker": {"name": "Ada Vale", "role": "Mayor"},
    "about": {
        "title": "The pier",
        "question": "Is it sold?",
        "status": "active",
        "as_of": "2031-05-02",
        "reviewed_on": "2031-05-03",
        "parties": ["town"],
    },
    "issue": {"title": "Pier", "question": "Is it sold?"},
    "proposition": {"text": "It is sold."},
    "key point": {"text": "The mayor spoke.", "evidence": EVIDENCE},
    "correction": {
        "date": "2031-05-03",
        "was": "She said “we sell”.",
        "now": "She spoke.",
        "reason": "A slip.",
    },
    "position": {
        "issue": "sale",
        "stance": "rejects",
        "as_of": "2031-05-02",
        "statement": "Ada Vale spoke.",
    },
    "evidence": EVIDENCE[0],
}
HOLDERS = {
    **dict.fromkeys(("title", "question"), "about"),
    "note": "issue",
    **dict.fromkeys(("statement", "reason"), "position"),
    "role": "speaker",
    **dict.fromkeys(("was", "now"), "correction"),
    **dict.fromkeys(("why", "page"), "evidence"),
    "status_note": "source",
    "past_text": "key point",
}
"""The part of the project that has a field."""


def dump(value: object) -> bytes:
    return yaml.safe_dump(value, allow_unicode=True, width=1000).encode()


def project(field: str, text: str) -> dict[str, bytes]:
    """Return a project whose `field` is `text`; lists have a single claim."""
    parts = {name: deepcopy(part) for name, part in PARTS.items()}
    about, claim = parts["about"], {"text": text, "evidence": deepcopy(EVIDENCE)}
    if field in HOLDERS:
        parts[HOLDERS[field]][field] = text
    elif field in ("proposition", "key point"):
        parts[field]["text"] = text
    elif field == "why of a correction":
        parts["correction"]["reason"] = text
    elif field in ("conditions", "red_lines", "interests", "offers"):
        parts["position"][field] = [claim]
    elif field == "timeline":
        about[field] = [{"date": "2031-05-02", "title": text, "evidence": EVIDENCE}]
    elif field == "analysis":
        about[field] = [{"kind": "gap", "text": text, "author": "A. Editor", "date": "2031-05-03"}]
    else:
        about[field] = [text if field == "unknowns" else claim]
    if field == "status_note":
        parts["source"]["status"] = "corrected"
    parts["position"]["evidence"] = [parts["evidence"], EVIDENCE[1]]
    about |= {
        "issues": {"sale": {**parts["issue"], "propositions": {"sale": parts["proposition"]}}},
        "key_points": {"where_it_stands": parts["key point"]},
        "corrections": [parts["correction"]],
    }
    parties = {"town": {"name": "The town", "kind": "government", "speakers": {"ada-vale": parts["speaker"]}}}
    return {
        "seeds/s.txt": TEXT.encode(),
        "seeds/s.yml": dump(parts["source"]),
        "briefings/parties.yml": dump(parties),
        "briefings/names.yml": dump({"rest": {"term": "the long rest", "prefer": "the pause"}}),
        "briefings/pier/briefing.yml": dump(about),
        TOWN: dump({"party": "town", "positions": [parts["position"]]}),
    }


def codes(field: str, text: str) -> set[str]:
    found = {item.code for item in examine(project(field, text)).diagnostics}
    return {code for code in found if code in ("E416", "W444") or code[:2] in ("E1", "E3")}


STRICT = [
    "statement",
    "key point",
    "past_text",
    "background",
    "unknowns",
    "conditions",
    "red_lines",
    "interests",
    "offers",
    "timeline",
]


@pytest.mark.parametrize(
    "field",
    [
        *STRICT,
        *("reason", "why", "now", "why of a correction", "title", "question", "note", "role", "analysis"),
        *("page", "status_note"),
    ],
)
def test_invented_words_are_an_error_in_every_text(field: str) -> None:
    assert codes(field, "She said ‘sell it all now’.") == {"E416"}


@pytest.mark.parametrize(
    "field", [*STRICT, "reason", "why", "now", "title", "question", "note", "role", "proposition", "analysis"]
)
def test_the_words_of_the_evidence_may_be_quoted_everywhere(field: str) -> None:
    assert codes(field, "She said »not sell the pier«.") == set()


@pytest.mark.parametrize("field", ["statement", "key point", "unknowns", "timeline", "title", "analysis"])
def test_words_elsewhere_in_the_source_are_a_warning(field: str) -> None:
    assert codes(field, "She said “Nobody fishes here”.") == {"W444"}


def test_the_warning_names_the_paragraph_and_the_speaker() -> None:
    found = examine(project("statement", "She said “Nobody fishes here”.")).diagnostics
    (hint,) = [item.hint for item in found if item.code == "W444"]
    assert hint.startswith("The words are in paragraph 2 of s, where Tom Reed says them.")


def test_the_warning_names_nobody_for_words_in_marks_inside_a_quotation() -> None:
    files = project("statement", "She said “Nobody fishes here”.")
    text = files["seeds/s.txt"].decode()
    files["seeds/s.txt"] = text.replace(
        "Nobody fishes here", "They wrote ‘Nobody fishes here’ on it"
    ).encode()
    (hint,) = [item.hint for item in examine(files).diagnostics if item.code == "W444"]
    assert hint.startswith("The words are in paragraph 2 of s.\n")


@pytest.mark.parametrize(
    "text",
    [
        "She said: “we will not sell”.",
        "She said “[W]e will not sell”.",
        "She said “We … sell the pier.”",
        "She said “We will [...] the pier”.",
        "She said “They told us “take it” and we laughed”.",
        "She said “We will not [sic] sell the pier”.",
        "She told “Harbour Post” so.",
        "“The town” said so.",
    ],
)
def test_what_editors_may_change_in_a_quotation(text: str) -> None:
    assert codes("statement", text) == set()


@pytest.mark.parametrize(
    "text",
    [
        *(
            "She said “We will sell the pier”.",
            "She said “We will … the town”.",
            "She said “the pier … sell”.",
        ),
        *(
            "She said “We Will not sell”.",
            "She said “We will [never] sell the pier”.",
            "She said “we will not sell the pie”.",
            "She said “They told us … sell the pier”.",
        ),
    ],
)
def test_what_editors_may_not_change_in_a_quotation(text: str) -> None:
    assert codes("statement", text) == {"E416"}


@pytest.mark.parametrize("field", ["title", "question", "note", "proposition", "analysis", "role"])
@pytest.mark.parametrize(
    "text",
    [
        "The “blue line” at sea",
        "A ‘quiet zone’ for the member states",
        "“Ships and Towns of the Far North” is a book",
    ],
)
def test_a_name_or_a_term_in_a_heading_is_no_quotation(field: str, text: str) -> None:
    assert codes(field, text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Ada Vale: “blue line”",
        "The town’s “blue line”",
        "The clerk: “blue line”",
        "She calls it “blue”",
        "“We give up”",
        "“Go away!”",
    ],
)
def test_a_term_in_a_heading_is_a_quotation_if_somebody_says_it(text: str) -> None:
    assert codes("title", text) == {"E416"}


def test_a_disputed_name_is_a_term_unless_somebody_says_it() -> None:
    assert codes("statement", "The town wants “the long rest” to end.") == set()
    assert codes("statement", "The town said “the long rest” must end.") == {"E416"}


def test_the_note_on_a_disputed_name_may_give_other_terms_but_no_words_of_a_party() -> None:
    files = project("title", "The pier")
    for note, expected in (
        ("Some say “the dead weeks”.", set()),
        ("The town says “the dead weeks”.", {"E416"}),
    ):
        names = dump({"rest": {"term": "the long rest", "prefer": "the pause", "note": note}})
        found = examine(files | {"briefings/names.yml": names}).diagnostics
        assert {item.code for item in found} & {"E416"} == expected


def test_what_was_wrong_may_be_quoted_in_a_correction() -> None:
    assert codes("was", "She said “anything at all”.") == set()
    assert codes("why of a correction", "We wrote “we sell”; she said “not sell the pier”.") == set()


def test_the_site_may_quote_its_own_words() -> None:
    assert codes("unknowns", "Nobody says when “for and against” begins.") == set()
    assert codes("reason", "She said “not sell”, so “rejects” fits.") == set()


def test_a_translation_into_the_language_of_the_source_proves_nothing() -> None:
    files = project("statement", "She said “happily sell”.")
    for language, expected in (("en-GB", {"E416", "E446"}), ("de", set())):
        data = yaml.safe_load(files[TOWN])
        data["positions"][0]["evidence"][0]["translation"] = {
            "text": "We happily sell",
            "language": language,
            "by": "A. Editor",
        }
        found = {item.code for item in examine(files | {TOWN: dump(data)}).diagnostics}
        assert found & {"E416", "E446"} == expected


def test_the_words_of_the_site_may_be_quoted_in_the_language_of_the_briefing() -> None:
    files = project("unknowns", "Niemand weiß, was „lehnt ab“ hier heißt.")
    german = files["briefings/pier/briefing.yml"] + b"language: de\n"
    found = examine(files | {"briefings/pier/briefing.yml": german}).diagnostics
    assert "E416" not in {item.code for item in found}


def test_words_of_a_withheld_source_are_one_error_and_no_advice_to_cite_them() -> None:
    files = project("statement", "The sign says “Nobody fishes here”.")
    withheld = files["seeds/s.yml"] + b"status: withheld\nstatus_note: Its owner asked for it.\n"
    found = {item.code for item in examine(files | {"seeds/s.yml": withheld}).diagnostics}
    assert found & {"E416", "E462", "W444"} == {"E462"}
