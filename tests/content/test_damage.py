"""Damage in stored texts, and true words that look like it."""

# ruff: noqa: RUF001 - look-alikes and other scripts are what is tested

import pytest

from generator.content.damage import first_damage

SENTENCES = (
    "Die Brücke bleibt zu.",
    "“The pier is ours.”",
    "It’s 30°C – or 5 € less…",
    "« L’été », dit-il, à Nîmes.",
    "El niño ganó.",
    "A ponte não é nossa.",
    "Most jest śliski, żółty.",
    "Мост закрыт навсегда.",
    "Η γέφυρα έκλεισε.",
)


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp1250", "cp1251", "mac_roman", "cp437"])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_utf8_that_was_read_in_another_encoding_is_found(sentence: str, encoding: str) -> None:
    assert first_damage(sentence) is None
    assert first_damage(sentence.encode().decode(encoding, "replace"))


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ("R&amp;D costs", "&amp;"),
        ("it&#8217;s ours", "&#8217;"),
        ("so&nbsp;far", "&nbsp;"),
        ("<p>The pier</p>", "<p>"),
        ('see <a href="x.html">here</a>', '<a href="x.html">'),
        ("the pier<br />stays", "<br />"),
        ("don\ufffdt", "\ufffd"),
        ("\x93The pier\x94", "\x93"),
        ("SÃ£o Paulo", "Ã£"),
        ("the pierÕs end", "Õ"),
        ("it=E2=80=99s ours", "=E2=80=99"),
        ("it\\u2019s ours", "\\u2019"),
        ("One.\n<<<<<<< HEAD\nTwo.\n=======\nThree.\n>>>>>>> pier\n", "<<<<<<< HEAD"),
    ],
)
def test_an_example_of_the_damage_is_shown(text: str, example: str) -> None:
    damage = first_damage(text)
    assert damage is not None
    assert text[damage.start : damage.end] == example


@pytest.mark.parametrize(
    "text",
    [
        "a < b and c > d, x <b and y> z, <50 and >3",
        "AT&T, R&D; Q&A; S&P; M&S",
        "if a<b>c then x = 3D and y=E2, or \\u2019",
        "Heading\n=======\n<< so >>",
        "NÃO, IRMÃ”, MAÇÃ, Âge, PÂTE, «ROMÂ»",
        "”BLÅ”, “Ä”, „EU-Ä“, «LIBERTÉ», «PERÚ», «È»",
        "café…” «está»… «à», été²³, Łódź„",
        "ÄÖÜ ÉÈÀ ŠČŽ ŁÓŹ ÅÆØ ĂȘȚ ÑÍ",
        "«СССР», «Р», БЕЗ «С»",
        "他说：“反对”。「港」",
    ],
)
def test_true_characters_are_no_damage(text: str) -> None:
    assert first_damage(text) is None
