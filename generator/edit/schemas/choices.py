"""The identifiers of a site, each with its name: what editors' programs offer, and what they refuse."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.content.model import ABSENCES, UNCLEAR, Briefing, Corpus, Issue
from generator.edit.schemas.words import STANCES

PARTIES = "briefings/parties.yml"
_NEW = "What was just added is known after the next build; the preview sees it at once."


@dataclass(frozen=True)
class Choice:
    """Words to choose from, each with what it means. Others are refused with the words `refusal`, where it has any."""

    words: Mapping[str, str]
    refusal: str = ""

    @property
    def offered(self) -> Choice:
        """Give the same words, of which none is demanded."""
        return replace(self, refusal="")

    def over(self, plain: Mapping[str, Any]) -> dict[str, Any]:
        """Give the schema `plain`, of a text, with these words; as it is, where there are none to offer."""
        if not self.words and not self.refusal:
            return dict(plain)
        about = {key: value for key, value in plain.items() if key in ("title", "description")}
        if not self.words:
            return about | {
                "type": "string",
                "pattern": "(?!)",
                "patternErrorMessage": f"{self.refusal} {_NEW}",
            }
        listed = {"enum": list(self.words)}
        if any(self.words.values()):
            listed["enumDescriptions"] = list(self.words.values())
        if not self.refusal:
            return about | {"anyOf": [listed, {key: plain[key] for key in plain if key not in about}]}
        return about | listed | {"type": "string", "errorMessage": f"{self.refusal} {_NEW}"}


def known(corpus: Corpus, what: str, *slugs: str) -> Choice:
    """Give all sources, parties, speakers, or issues of the briefings `slugs`; refusing others where all were read."""
    find, refusal = _KINDS[what]
    words = dict.fromkeys(_unread(corpus, what), "This one has faults: briefing check tells them.")
    words |= dict(find(corpus, slugs))
    return Choice(dict(sorted(words.items())), refusal if words and _is_whole(corpus, what, slugs) else "")


def speakers_of(corpus: Corpus, party: str) -> Choice | None:
    """Give the speakers of `party`, who may be none; None where that is not known."""
    about = corpus.parties.get(party)
    if about is None or not _is_whole(corpus, "speaker", ()):
        return None
    words = {name: _with_role(speaker.name, speaker.role) for name, speaker in about.speakers.items()}
    return Choice(words, f"{party} has no such speaker in {PARTIES}.")


def codes(briefing: Briefing) -> Choice:
    """Give all stances that an entry of `briefing` can have."""
    scale = {
        code: f"{level.label}. {STANCES.get(code, '')}".strip() for code, level in briefing.codes.items()
    }
    words = scale | {code: STANCES[code] for code in (UNCLEAR, *ABSENCES)}
    return Choice(words, f"The stances of {briefing.slug} are {', '.join(words)}.")


def stances(briefing: Briefing, issue: Issue) -> dict[str, Any]:
    """Give the schema of a stance on `issue`: one code, or one for each proposal where there are several."""
    every = codes(briefing)
    absent = {code: STANCES[code] for code in ABSENCES}
    alone = Choice(absent, f"Write one stance for each proposal: {', '.join(issue.proposals)}.")
    each = {
        name: every.over({"description": proposal.text, "title": name})
        for name, proposal in issue.proposals.items()
    }
    return {
        "anyOf": [
            (alone if len(issue.proposals) > 1 else every).over({}),
            {"type": "object", "minProperties": 1, "additionalProperties": False, "properties": each},
        ]
    }


def _is_whole(corpus: Corpus, what: str, slugs: Sequence[str]) -> bool:
    """Say whether no file is left unread that may define more of `what`."""
    if what == "issue":
        return len(slugs) == 1 or not _unread(corpus, "briefing")
    if what == "speaker":
        return PARTIES not in corpus.unread and not _unread(corpus, "party")
    return what == "source" or PARTIES not in corpus.unread


def _unread(corpus: Corpus, what: str) -> list[str]:
    """Give the identifiers of those `what` that have faults of their own."""
    return sorted(name.removeprefix(f"{what}:") for name in corpus.unread if name.startswith(f"{what}:"))


def _sources(corpus: Corpus, _: Sequence[str]) -> Iterator[tuple[str, str]]:
    for name, source in corpus.sources.items():
        more = [str(part) for part in (source.about.publisher, source.about.published) if part]
        yield name, " – ".join([source.about.title, *more])


def _parties(corpus: Corpus, _: Sequence[str]) -> Iterator[tuple[str, str]]:
    for name, party in corpus.parties.items():
        yield name, party.name


def _speakers(corpus: Corpus, _: Sequence[str]) -> Iterator[tuple[str, str]]:
    for party in corpus.parties.values():
        for name, speaker in party.speakers.items():
            yield name, f"{_with_role(speaker.name, speaker.role)} ({party.label})"


def _issues(corpus: Corpus, slugs: Sequence[str]) -> Iterator[tuple[str, str]]:
    for slug in slugs:
        briefing = corpus.briefings[slug]
        place = "" if len(slugs) == 1 else f" ({briefing.about.title})"
        for name, issue in briefing.about.issues.items():
            yield name, f"{issue.title}: {issue.question}{place}"


def _with_role(name: str, role: str | None) -> str:
    return f"{name}, {role}" if role else name


_KINDS: Mapping[str, tuple[Callable[[Corpus, Sequence[str]], Iterator[tuple[str, str]]], str]] = {
    "source": (_sources, "There is no such source in seeds/."),
    "party": (_parties, f"There is no such party in {PARTIES}."),
    "speaker": (_speakers, f"There is no such speaker in {PARTIES}."),
    "issue": (_issues, "There is no such issue in briefing.yml."),
}
