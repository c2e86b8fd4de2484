"""Labels of speakers and time codes in the lines of a transcript or an interview."""

import re
from collections import Counter
from collections.abc import Sequence

from generator.edit.articles.converted import Line
from generator.edit.articles.html.blocks import Block
from generator.speech.labels import label_end

# In brackets, or with hours: the time of day before an entry of a live blog has neither.
_TIME = re.compile(
    r"(?:[\[(<](?P<inside>(?:\d{1,2}:)?[0-5]?\d:[0-5]\d)(?:[.,]\d{1,3})?[\])>]|(?P<bare>\d{1,2}:[0-5]\d:[0-5]\d))(?=\s|$|[:–—-])[\s:–—-]*"
)
_FEWEST = 2  # a label, or a time code, that stands alone may be a sentence or a reference
_SENTENCE_END = re.compile(r"[.!?…。！？؟।–—-][\"'”’“‘»›)\]」』]*$")
_LEAST_SPOKEN = 0.6  # of the lines with labels end as sentences do
_LEAST_SHARE = 0.2  # of the lines
_LONGEST_LABEL = 60


def with_times(lines: Sequence[Line]) -> tuple[tuple[Line, ...], int]:
    """Return lines with the time codes at their starts as their times, and how many there are.

    A line that is nothing but a time code gives its time to the next line.
    """
    matches = [_TIME.match(line.text) for line in lines]
    count = sum(match is not None for match in matches)
    if count < _FEWEST:
        return tuple(lines), 0
    result = []
    waiting = ""
    for line, match in zip(lines, matches, strict=True):
        time = _short(match["inside"] or match["bare"]) if match else waiting
        text = line.text[match.end() :] if match else line.text
        waiting = ""
        if text:
            result.append(Line(text, line.doubts, line.page, time))
        else:
            waiting = time
    return tuple(result), count


def _short(time: str) -> str:
    """Return a time without hours that are zero: 12:30 for 00:12:30."""
    return re.sub("^0{1,2}:(?=[0-9]{1,2}:)", "", time)


def labels_of(lines: Sequence[Line], blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the labels of speakers at the starts of lines, each once, in the order of the text.

    Two people or more speak by turns, so two labels stand before several lines each, and before many of all lines. Beside them, a
    label before a single line is in bold type or in capitals.
    """
    counts = Counter(filter(None, (_label(line.text) for line in lines)))
    repeated = {label for label, count in counts.items() if count >= _FEWEST}
    if len(repeated) < _FEWEST or sum(counts[label] for label in repeated) < len(lines) * _LEAST_SHARE:
        return ()
    spoken = [_SENTENCE_END.search(line.text) is not None for line in lines if _label(line.text) in repeated]
    if sum(spoken) < len(spoken) * _LEAST_SPOKEN:  # a list of names and values: “Place: Port Orme”
        return ()
    bold = {_label(block.text) for block in blocks if block.lead and _is_lead(block)}
    return tuple(label for label in counts if label in repeated or label in bold or label.isupper())


def _is_lead(block: Block) -> bool:
    label = _label(block.text)
    return bool(label) and block.lead.strip().rstrip(":.： ").endswith(label.rstrip("."))


def _label(text: str) -> str:
    end = label_end(text)
    label = text[:end].strip().rstrip(":：").strip()
    return "" if len(label) > _LONGEST_LABEL else label
