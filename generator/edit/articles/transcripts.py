"""Transcripts: the labels of speakers, and the times in the recording at which paragraphs begin."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.edit.articles.converted import Line
from generator.speech.labels import label_end

_TIME = r"(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d)(?:[.,]\d{1,3})?"
_PLAIN_TIME = re.compile(_TIME)
_AT_START = re.compile(
    rf"(?:(?P<open>[\[(])\s*{_TIME}\s*[\])]|{_TIME.replace('?P<', '?P<bare_')})[:,]?(?:\s*[-–—]\s+|\s+|$)"
)
_BEHIND_LABEL = re.compile(
    rf"(?P<label>[^\n:\[\]()]{{1,60}}?)\s*:?\s*[\[(]{_TIME}[\])]\s*:?\s*(?P<words>.*)", re.DOTALL
)
_LABEL_LINE = re.compile(
    rf"(?P<label>[^\W\d_][^\n:\[\]()]{{0,59}}?)\s*(?:[\[(]{_TIME}[\])]|\s{_TIME.replace('?P<', '?P<bare_')})\s*:?\s*"
)
_INSIDE = re.compile(r"\s*[\[(](?:\d{1,2}:)?\d{1,2}:[0-5]\d(?:[.,]\d{1,3})?[\])]\s*")
_FEWEST_BRACKETED, _FEWEST_BARE = 2, 3
_LATEST_FIRST = 600  # seconds: a bare first time behind this may be that of a clock
_FEWEST_LABELLED = 3


def seconds_of(hours: str | None, minutes: str, seconds: str) -> int:
    """Return a time in seconds."""
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)


def time_text(seconds: int) -> str:
    """Return seconds as evidence writes the time in a recording: 12:30 or 1:02:30."""
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def labels_of(lines: Iterable[Line]) -> tuple[str, ...]:
    """Return the labels of speakers in a transcript, in their order: of two speakers or more, one of whom speaks again."""
    counts: Counter[str] = Counter()
    for line in lines:
        if end := label_end(line.text):
            counts[line.text[:end].strip(" :：*.")] += 1
    is_transcript = len(counts) > 1 and counts.total() >= _FEWEST_LABELLED and max(counts.values()) > 1
    return tuple(counts) if is_transcript else ()


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


def timed(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """Return lines with the times at their starts as `time`, and out of the text, if the times are certainly of a recording.

    Times of a recording go up. Without brackets, the first is in the first ten minutes: a live blog has times of the clock.
    """
    found = [_start_time(line.text) for line in lines]
    times = [time for time in found if time]
    bare = [time for time in times if not time[2]]
    if len(times) < (_FEWEST_BARE if bare else _FEWEST_BRACKETED):
        return lines, ()
    seconds = [time[0] for time in times]
    if seconds != sorted(seconds) or (bare and seconds[0] > _LATEST_FIRST):
        return lines, ()
    result = []
    inside = 0
    for line, time in zip(lines, found, strict=True):
        text = line.text if time is None else time[1]
        text, count = _INSIDE.subn(" ", text)
        inside += count
        result.append(replace(line, text=text.strip(), time=time_text(time[0]) if time else line.time))
    steps = [f"Times at the start of paragraphs taken out of the text, as the time of each: {len(times)}."]
    if inside:
        steps.append(f"Times inside paragraphs taken out of the text: {inside}.")
    return tuple(line for line in result if line.text), tuple(steps)


def _start_time(text: str) -> tuple[int, str, bool] | None:
    """Return the time at the start of a paragraph or behind its label, the text without it, and whether it has brackets."""
    if match := _AT_START.match(text):
        return _time_in(match), text[match.end() :], match["open"] is not None
    match = _BEHIND_LABEL.fullmatch(text)
    if match and label_end(f"{match['label']}: x"):
        return _time_in(match), f"{match['label'].strip()}: {match['words']}".strip(), True
    return None
