"""A briefing on one long report: its text, the pages that it was printed on, and passages cited all over it. The same each time."""

import hashlib
from collections.abc import Iterator, Mapping

PARAGRAPHS_OF_PAGE = 13
PAGES_OF_ISSUE = 30
_PARTIES = 5
_PIECES = 10  # of evidence for each position
_SENTENCES = (
    "The council of district {number} reviewed the plan for the harbour in the spring",
    "Members said that the cost of pier {number} would fall on the users of the old quay",
    "A survey of {number} households found that most of them wanted the ferry to run at night",
    "No decision was taken, and the office was asked to report again",
    "The report of the year before had counted fewer boats, and did not say why",
)


def report_files(pages: int, *, publish: str = "full") -> Mapping[str, bytes]:
    """Return the files of a project by path: a report of `pages` pages with five passages cited from three of its pages each."""
    issues = max(1, pages // PAGES_OF_ISSUE)
    paragraphs = pages * PARAGRAPHS_OF_PAGE + pages // 3
    text = "".join(f"{paragraph}\n" for paragraph in map(_paragraph, range(1, paragraphs + 1)))
    files = {
        "seeds/report.txt": text,
        "seeds/report.yml": _sidecar(text, pages, paragraphs, publish),
        "briefings/parties.yml": "".join(
            f"party-{party}:\n  name: Party {party} of the harbour\n  kind: organisation\n"
            for party in range(_PARTIES)
        ),
        "briefings/harbour/briefing.yml": _briefing(issues),
    }
    each = max(1, paragraphs // (issues * _PARTIES * _PIECES))
    for party in range(_PARTIES):
        name = f"briefings/harbour/positions/party-{party}.yml"
        files[name] = "".join(_positions(party, issues, each))
    return {path: content.encode() for path, content in files.items()}


def _paragraph(number: int) -> str:
    chosen = (_SENTENCES[(number * 7 + place) % len(_SENTENCES)] for place in range(1 + number % 5))
    sentences = (f"{sentence.format(number=number * 10)}." for sentence in chosen)
    return f"Finding {number} of the survey concerns berth {number * 3} alone. {' '.join(sentences)}"


def _sidecar(text: str, pages: int, paragraphs: int, publish: str) -> str:
    places = (
        f"  - {{paragraph: {1 + page * paragraphs // pages}, page: {page + 1}}}\n" for page in range(pages)
    )
    return (
        f"title: The long report on the harbour\nkind: document\nlanguage: en\npublished: 2031-05-01\npublish: {publish}\n"
        f"sha256: {hashlib.sha256(text.encode()).hexdigest()}\nplaces:\n{''.join(places)}"
    )


def _briefing(issues: int) -> str:
    blocks = (
        f"  issue-{issue}:\n    title: Issue {issue} of the harbour\n    question: Should pier {issue} be built?\n    propositions:\n      build: {{text: Pier {issue} is built.}}\n"
        for issue in range(issues)
    )
    parties = ", ".join(f"party-{party}" for party in range(_PARTIES))
    return (
        "title: The harbour\nquestion: What should be built?\nstatus: active\nas_of: 2031-05-02\nreviewed_on: 2031-05-02\n"
        f"parties: [{parties}]\nkey_points:\n  where_it_stands:\n    text: The report is published.\n    evidence: [{{source: report, reported: Finding 1 of the survey}}]\nissues:\n{''.join(blocks)}"
    )


def _positions(party: int, issues: int, each: int) -> Iterator[str]:
    yield f"party: party-{party}\npositions:\n"
    for issue in range(issues):
        yield (
            f"  - issue: issue-{issue}\n    stance: supports\n    as_of: 2031-05-01\n"
            f"    statement: The report says what the party wants at pier {issue}.\n    evidence:\n"
        )
        for piece in range(_PIECES):
            number = 1 + each * (piece + _PIECES * (party + _PARTIES * issue))
            yield f"      - {{source: report, reported: Finding {number} of the survey concerns berth {number * 3} alone}}\n"
