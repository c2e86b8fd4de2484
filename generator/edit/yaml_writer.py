"""YAML that is written for editors: with comments that say what is theirs to decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from textwrap import indent

from generator.content.strict_yaml import read_yaml
from generator.evidence.hint_text import yaml_text

_WIDEST = 110  # columns of a text without quotation marks


def value(text: str) -> str:
    """Write `text` as a value: plain where it stays the same, else in quotation marks."""
    return text if len(text) <= _WIDEST and _says(text, text) else yaml_text(text)


def listed(texts: Iterable[str]) -> str:
    """Write texts as a list on one line."""
    return f"[{', '.join(one if _says(f'[{one}]', [one]) else yaml_text(one) for one in texts)}]"


def _says(yaml: str, meant: str | list[str]) -> bool:
    file, _ = read_yaml("value.yml", f"key: {yaml}\n".encode())
    return file is not None and dict(file.data) == {"key": meant}


def lines(keys: Mapping[str, str]) -> str:
    """Write keys with their texts, one a line; keys without a text are left out."""
    return "\n".join(f"{key}: {value(text)}" for key, text in keys.items() if text)


def claim(text: str, evidence: str) -> str:
    """Write a claim as an entry of a list; `evidence` is an entry of its list."""
    return f"- text: {value(text)}\n  evidence:\n{indent(evidence, '    ')}"


def party(
    name: str, about: Mapping[str, str], aliases: Iterable[str], speakers: Mapping[str, Mapping[str, str]]
) -> str:
    """Write a party of parties.yml; `speakers` hold what is known of each by identifier."""
    parts = [f"{name}:", indent(lines(about), "  ")]
    if others := tuple(aliases):
        parts.append(f"  aliases: {listed(others)}")
    if speakers:
        parts.append("  speakers:")
        parts += [f"    {key}:\n{indent(lines(known), '      ')}" for key, known in speakers.items()]
    else:
        parts.append("  # Add who speaks for it:")
        parts.append("  # speakers:\n  #   first-last: {name: First Last, role: Head of the delegation}")
    return "\n".join(parts)


def issue(name: str, title: str, question: str, proposals: Mapping[str, str]) -> str:
    """Write an issue of briefing.yml; `proposals` are full sentences by identifier."""
    texts = [f"    {key}: {{text: {yaml_text(text)}}}" for key, text in proposals.items()]
    return "\n".join(
        [f"{name}:", f"  title: {value(title)}", f"  question: {value(question)}", "  proposals:", *texts]
    )


def position(issue_name: str, stances: Mapping[str, str], keys: Mapping[str, str], evidence: str) -> str:
    """Write an entry of a position file: the stance on each proposal, or on "" where there is one.

    `evidence` is an entry of its list, or empty.
    """
    one = stances.get("")
    stance = one or f"{{{', '.join(f'{proposal}: {code}' for proposal, code in stances.items())}}}"
    entry = f"- issue: {issue_name}\n  stance: {stance}\n{indent(lines(keys), '  ')}"
    return f"{entry}\n  evidence:\n{indent(evidence, '    ')}" if evidence else entry


def position_file(name: str, entry: str) -> str:
    """Write a new position file."""
    return f"# Where this party stands. Where it changes its mind, the old entry stays and a newer one follows.\nparty: {name}\npositions:\n{indent(entry, '  ')}\n"


def source_file(name: str, keys: Mapping[str, str]) -> str:
    """Write what is known of a stored text."""
    unknown = [
        key for key in ("publisher", "byline", "published", "url", "origin", "rights") if not keys.get(key)
    ]
    head = f"# What is known of the stored text beside this file, {name}.txt. The text is never edited.\n"
    if unknown:
        head += (
            f"# Not known so far: {', '.join(unknown)}. Add what you find out; leave out what nobody knows.\n"
        )
    return f"{head}{lines(keys)}\n"


def briefing_file(keys: Mapping[str, str], parties: Iterable[str], answer: str, issues: str) -> str:
    """Write a new briefing.yml; `answer` is a claim, `issues` one issue."""
    return "\n".join(
        [
            "# A briefing. Where each party stands is in positions/, one file a party.",
            lines(keys),
            f"parties: [{', '.join(parties)}]  # in the order of the columns",
            "",
            "# The headline answer, the most important sentence first: each says whose words it rests on.",
            "answer:",
            indent(answer, "  "),
            "",
            "# The questions on which the parties take positions, put neutrally; a proposal is a sentence that",
            "# a party can support or reject.",
            "issues:",
            indent(issues, "  "),
            "",
        ]
    )
