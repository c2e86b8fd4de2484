"""The gate: from an editor's YAML to passages, or to errors that say what to write instead."""

from collections.abc import Iterator, Mapping

import pytest
from pydantic import BaseModel

from generator.content.articles import Article
from generator.content.files import read_files
from generator.content.load import load
from generator.content.model import Corpus, Evidence
from generator.content.model.uses import uses
from generator.diagnostics import merged
from generator.evidence import RULES, Span, refusals, resolve
from generator.evidence.matching import Verdict
from generator.evidence.occurrences import occurrences
from generator.reporting.text import report
from tests.building import HARBOUR, ROOT
from tests.evidence.gate_cases import CASES

MOSCOW = (ROOT / "seeds" / "moscow-talks-2025-12-02.txt").read_bytes()
TALKS = (
    "The talks began. Before the talks ended, the talks were hard, and so the talks were long. “We can’t sign it,” "
    "she said, “but we will talk.” He said we will sign, or we will not.\n"
)
OTHER = "Nobody said more than “wholly unacceptable” that day. It rained, a lot."
BRIEFING = """\
title: B
question: Q?
status: active
as_of: 2025-12-02
reviewed_on: 2025-12-02
parties: [us]
issues:
  i: {title: I, question: Q?, propositions: {p: {text: P.}}}
key_points:
  where_it_stands:
    text: A claim.
    evidence:
"""


def _files(*evidence: str, texts: Mapping[str, bytes] | None = None, known: str = "") -> Mapping[str, bytes]:
    """Return the files of a project whose only claim rests on `evidence`, each the content of a YAML mapping."""
    texts = texts or {"moscow": MOSCOW, "talks": TALKS.encode(), "other": OTHER.encode()}
    files = {f"seeds/{name}.txt": raw for name, raw in texts.items()}
    files |= {f"seeds/{name}.yml": f"title: T\nlanguage: en\n{known}".encode() for name in texts}
    files["briefings/parties.yml"] = b"us: {name: Us, kind: state}\n"
    lines = "".join(f"      - {{{item}}}\n" for item in evidence)
    files["briefings/b/briefing.yml"] = (BRIEFING + lines).encode()
    return files


def _report(*evidence: str, known: str = "") -> str:
    """Return the report on a project whose only claim rests on `evidence`, without its last line."""
    corpus, diagnostics = load(_files(*evidence, known=known))
    _, more = resolve(corpus)
    return report(merged(diagnostics, more)).rsplit("\n", 2)[0]


@pytest.mark.parametrize("evidence", CASES)
def test_an_error_says_what_is_wrong_where_and_what_to_write(evidence: str) -> None:
    words, text = CASES[evidence]
    line = f"      - {{{evidence}}}"
    column = line.rindex(words)
    first, rest = text.split("\n", 1)
    expected = [
        f"briefings/b/briefing.yml:13:{column + 1}: {first}",
        f"   13 | {line}",
        f"      | {' ' * column}{'^' * len(words)}",
        rest,
    ]
    assert _report(evidence) == "\n".join(expected).removesuffix("\n")


NARRATED = "Ada Vale said: “We will close orconvert it,” she said, “in Mey.” She left. “Some [are] lost . . . at sea,” he said. “It is nâ€™t so.”"


@pytest.mark.parametrize(
    ("evidence", "paste"),
    [
        ("quote: We will close or convert it", 'To paste:   quote: "We will close orconvert it"'),
        ("quote: 'said: We will close or convert it'", 'To paste:   quote: "We will close orconvert it"'),
        (
            "quote: 'or convert it, she said, in Mey.'",
            'To paste:   quote: ["close orconvert it,", "in Mey."]',
        ),
        ("reported: 'she said, “in May.” She left'", 'To paste:   reported: "she said, “in Mey.” She left"'),
        ("quote: 'Some [are] lost […] at sea'", 'To paste:   quote: "Some [are] lost . . . at sea"'),
        (
            "quote: It is n’t so",
            "The stored text is damaged here, so there is nothing to paste. Store it again.",
        ),
    ],
)
def test_words_to_paste_are_only_those_inside_quotation_marks(evidence: str, paste: str) -> None:
    files = _files(f"source: talks, {evidence}", texts={"talks": NARRATED.encode()})
    (diagnostic,) = resolve(load(files)[0])[1]
    assert diagnostic.hint.split("\n")[-1] == paste


def test_a_changed_stored_text_is_an_error_and_its_words_are_not_offered() -> None:
    files = _files(
        "source: talks, quote: will talk",
        "source: talks, quote: we will walk",
        texts={"talks": TALKS.encode()},
        known=f"sha256: {'0' * 64}\n",
    )
    passages, diagnostics = resolve(load(files)[0])
    misquoted, changed = diagnostics
    assert len(passages) == 1
    assert (changed.code, changed.location.line) == ("E208", 3)
    assert "briefing lock talks" in changed.hint
    assert misquoted.code == "E202"
    assert misquoted.hint == "Restore the stored text first: it was changed, see E208 in seeds/talks.yml."


def test_every_rule_of_the_gate_has_an_example_here() -> None:
    shown = {text.split("[", 1)[1][:4] for _, text in CASES.values()} | {"E208"}
    assert {rule.code for rule in RULES} == shown


def test_an_error_is_reported_at_every_place_that_cites_the_words() -> None:
    text = _report(
        "source: talks, quote: We can", "source: moscow, quote: suddenly", "source: talks, quote: We can"
    )
    assert [line.split(": ")[0] for line in text.split("\n") if "error[E209]" in line] == [
        "briefings/b/briefing.yml:13:32",
        "briefings/b/briefing.yml:15:32",
    ]


def test_a_source_with_an_error_of_its_own_is_not_reported_as_missing() -> None:
    files = dict(_files("source: talks, quote: will talk"))
    files["seeds/talks.txt"] = b"\xff"
    corpus, diagnostics = load(files)
    assert [diagnostic.code for diagnostic in diagnostics] == ["E001"]
    assert resolve(corpus) == ({}, ())


def test_a_passage_has_the_characters_of_the_source() -> None:
    corpus, _ = load(_files("source: talks, quote: [\"We can't sign it,\", 'but we  will talk']"))
    passages, diagnostics = resolve(corpus)
    assert diagnostics == ()
    ((selector, passage),) = passages.items()
    assert selector.segments == ("We can't sign it,", "but we  will talk")
    assert passage.texts == ("We can’t sign it,", "but we will talk")
    assert passage.verdict is Verdict.FOLDED


def _evidence_in(value: object) -> Iterator[Evidence]:
    """Yield all evidence in a model, whatever the names of its fields are."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _evidence_in(getattr(value, name))
    elif isinstance(value, Mapping):
        yield from _evidence_in(tuple(value.values()))
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _evidence_in(item)


@pytest.fixture(params=[ROOT, HARBOUR], ids=["real", "harbour"])
def corpus(request: pytest.FixtureRequest) -> Corpus:
    """Return a corpus without errors."""
    corpus, diagnostics = load(read_files(request.param)[0])
    assert diagnostics == ()
    return corpus


def test_no_evidence_bypasses_the_gate(corpus: Corpus) -> None:
    """Evidence in any field of a briefing is looked up."""
    passages, diagnostics = resolve(corpus)
    assert diagnostics == ()
    assert passages
    for briefing in corpus.briefings.values():
        selectors = [item.selector for item in _evidence_in([briefing.about, *briefing.positions.values()])]
        seen = [use.evidence.selector for use in uses(briefing)]
        assert sorted(selectors, key=repr) == sorted(seen, key=repr)
        assert set(selectors) <= set(passages)


def test_the_text_of_a_passage_is_cut_from_the_stored_text(corpus: Corpus) -> None:
    passages, _ = resolve(corpus)
    for selector, passage in passages.items():
        text = corpus.sources[selector.source].article.text
        assert passage.texts == tuple(text[span.start : span.end] for span in passage.spans)
        assert len(passage.texts) == len(selector.segments)


def test_wrong_words_are_looked_up_only_in_texts_that_have_all_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    searched: list[str] = []

    def search(article: Article, words: str) -> tuple[Span, ...]:
        searched.append(article.id)
        return occurrences(article, words)

    monkeypatch.setattr(refusals, "occurrences", search)
    wrong = "source: talks, quote: the talks were wholly unacceptable"
    assert "these words are not in talks" in _report(wrong)
    assert "other" not in searched
    assert "but they are in other" in _report(
        "source: talks, quote: said more than “wholly unacceptable” that"
    )
