"""Subtitles (SRT, WebVTT, and lines with a time before each, as YouTube shows them) become paragraphs with times."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.edit.articles.cleaning import clean
from generator.edit.articles.converted import Line
from generator.edit.articles.transcripts import seconds_of, time_text
from generator.speech.labels import label_end

_CUE = re.compile(
    r"\s*(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)[.,]\d{1,3}\s*-->\s*(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)[.,]\d{1,3}(?:\s.*)?"
)
_TIME_LINE = re.compile(r"\s*(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)\s*")
_VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+([^>]+)>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<\d[\d:.]*>|\{\\an?\d+\}")
_SENTENCE_END = re.compile("[.!?…。！？؟][\"'’”“»)\\]]*$")
_SPEAKS = re.compile(r"(?:[-–—]|>>)\s*(?=\S)")
_PAUSE = 3  # seconds
_LONG = 600  # characters, behind which a paragraph ends with its sentence
_LONGEST = 1500  # characters, behind which it ends with its cue
_FEWEST_CUES, _FEWEST_TIMES = 1, 4


class Cue(NamedTuple):
    """What is shown at a time: from and to, in seconds, and the text."""

    start: int
    end: int
    text: str
    begins: bool
    """Whether another person begins to speak."""


class Subtitles(NamedTuple):
    """The paragraphs of subtitles, what was done, lines left out, and the form, such as “WebVTT”."""

    lines: tuple[Line, ...]
    steps: tuple[str, ...]
    removed: tuple[str, ...]
    where: str


def from_subtitles(printed: Sequence[str]) -> Subtitles | None:
    """Return the paragraphs of subtitles; None if the lines are none."""
    starts = [line.strip() for line in printed if line.strip()][:1]
    if sum(_CUE.fullmatch(line) is not None for line in printed) >= _FEWEST_CUES:
        is_vtt = bool(starts) and starts[0].startswith("WEBVTT")
        cues, removed = _cues(printed)
        return _paragraphs(cues, removed, "WebVTT subtitles" if is_vtt else "SRT subtitles")
    times = sum(_TIME_LINE.fullmatch(line) is not None for line in printed)
    written = sum(bool(line.strip()) for line in printed)
    if times >= _FEWEST_TIMES and times * 3 >= written and starts and _TIME_LINE.fullmatch(starts[0]):
        return _paragraphs(list(_timed_lines(printed)), (), "lines with a time before each")
    return None


def _cues(printed: Sequence[str]) -> tuple[list[Cue], tuple[str, ...]]:
    """Return the cues of SRT or WebVTT, and the lines that are no cues. A cue ends at an empty line, or at the next time."""
    cues: list[Cue] = []
    removed: list[str] = []
    span: tuple[int, int] | None = None
    texts: list[str] = []

    def finish() -> None:
        if span:
            cues.extend(_cue(*span, texts))
        texts.clear()

    for at, line in enumerate(printed):
        if match := _CUE.fullmatch(line):
            finish()
            groups = match.groups()
            span = seconds_of(*groups[:3]), seconds_of(*groups[3:])
        elif not line.strip():
            finish()
            span = None
        elif span:
            if not _is_number_of_cue(printed, at):
                texts.append(line)
        elif not line.strip().isdigit() and not _is_name_of_cue(printed, at):
            removed.append(line.strip())
    finish()
    return cues, tuple(removed)


def _is_number_of_cue(printed: Sequence[str], at: int) -> bool:
    """Return whether a line inside a cue is the number of the next cue, which no empty line sets apart."""
    return (
        printed[at].strip().isdigit()
        and at + 1 < len(printed)
        and _CUE.fullmatch(printed[at + 1]) is not None
    )


def _is_name_of_cue(printed: Sequence[str], at: int) -> bool:
    return at + 1 < len(printed) and _CUE.fullmatch(printed[at + 1]) is not None


def _cue(start: int, end: int, texts: Sequence[str]) -> Iterator[Cue]:
    """Yield the text of a cue, or its parts if several people speak in it."""
    parts: list[tuple[bool, str]] = []
    for line in texts:
        voice = _VOICE.search(line)
        text = clean(_TAG.sub("", _VOICE.sub("", line)))
        if not text:
            continue
        dash = _SPEAKS.match(text)
        text = text[dash.end() :] if dash else text
        text = f"{clean(voice[1])}: {text}" if voice else text
        if voice or dash or label_end(text) or not parts:
            parts.append((bool(voice or dash or label_end(text)), text))
        else:
            parts[-1] = (parts[-1][0], f"{parts[-1][1]} {text}")
    for begins, text in parts:
        yield Cue(start, end, text, begins)


def _timed_lines(printed: Iterable[str]) -> Iterator[Cue]:
    """Yield the lines of a text, each with the time in the line before it."""
    start = 0
    for line in printed:
        if match := _TIME_LINE.fullmatch(line):
            start = seconds_of(*match.groups())
        elif line.strip():
            yield from _cue(start, start, [line])


def _paragraphs(cues: Sequence[Cue], removed: tuple[str, ...], where: str) -> Subtitles | None:
    """Join cues to paragraphs: until somebody else speaks, or a pause or enough words are behind the end of a sentence."""
    lines: list[Line] = []
    last: Cue | None = None
    speaker = ""
    for cue in _without_repetitions(cues):
        label = cue.text[: label_end(cue.text)]
        same_speaker = bool(label) and label == speaker
        text = cue.text[len(label) :] if same_speaker else cue.text
        if last and lines and not (cue.begins and not same_speaker) and not _ends(lines[-1].text, last, cue):
            lines[-1] = Line(f"{lines[-1].text} {text}", time=lines[-1].time)
        else:
            lines.append(Line(cue.text, time=time_text(cue.start)))
        speaker = label or ("" if cue.begins else speaker)
        last = cue
    if not lines:
        return None
    steps = (f"Subtitles joined to paragraphs, each with its time: {len(cues)} became {len(lines)}.",)
    return Subtitles(tuple(lines), steps, removed, where)


def _ends(text: str, last: Cue, cue: Cue) -> bool:
    is_sentence = _SENTENCE_END.search(text) is not None
    return (is_sentence and (cue.start - last.end >= _PAUSE or len(text) >= _LONG)) or len(text) >= _LONGEST


def _without_repetitions(cues: Iterable[Cue]) -> Iterator[Cue]:
    """Yield cues without those that show the words of the one before again, as rolling subtitles do."""
    before = ""
    for cue in cues:
        text = cue.text
        if text == before:
            continue
        if before and text.startswith(f"{before} "):
            text = text[len(before) + 1 :]
        before = cue.text
        yield cue._replace(text=text)
