"""The codes and labels that readers know keep their side in a scale of the site's own."""

import pytest

from generator.pipeline import examine
from tests.test_cases import project

BRIEFING = "briefings/bridge/briefing.yml"


def codes(code: str, label: str, side: str, language: str = "en") -> set[str]:
    """Return the codes that a scale with this level has; another level is on the other side."""
    level = f"  - {{code: {code}, label: “{label}”, side: {side}}}\n".replace("“", '"').replace("”", '"')
    others = {
        name: f"  - {{code: {name}-x, label: Level {name}, side: {name}}}\n"
        for name in ("for", "between", "against")
    }
    others[side] += level
    scale = f"scale:\n{others['for']}{others['between']}{others['against']}"
    files = project()
    text = files[BRIEFING].decode() + scale
    return {
        item.code for item in examine(files | {BRIEFING: text.encode()}, language=language).diagnostics
    } & {"E448", "E412"}


@pytest.mark.parametrize(
    ("code", "label", "side", "language"),
    [
        *(
            ("supports", "One", "against", "en"),
            ("accepts", "One", "between", "en"),
            ("conditional", "One", "for", "en"),
        ),
        *(("opposes", "One", "for", "en"), ("rejects", "One", "between", "en")),
        *(
            ("one", "Rejects", "for", "en"),
            ("one", "opposes", "for", "en"),
            ("one", "Accepts", "against", "en"),
        ),
        *(
            ("one", "Strongly disagrees", "for", "en"),
            ("one", "In favour", "against", "en"),
            ("one", "NO", "for", "en"),
        ),
        *(
            ("one", "Lehnt ab", "for", "de"),
            ("one", "Unterstützt", "against", "de"),
            ("one", "Supports", "against", "pl"),
        ),
    ],
)
def test_a_known_code_or_label_on_another_side_is_an_error(
    code: str, label: str, side: str, language: str
) -> None:
    assert codes(code, label, side, language) == {"E448"}


@pytest.mark.parametrize(
    ("code", "label", "side", "language"),
    [
        *(
            ("supports", "Yes, fully", "for", "en"),
            ("conditional", "Only if", "between", "en"),
            ("rejects", "Never", "against", "en"),
        ),
        *(
            ("one", "No objection", "for", "en"),
            ("one", "Rejects delay", "for", "en"),
            ("one", "Not opposed", "between", "en"),
        ),
        *(
            ("one", "Conditional", "for", "en"),
            ("one", "Accepts in part", "between", "en"),
            ("one", "No", "for", "pl"),
        ),
    ],
)
def test_codes_and_labels_of_ones_own_are_free(code: str, label: str, side: str, language: str) -> None:
    assert codes(code, label, side, language) == set()
