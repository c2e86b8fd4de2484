"""A level of a scale has the code or the label of another side.

Readers know the built-in words: “Supports” and “Accepts” are for a proposition, “Opposes” and “Rejects” against it. On the other side, they would
turn the position of a party into its opposite.

Wrong:

```yaml
scale:
  - {code: supports, label: Rejects, side: for, definition: The party says no.}
  - {code: opposes, label: Supports, side: against, definition: The party says yes.}
```

Right:

```yaml
scale:
  - {code: supports, label: Supports, side: for, definition: The party says yes.}
  - {code: rejects, label: Rejects, side: against, definition: The party says no.}
```

Codes and labels of your own are free. Labels such as “Agrees”, “In favour” and “Yes” are known too, in English and German.
"""

import re
from collections.abc import Collection, Mapping

from generator.checks.content import Content, Diagnostics, own_scales, rule
from generator.content.model import Side
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
_LANGUAGES = frozenset(("en", "de"))
_ADVERBS = re.compile(r"\b(?:\w+ly|voll|ganz|klar|eher)\s+")


def check(content: Content) -> Diagnostics:
    """Compare codes and labels of every scale of the site's own with the built-in ones."""
    labels = _labels(content.languages)
    for _, scale in own_scales(content):
        for level in scale:
            yield from _problems(level, labels)


def _problems(level: ScaleLevel, labels: Mapping[str, Side]) -> Diagnostics:
    side = _BUILT_IN.get(level.code, level.side)
    if side is not level.side:
        message = f"“{level.code}” is a code with side: {side}, but this level has side: {level.side}"
        yield RULE.at(level.location("side"), message, f"Write side: {side}, or choose another code.")
    label = labels.get(_ADVERBS.sub("", level.label.lower()).strip(" .!"))
    if {label, level.side} == {Side.FOR, Side.AGAINST}:
        message = f"“{level.label}” is a label with side: {label}, but this level has side: {level.side}"
        yield RULE.at(level.location("label"), message, "Correct the label or the side.")


def _labels(languages: Collection[str]) -> Mapping[str, Side]:
    """Return the side of each known label, in lower case, with the built-in labels as pages in `languages` show them."""
    known = _SIDES if _LANGUAGES.issuperset(map(base_language, languages)) else {}
    shown = {
        Language(language).say(level.label).lower(): level.side
        for language in ("en", *languages)
        for level in DEFAULT_SCALE
    }
    return {**known, **shown}
