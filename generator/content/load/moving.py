"""The files of a project, with lines that begin in a wrong column in their own -> the model."""

from __future__ import annotations

from collections.abc import Mapping

from generator.content.load.corpus import read
from generator.content.load.file_names import with_fit_names
from generator.content.load.shifted import put_right
from generator.content.model import Corpus
from generator.content.strict_yaml import rules as yamlfile_rules
from generator.content.strict_yaml.dashes import DASHES
from generator.content.validation import rules as shape_rules
from generator.diagnostics import Diagnostic

# What is told of files in which a line may begin in a wrong column.
_OF_SHAPE = frozenset(one.code for one in (*yamlfile_rules.RULES, *shape_rules.RULES))
# Of these, what makes YAML stop, or run lines together.
_OF_COLUMNS = frozenset((yamlfile_rules.INDENTATION.code, yamlfile_rules.RUN_TOGETHER.code))
_MOST = 12  # times in one run that lines are put into their columns: each time all files are read anew


def load(files: Mapping[str, bytes]) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """Read the files of a project (bytes by path) into the model, as `corpus.read` does.

    Lines in a wrong column are told once, and read where they belong.
    """
    files, faults = with_fit_names(files)
    originals: dict[str, bytes] = {}
    corpus, told = read(files, faults, originals)
    wrong = sorted({one.location.file for one in told if one.code in _OF_SHAPE} & files.keys())
    tries = _MOST
    while wrong and tries:
        path = wrong[0]
        found = put_right(path, files[path])
        if found is not None:
            tries -= 1
            moved = {**files, path: found.raw}, (*faults, found.fault), {path: files[path], **originals}
            now, left = read(*moved)
            # What only looks as if it began in a wrong column would be told in more ways.
            if _stopped(path, told) or len(left) + (not found.is_sound) <= len(told):
                (files, faults, originals), corpus, told = moved, now, left
                continue
        wrong = wrong[1:]
    return corpus, told


def _stopped(path: str, told: tuple[Diagnostic, ...]) -> bool:
    """Say whether YAML did not get to the end of the file at `path`, or ran lines together, for all that is known."""
    return any(
        one.location.file == path and one.code in _OF_COLUMNS and one.message not in DASHES for one in told
    )
