"""Identifiers that are made from sentences can be read, and can be given."""

import pytest

from generator.edit.error import EditError
from generator.edit.names import telling_id
from generator.edit.new.briefing import issue_yaml


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The use of the frozen assets is allowed.", "en", "use-frozen-assets-allowed"),
        ("No limit holds on the quay.", "en", "no-limit-holds-quay"),
        ("The town builds without the lorries.", "en", "town-builds-without-lorries"),
        ("Die Brücke wird für den Verkehr geschlossen.", "de", "brucke-verkehr-geschlossen"),
        ("L’usage des avoirs gelés est permis.", "fr", "usage-avoirs-geles-permis"),
        ("El uso de los activos está permitido.", "es", "uso-activos-permitido"),
        ("It is wide.", "en", "it-is-wide"),
        ("The town pays.", "en", "town-pays"),
        ("The.", "en", "the"),
        ("Порт закрито.", "uk", ""),
        ("", "en", ""),
    ],
)
def test_an_identifier_has_the_telling_words_of_a_sentence(text: str, language: str, expected: str) -> None:
    assert telling_id(text, language) == expected


def test_two_sentences_that_begin_alike_have_different_identifiers() -> None:
    texts = ["The use of frozen assets for loans to banks is allowed.", "The use of frozen assets for loans to towns is allowed."]  # fmt: skip
    text = issue_yaml("assets", title="Assets", question="How?", proposition=texts)
    assert "    use-frozen-assets-loans: {text: " in text
    assert "    use-frozen-assets-loans-towns: {text: " in text


def test_an_identifier_can_be_given() -> None:
    text = issue_yaml(
        "a", title="A", question="B?", proposition=["loans=Loans are paid.", "The rent = 5 is paid."]
    )
    assert '    loans: {text: "Loans are paid."}' in text
    assert '    rent-5-paid: {text: "The rent = 5 is paid."}' in text
    assert "    one: {" in issue_yaml("a", title="A", question="B?", proposition=["one=It is one."])
    with pytest.raises(EditError, match="same identifier"):
        issue_yaml("a", title="A", question="B?", option=["x=One", "x=Two"])


def test_sentences_without_a_telling_word_are_numbered() -> None:
    text = issue_yaml("port", title="Port", question="Яке?", proposition=["Порт закрито.", "Порт відкрито."])
    assert "    port-1: {" in text
    assert "    port-2: {" in text
