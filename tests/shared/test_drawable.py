"""The text that the fonts of pictures can draw: only what they lack is left out."""

import pytest

from generator.drawable import drawable


@pytest.mark.parametrize(
    "text",
    [
        "CO₂ limits in the harbour", "Größe, Łódź, Güneş, Việt Nam", "Кордон", "Σύνορα", "גבול", "السلام عليكم", "საზღვარი",
        "Սահման", "सीमा", "ชายแดน", "“€ 5” – 10 ½ m² …",
    ],
)  # fmt: skip
def test_many_scripts_and_signs_are_drawn(text: str) -> None:
    assert drawable(text) == text


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Ferries 🚢 stop 会", "Ferries stop"),
        ("Part Ⅳ: \uff15 boats, ﬁne", "Part IV: 5 boats, fine"),
        ("Cafe\u0301", "Café"),
        ("東京湾の会談について", ""),
        ("東京湾の会談 (EU)", ""),
        ("…", "…"),
        ("", ""),
    ],
)
def test_a_character_without_a_shape_is_left_out_and_a_text_with_few_shapes_is_empty(
    text: str, drawn: str
) -> None:
    assert drawable(text) == drawn
