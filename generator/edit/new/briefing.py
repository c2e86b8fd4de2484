"""A new briefing, and a new issue in a briefing."""

from collections.abc import Iterable, Mapping, Sequence
from textwrap import indent

from generator.edit.error import EditError
from generator.edit.names import free_id, given_id, telling_id
from generator.edit.project import Change, Project
from generator.edit.yaml_edit import append
from generator.edit.yaml_writer import lines, value
from generator.evidence.hint_text import yaml_text

_FILE = """\
# A briefing. Each party's positions are in positions/, one file for each party.
{about}
parties: [{parties}]  # in the order of the columns

# The summary. Each sentence says whose words it rests on. You can add what_is_new and what_is_not_known.
key_points:
  where_it_stands:
    text: {summary}
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

    A draft may have no evidence. `about` has the title, the question and other details, of which some may be empty.
    """
    text = _FILE.format(
        about=lines(about),
        parties=", ".join(parties),
        summary=value(summary),
        evidence=f"    evidence:\n{indent(evidence, '      ')}\n" if evidence else "",
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
    language: str = "en",
) -> str:
    """Return an issue as YAML, with propositions, which are sentences, or the labels of options, or the unit of amounts.

    A proposition or option may have its identifier before it: ID=TEXT. Else one is made of its telling words in `language`.
    """
    rows = [f"{issue}:", f"  title: {value(title)}", f"  question: {value(question)}"]
    if unit:
        rows.append(f"  unit: {value(unit)}")
    for key, field, texts in (("propositions", "text", proposition), ("options", "label", option)):
        if texts:
            rows.append(f"  {key}:")
            entries = _by_identifier(issue, texts, language).items()
            rows += [f"    {name}: {{{field}: {yaml_text(text)}}}" for name, text in entries]
    return "\n".join(rows)


def _by_identifier(issue: str, texts: Sequence[str], language: str) -> dict[str, str]:
    """Return propositions or options by identifier: the one that `ID=TEXT` gives, else one that is made.

    For a single text that is the identifier of the issue, for others their telling words. Raise EditError if one is given twice.
    """
    pairs = [given_id(text) for text in texts]
    entries = {free_id("identifier", given, ()): text for given, text in pairs if given}
    if len(entries) < sum(bool(given) for given, _ in pairs):
        raise EditError("Two propositions or options have the same identifier. Give each its own: ID=TEXT")
    named: dict[str, str] = {}
    for number, (given, text) in enumerate(pairs, 1):
        alone = issue if len(texts) == 1 else ""
        name = given or alone or telling_id(text, language, {*entries, *named})
        named[name or f"{issue}-{number}"] = text
    return named
