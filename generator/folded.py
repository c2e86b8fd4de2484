"""A folded text with the map back: where each span of it was in the original. The map is made when it is first used."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

Change = tuple[int, int, str]
"""A change of a text: start, end, replacement."""
Step = tuple[list[Change], int]
"""Changes in order, and the length of the text that they change."""

# A run of characters: where it is in the folded text (start, end), and where in the original (start, end). If the lengths
# differ, other characters replace the run, such as three dots an ellipsis; else offsets are one to one.
_Run = tuple[int, int, int, int]
_Map = tuple[list[int], list[_Run]]  # where each run starts in the folded text, and the runs


@dataclass(frozen=True)
class Folded:
    """A folded text, and the steps of the fold that changed its length."""

    text: str
    steps: list[Step]

    @cached_property
    def _maps(self) -> list[_Map]:
        """The maps back to the text before each step, the last step first. Each has all runs, in order."""
        return [_map_back(changes, length) for changes, length in reversed(self.steps)]

    def original(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the original span of the folded span from `start` to `end`, which must not be empty.

        Return None if an edge is inside the replacement of a character, such as the three dots of an ellipsis.
        """
        for starts, runs in self._maps:
            folded_start, folded_end, first, first_end = runs[bisect_right(starts, start) - 1]
            if start != folded_start and folded_end - folded_start != first_end - first:
                return None
            if end <= folded_end:
                last_start, last, last_end = folded_start, first, first_end
            else:
                last_start, folded_end, last, last_end = runs[bisect_left(starts, end) - 1]
            if end == folded_end:
                end = last_end
            elif folded_end - last_start == last_end - last:
                end += last - last_start
            else:
                return None
            start += first - folded_start
        return start, end


def rewrite(text: str, changes: list[Change], steps: list[Step]) -> str:
    """Return `text` with `changes`, which become one of `steps`."""
    if not changes:
        return text
    steps.append((changes, len(text)))
    parts: list[str] = []
    done = 0
    for start, end, new in changes:
        parts += (text[done:start], new)
        done = end
    return "".join([*parts, text[done:]])


def _map_back(changes: list[Change], length: int) -> _Map:
    """Return the map from a text with `changes` to the text before, which had this length."""
    runs: list[_Run] = []
    at = done = 0  # in the new text, and in the text before
    for start, end, new in [*changes, (length, length, "")]:
        for size, first, first_end in ((start - done, done, start), (len(new), start, end)):
            if size:
                runs.append((at, at + size, first, first_end))
                at += size
        done = end
    return [run[0] for run in runs], runs
