"""A level of a scale has the code or the label of another side.

Readers know the built-in words: “Supports” and “Accepts” are for a proposal, “Opposes” and “Rejects” against it. On the other side, they would
turn the position of a party into its opposite.

Wrong:

```yaml
scale:
  - {code: supports, label: Rejects, side: for}
  - {code: opposes, label: Supports, side: against}
```

Right:

```yaml
scale:
  - {code: supports, label: Supports, side: for}
  - {code: rejects, label: Rejects, side: against}
```

Codes and labels of your own are free. Labels such as “Agrees”, “In favour” and “Yes” are known too, in English and German.
"""

import re
from collections.abc import Iterator, Mapping

from generator.checks.content import Content, Diagnostics, rule
from generator.content.model import Briefing, Side
from generator.content.model.positions import DEFAULT_SCALE, ScaleLevel
from generator.language import Language, base_language

RULE = rule("E448", __name__, __doc__)

_BUILT_IN = {level.code: level.side for level in DEFAULT_SCALE}
_WORDS = {
    Side.FOR: "support supports accept accepts agree agrees approve approves endorse endorses favour favours for yes "
    "unterstützt befürwortet akzeptiert bejaht dafür ja",
    Side.AGAINST: "oppose opposes reject rejects disagree disagrees disapprove disapproves refuse refuses against no "
    "ablehnt ablehnend dagegen nein verneint",
}
_PHRASES = {
    **dict.fromkeys(("in favour", "in favor", "stimmt zu", "ist dafür"), Side.FOR),
    **dict.fromkeys(("not in favour", "not in favor", "lehnt ab", "ist dagegen"), Side.AGAINST),
}
_SIDES: Mapping[str, Side] = {
    **{word: side for side, words in _WORDS.items() for word in words.split()},
    **_PHRASES,
}
_LANGUAGES = ("en", "de")
_ADVERBS = re.compile(r"\b(?:\w+ly|voll|ganz|klar|eher)\s+")


def check(content: Content) -> Diagnostics:
    """Compare codes and labels of every scale of the site's own with the built-in ones."""
    for briefing in content.briefings:
        labels = _labels(content.language_of(briefing))
        for level in _own_levels(briefing):
            side = _BUILT_IN.get(level.code, level.side)
            if side is not level.side:
                message = f"“{level.code}” is a code with side: {side}, but this level has side: {level.side}"
                hint = f"Write side: {side}, or choose another code."
                yield RULE.at(level.location("side"), message, hint)
            label = labels.get(_ADVERBS.sub("", level.label.lower()).strip(" .!"))
            if {label, level.side} == {Side.FOR, Side.AGAINST}:
                message = (
                    f"“{level.label}” is a label with side: {label}, but this level has side: {level.side}"
                )
                yield RULE.at(level.location("label"), message, "Correct the label or the side.")


def _own_levels(briefing: Briefing) -> Iterator[ScaleLevel]:
    scales = [briefing.about.scale, *(issue.scale or () for issue in briefing.about.issues.values())]
    for scale in scales:
        if scale is not DEFAULT_SCALE:
            yield from scale


def _labels(language: str) -> Mapping[str, Side]:
    """Return the side of each known label, in lower case, with the built-in labels as the site shows them in `language`."""
    shown = {Language(language).say(level.label).lower(): level.side for level in DEFAULT_SCALE}
    known = _SIDES if base_language(language) in _LANGUAGES else {}
    return {**known, **{level.label.lower(): level.side for level in DEFAULT_SCALE}, **shown}
