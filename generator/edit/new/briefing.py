"""A new briefing, and a new issue in a briefing."""

from collections.abc import Iterable, Mapping, Sequence
from textwrap import indent

from generator.content.model.identifiers import identifier
from generator.edit.project import Change, Project
from generator.edit.yaml_edit import append
from generator.edit.yaml_writer import lines, value
from generator.evidence.hint_text import yaml_text

_WORDS_IN_ID = 4
_FILE = """\
# A briefing. Each party's positions are in positions/, one file for each party.
{about}
parties: [{parties}]  # in the order of the columns

# The summary. Each sentence says whose words it rests on. You can add what_is_new and what_is_not_known.
key_points:
  where_it_stands:
    text: {summary}
    evidence:
{evidence}

# The questions on which the parties take positions, in neutral words. A proposition is a sentence that a party can
# support or reject.
issues:
{issue}
"""


def new_briefing(
    slug: str, about: Mapping[str, str], *, parties: Iterable[str], summary: str, evidence: str, issue: str
) -> Change:
    """Return the change that creates a briefing with one key point and one issue; `evidence` and `issue` are YAML.

    `about` has the title, the question and other details, of which some may be empty.
    """
    text = _FILE.format(
        about=lines(about),
        parties=", ".join(parties),
        summary=value(summary),
        evidence=indent(evidence, "      "),
        issue=indent(issue, "  "),
    )
    return Change(created={f"briefings/{slug}/briefing.yml": text.encode()})


def new_issue(project: Project, slug: str, issue: str) -> Change:
    """Return the change that adds an issue, in YAML, to a briefing. Raise EditError if the briefing has no place for it."""
    path = f"briefings/{slug}/briefing.yml"
    return Change(changed={path: append(path, project.files[path], ("issues",), [issue])})


def issue_yaml(
    issue: str,
    *,
    title: str,
    question: str,
    proposition: Sequence[str] = (),
    option: Sequence[str] = (),
    unit: str = "",
) -> str:
    """Return an issue as YAML, with propositions, which are sentences, or the labels of options, or the unit of amounts."""
    rows = [f"{issue}:", f"  title: {value(title)}", f"  question: {value(question)}"]
    if unit:
        rows.append(f"  unit: {value(unit)}")
    for key, field, texts in (("propositions", "text", proposition), ("options", "label", option)):
        if texts:
            rows.append(f"  {key}:")
            entries = _by_identifier(issue, texts).items()
            rows += [f"    {name}: {{{field}: {yaml_text(text)}}}" for name, text in entries]
    return "\n".join(rows)


def _by_identifier(issue: str, texts: Sequence[str]) -> dict[str, str]:
    """Return propositions or options by identifier: the issue's own for a single one, else the first words of each."""
    if len(texts) == 1:
        return {issue: texts[0]}
    entries: dict[str, str] = {}
    for number, text in enumerate(texts, 1):
        name = "-".join(identifier(text).split("-")[:_WORDS_IN_ID])
        entries[name if name and name not in entries else f"{issue}-{number}"] = text
    return entries
