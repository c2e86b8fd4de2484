"""Transcripts: the labels of speakers, and the times in the recording at which paragraphs begin."""

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.edit.articles.converted import Line
from generator.edit.articles.printed_lines import ends_sentence
from generator.speech.labels import label_end

_TIME = r"(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d)(?:[.,]\d{1,3})?"
_AT_START = re.compile(
    rf"(?:(?P<open>[\[(<])\s*{_TIME}\s*[\])>]|{_TIME.replace('?P<', '?P<bare_')})(?:[\s:,]*[-–—]\s+|[:,]?(?:\s+|$))"
)
_BEHIND_LABEL = re.compile(
    rf"(?P<label>[^\n:\[\]()]{{1,60}}?)\s*:?\s*[\[(]{_TIME}[\])]\s*:?\s*(?P<words>.*)", re.DOTALL
)
_LABEL_LINE = re.compile(
    rf"(?P<label>[^\W\d_][^\n:\[\]()]{{0,59}}?)\s*(?:[\[(]{_TIME}[\])]|\s{_TIME.replace('?P<', '?P<bare_')})\s*:?\s*"
)
_INSIDE = re.compile(r"\s*[\[(](?:\d{1,2}:)?\d{1,2}:[0-5]\d(?:[.,]\d{1,3})?[\])]\s*")
_FEWEST_BRACKETED, _FEWEST_BARE = 2, 3
_LATEST, _LATEST_WITH_HOURS = 120, 3600  # seconds: a later first time may be that of a clock
_LEAST_SPOKEN = 0.6  # of the lines with labels end as sentences do
_LEAST_SHARE, _MOST_LINES = 0.2, 0.6  # of the lines
_LONGEST_LABEL = 60


def seconds_of(hours: str | None, minutes: str, seconds: str) -> int:
    """Return a time in seconds."""
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)


def time_text(seconds: int) -> str:
    """Return seconds as evidence writes the time in a recording: 12:30 or 1:02:30."""
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def labels_of(lines: Sequence[Line], bold: Collection[str] = ()) -> tuple[str, ...]:
    """Return the labels of speakers at the starts of lines, each once, in the order of the text.

    Two people or more speak by turns, so two labels stand before several lines each, and before many of all lines; in a short
    record one is enough, if most lines have a label. Beside them, a label before a single line is in `bold` type or in capitals.
    """
    counts = Counter(filter(None, (label_of(line.text) for line in lines)))
    repeated = {label for label, count in counts.items() if count > 1}
    several = len(repeated) > 1
    labelled = sum(counts[label] for label in (repeated if several else counts))
    if len(counts) < 2 or not repeated or labelled < len(lines) * (_LEAST_SHARE if several else _MOST_LINES):  # noqa: PLR2004 - two people
        return ()
    spoken = [ends_sentence(line.text) for line in lines if label_of(line.text) in repeated]
    if sum(spoken) < len(spoken) * _LEAST_SPOKEN:  # a list of names and values: “Place: Port Orme”
        return ()
    return tuple(
        label for label in counts if not several or label in repeated or label in bold or label.isupper()
    )


def label_of(text: str) -> str:
    """Return the label of the speaker at the start of a line, without its colon; an empty text if there is none."""
    label = text[: label_end(text)].strip(" :：*.")
    return label if len(label) <= _LONGEST_LABEL else ""


def labels_before_words(lines: Sequence[str]) -> tuple[Sequence[str], tuple[str, ...]]:
    """Return lines in which a speaker and a time on a line of their own stand before the words: “[0:12] Ms Reed: Yes.”."""
    heads = [at for at, line in enumerate(lines) if _label_and_time(line)]
    if len(heads) < _FEWEST_BRACKETED:
        return lines, ()
    result: list[str] = []
    pending = ""
    for line in lines:
        if found := _label_and_time(line):
            if pending:
                result += ["", pending]
            pending = f"[{found[1]}] {found[0]}:"
        elif pending and line.strip():
            result += ["", f"{pending} {line.strip()}"]
            pending = ""
        elif not pending:
            result.append(line)
    if pending:
        result.append(pending)
    return result, (f"Labels of speakers set before their words, with a colon: {len(heads)}.",)


def _label_and_time(line: str) -> tuple[str, str] | None:
    """Return the speaker and the time of a line that has nothing else."""
    match = _LABEL_LINE.fullmatch(line.strip())
    if match is None or not label_end(f"{match['label']}: x"):
        return None
    return match["label"].strip(), time_text(_time_in(match))


def _time_in(match: re.Match[str]) -> int:
    groups = match.groupdict()
    prefix = "" if groups["seconds"] else "bare_"
    return seconds_of(groups[f"{prefix}hours"], groups[f"{prefix}minutes"], groups[f"{prefix}seconds"])


class _Start(NamedTuple):
    """A time at the start of a paragraph, the text without it, and the latest time in seconds that the first may be."""

    seconds: int
    text: str
    latest: float


def timed(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """Return lines with the times at their starts as `time`, and out of the text, if the times are certainly of a recording.

    Times of a recording go up. Without brackets, they begin near zero: a live blog has times of the clock. A line that is
    nothing but a time gives it to the next line.
    """
    starts = [_start_of(line.text) for line in lines]
    times = [start for start in starts if start]
    fewest = _FEWEST_BRACKETED if all(start.latest == math.inf for start in times) else _FEWEST_BARE
    seconds = [start.seconds for start in times]
    if len(times) < fewest or seconds != sorted(seconds) or seconds[0] > times[0].latest:
        return lines, ()
    result: list[Line] = []
    inside, waiting = 0, ""
    for line, start in zip(lines, starts, strict=True):
        text, count = _INSIDE.subn(" ", start.text if start else line.text)
        inside += count
        begins = time_text(start.seconds) if start else waiting or line.time
        waiting = "" if text.strip() else begins
        if text.strip():
            result.append(replace(line, text=text.strip(), time=begins))
    steps = [f"Times at the start of paragraphs taken out of the text, as the time of each: {len(times)}."]
    if inside:
        steps.append(f"Times inside paragraphs taken out of the text: {inside}.")
    return tuple(result), tuple(steps)


def _start_of(text: str) -> _Start | None:
    """Return the time at the start of a paragraph or behind its label."""
    if match := _AT_START.match(text):
        bare = _LATEST_WITH_HOURS if match["bare_hours"] else _LATEST
        return _Start(_time_in(match), text[match.end() :], math.inf if match["open"] else bare)
    match = _BEHIND_LABEL.fullmatch(text)
    if match and label_end(f"{match['label']}: x"):
        return _Start(_time_in(match), f"{match['label'].strip()}: {match['words']}".strip(), math.inf)
    return None
