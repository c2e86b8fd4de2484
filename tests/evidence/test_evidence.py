"""The gate, from an editor's lines to passages or to sentences that say what to write instead."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping

import pytest
from pydantic import BaseModel

from generator.content.files import read_files
from generator.content.load import load
from generator.content.model import Corpus, Evidence
from generator.content.model.uses import uses
from generator.diagnostics import merged
from generator.evidence import RULES, resolve
from generator.evidence.matching import Verdict
from generator.reporting.text import report
from tests.building import HARBOUR, ROOT

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
  i: {title: I, question: Q?, proposals: {p: {text: P.}}}
answer:
  - text: A claim.
    evidence:
"""


def _project(
    *evidence: str, texts: Mapping[str, bytes] | None = None, known: str = ""
) -> Mapping[str, bytes]:
    """Give the files of a project whose one claim rests on `evidence`, each the inside of a YAML mapping."""
    texts = texts or {"moscow": MOSCOW, "talks": TALKS.encode(), "other": OTHER.encode()}
    files = {f"seeds/{name}.txt": raw for name, raw in texts.items()}
    files |= {f"seeds/{name}.yml": f"title: T\nlanguage: en\n{known}".encode() for name in texts}
    files["briefings/parties.yml"] = b"us: {name: Us, kind: state}\n"
    lines = "".join(f"      - {{{one}}}\n" for one in evidence)
    files["briefings/b/briefing.yml"] = (BRIEFING + lines).encode()
    return files


def _told(*evidence: str, known: str = "") -> str:
    """Give the report on a project whose one claim rests on `evidence`, without its last line."""
    corpus, faults = load(_project(*evidence, known=known))
    _, more = resolve(corpus)
    return report(merged(faults, more)).rsplit("\n", 2)[0]


CASES = {
    "source: moscow, quote: neither further or closer": (
        "neither further or closer",
        """error[E202] these are not the words of moscow: the source has others
      = Your file:  neither further [or] closer
      = The source: neither further [nor] closer
      = To paste:   quote: "neither further nor closer"
""",
    ),
    "source: moscow, reported: Russia seeks to Maintain control": (
        "Russia seeks to Maintain control",
        """error[E202] these are not the words of moscow: only capital letters differ
      = Your file:  Russia seeks to [Maintain] control
      = The source: Russia seeks to [maintain] control
      = To paste:   reported: "Russia seeks to maintain control"
""",
    ),
    "source: talks, quote: “We can’t sign it”": (
        "“We can’t sign it”",
        """error[E202] these are not the words of talks: they stand there without these quotation marks
      = Leave the quotation marks out: the page sets them.
      = To paste: quote: "We can’t sign it"
""",
    ),
    "source: talks, quote: '\"We can’t sign it\"'": (
        "'\"We can’t sign it\"'",
        """error[E202] these are not the words of talks: they stand there without these quotation marks
      = Leave the quotation marks out: the page sets them.
      = To paste: quote: "We can’t sign it"
""",
    ),
    "source: moscow, reported: „Russia seeks to maintain control“": (
        "„Russia seeks to maintain control“",
        """error[E202] these are not the words of moscow: they stand there without these quotation marks
      = Leave the quotation marks out.
      = To paste: reported: "Russia seeks to maintain control"
""",
    ),
    "source: moscow, quote: [more or less acceptable, do not suit us at all]": (
        "do not suit us at all",
        """error[E201] these words are not in moscow
      = The nearest there, in paragraph 2: don’t suit us
""",
    ),
    "source: moscow, quote: zebra crossing xylophone": (
        "zebra crossing xylophone",
        """error[E201] these words are not in moscow
      = The source has nothing like it. Copy the words from the stored text.
""",
    ),
    "source: moscow, quote: war": (
        "war",
        """error[E203] these words stand in 3 places of moscow
      = Which one is meant? Add one of these lines to the evidence:
      =   occurrence: 1   or   prefix: "with “"
      =       …governments of siding with “[war]” and obstructing a…
      =   occurrence: 2   or   prefix: "to"
      =       …did not intend to go to [war] with Europe, but added that…
      =   occurrence: 3   or   prefix: "the"
      =       …disputes at the heart of the [war] continue to block the path…
""",
    ),
    "source: talks, quote: the talks, prefix: talks": (
        "the talks",
        """error[E211] these words stand 3 times in talks, yet not with the prefix given
      = Which one is meant? Add one of these lines to the evidence:
      =   occurrence: 1   or   prefix: "Before"
      =       The talks began. Before [the talks] ended, the talks were hard,…
      =   occurrence: 2   or   prefix: "ended,"
      =       …Before the talks ended, [the talks] were hard, and so the talks…
      =   occurrence: 3   or   prefix: "so"
      =       …the talks were hard, and so [the talks] were long. “We can’t sign…
""",
    ),
    "source: talks, quote: the talks, suffix: were": (
        "the talks",
        """error[E203] these words stand in 2 places of talks, even with the suffix given
      = Which one is meant? Add one of these lines to the evidence:
      =   occurrence: 2   or   prefix: "ended,"
      =       …Before the talks ended, [the talks] were hard, and so the talks…
      =   occurrence: 3   or   prefix: "so"
      =       …the talks were hard, and so [the talks] were long. “We can’t sign…
""",
    ),
    "source: talks, quote: We can’t, occurrence: 2": (
        "We can’t",
        """error[E211] these words stand once in talks, yet there is no occurrence 2
      = It stands here, and nowhere else: leave prefix, suffix and occurrence out if this is meant.
      =       …and so the talks were long. “[We can’t] sign it,” she said, “but we…
""",
    ),
    "source: talks, quote: [We can’t sign it, we will]": (
        "we will",
        """error[E203] this segment stands in 3 places of talks
      = Which one is meant? Add one of these lines to the evidence:
      =   suffix: "talk.”"
      =       …sign it,” she said, “but [we will] talk.” He said we will sign,…
      =   suffix: "sign,"
      =       …“but we will talk.” He said [we will] sign, or we will not.
      =   suffix: "not."
      =       …He said we will sign, or [we will] not.
""",
    ),
    "source: talks, quote: [We can’t, we will, will not]": (
        "we will",
        """error[E203] this segment stands in 2 places of talks
      = Which one is meant? Quote more words of this segment:
      =       …sign it,” she said, “but [we will] talk.” He said we will sign,…
      =       …“but we will talk.” He said [we will] sign, or we will not.
""",
    ),
    "source: talks, quote: [We can’t, she said], suffix: he": (
        "she said",
        """error[E211] this segment stands once in talks, yet not with the suffix given
      = It stands here, and nowhere else: leave prefix, suffix and occurrence out if this is meant.
      =       …long. “We can’t sign it,” [she said], “but we will talk.” He said…
""",
    ),
    "source: moscow, quote: wholly unacceptable": (
        "wholly unacceptable",
        """error[E204] these words are not in moscow, yet they are in other
      = Write: source: other
""",
    ),
    "source: moscow, quote: [ready right now, wholly unacceptable]": (
        "wholly unacceptable",
        """error[E204] these words are not in moscow, yet they are in other
      = Write one piece of evidence for each source: segments stand in one source.
""",
    ),
    "source: talks, quote: [will talk, We can’t sign]": (
        "We can’t sign",
        """error[E205] this segment does not stand after the one before it in talks
      = Give the segments in the order of the source; for words from two places, write two pieces of evidence.
""",
    ),
    "source: talks, quote: We": (
        "We",
        """error[E206] “We” has fewer than 3 letters or digits
      = So few stand in almost every text. Quote more of the sentence.
""",
    ),
    "source: mosco, quote: ready right now": (
        "mosco",
        """error[E207] there is no source “mosco” in seeds/
      = Did you mean “moscow”?
""",
    ),
    "source: nothing-like-it, quote: ready right now": (
        "nothing-like-it",
        """error[E207] there is no source “nothing-like-it” in seeds/
      = The stored sources: moscow, other, talks.
""",
    ),
    "source: talks, quote: We can": (
        "We can",
        """error[E209] “We can” begins or ends in the middle of a word of talks
      = The source: …and so the talks were long. “[We can]’t sign it,” she said, “but…
      = To paste:   quote: "We can’t"
""",
    ),
    "source: talks, quote: [We can’t sign it, sign it]": (
        "sign it",
        """error[E210] this segment and the one before it share words in talks
      = Each segment begins after the one before has ended. Words without a gap are one segment.
""",
    ),
}


@pytest.mark.parametrize("evidence", CASES)
def test_a_refusal_says_where_what_and_what_to_write_instead(evidence: str) -> None:
    words, told = CASES[evidence]
    line = f"      - {{{evidence}}}"
    column = line.rindex(words)
    first, rest = told.split("\n", 1)
    expected = [
        f"briefings/b/briefing.yml:12:{column + 1}: {first}",
        f"   12 | {line}",
        f"      | {' ' * column}{'^' * len(words)}",
        rest,
    ]
    assert _told(evidence) == "\n".join(expected).removesuffix("\n")


def test_a_stored_text_that_has_changed_is_refused_with_what_still_stands_in_it() -> None:
    corpus, _ = load(
        _project(
            "source: talks, quote: will talk", texts={"talks": TALKS.encode()}, known=f"sha256: {'0' * 64}\n"
        )
    )
    passages, faults = resolve(corpus)
    assert report(faults).startswith(
        f"""\
seeds/talks.yml:3:9: error[E208] seeds/talks.txt is not the text whose hash is recorded here
    3 | sha256: {"0" * 64}
      |         {"^" * 64}
      = 1 piece of evidence rests on it, and it still stands in it.
      = Put the stored text back as it was."""
    )
    assert len(passages) == 1


def test_every_rule_of_the_gate_is_shown_here() -> None:
    shown = {told.split("[", 1)[1][:4] for _, told in CASES.values()} | {"E208"}
    assert {rule.code for rule in RULES} == shown


def test_what_is_refused_is_told_at_every_place_where_it_is_cited() -> None:
    told = _told(
        "source: talks, quote: We can", "source: moscow, quote: suddenly", "source: talks, quote: We can"
    )
    assert [line.split(": ")[0] for line in told.split("\n") if "error[E209]" in line] == [
        "briefings/b/briefing.yml:12:32",
        "briefings/b/briefing.yml:14:32",
    ]


def test_a_source_with_faults_of_its_own_is_not_told_as_missing() -> None:
    files = dict(_project("source: talks, quote: will talk"))
    files["seeds/talks.txt"] = b"\xff"
    corpus, faults = load(files)
    assert [one.code for one in faults] == ["E001"]
    assert resolve(corpus) == ({}, ())


def test_among_many_sources_a_missing_one_is_told_without_a_list() -> None:
    corpus, _ = load(_project("source: zebra, quote: will talk", texts={f"s{n}": b"text" for n in range(20)}))
    _, (fault,) = resolve(corpus)
    assert fault.hint == "A source is named by its file name without the ending."


def test_what_is_found_is_given_with_the_characters_of_the_source() -> None:
    corpus, faults = load(_project("source: talks, quote: [\"We can't sign it,\", 'but we  will talk']"))
    passages, more = resolve(corpus)
    assert (*faults, *more) == ()
    ((selector, passage),) = passages.items()
    assert selector.segments == ("We can't sign it,", "but we  will talk")
    assert passage.texts == ("We can’t sign it,", "but we will talk")
    assert passage.verdict is Verdict.FOLDED


def _evidence_within(value: object) -> Iterator[Evidence]:
    """Walk through a model, whatever its fields are called."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _evidence_within(getattr(value, name))
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _evidence_within(one)
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _evidence_within(one)


@pytest.fixture(params=[ROOT, HARBOUR], ids=["real", "harbour"])
def corpus(request: pytest.FixtureRequest) -> Corpus:
    """A corpus that has no faults."""
    loaded, faults = load(read_files(request.param)[0])
    assert faults == ()
    return loaded


def test_no_evidence_goes_round_the_gate(corpus: Corpus) -> None:
    """Whatever field of a briefing holds evidence, the gate has looked at it."""
    passages, faults = resolve(corpus)
    assert faults == ()
    assert passages
    for briefing in corpus.briefings.values():
        held = [one.selector for one in _evidence_within([briefing.about, *briefing.positions.values()])]
        seen = [use.evidence.selector for use in uses(briefing)]
        assert sorted(held, key=repr) == sorted(seen, key=repr)
        assert set(held) <= set(passages)


def test_what_a_page_prints_is_cut_from_the_stored_text(corpus: Corpus) -> None:
    passages, _ = resolve(corpus)
    for selector, passage in passages.items():
        text = corpus.sources[selector.source].article.text
        assert passage.texts == tuple(text[span.start : span.end] for span in passage.spans)
        assert len(passage.texts) == len(selector.segments)


def test_a_thousand_passages_are_looked_up_in_no_time() -> None:
    words = MOSCOW.decode().replace("\n", " ").split()
    texts = {f"s{n}": MOSCOW.replace(b"Moscow", f"Moscow{n}".encode()) for n in range(100)}
    lines = [
        f'source: s{n}, reported: "{" ".join(words[at : at + 12])}"'
        for n in range(100)
        for at in range(0, 500, 50)
        if not any("Moscow" in word for word in words[at : at + 12])
    ]
    corpus, _ = load(_project(*lines, texts=texts))
    started = time.process_time()
    passages, faults = resolve(corpus)
    assert time.process_time() - started < 2
    assert faults == ()
    assert len(passages) == len(lines) > 700
