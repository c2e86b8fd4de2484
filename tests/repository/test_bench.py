"""The data of the measurements: generated articles, their evidence, and the same evidence with mistakes."""

import gc
import json
import re
from pathlib import Path

import pytest

from bench import __main__ as bench
from bench import corpus
from bench.building import BRIEFING, save
from bench.faults import FAULTS, write_faulty
from bench.goals import Figure, goal_table
from bench.growth import Growth, growths
from bench.made import Made, Piece, make, sample, seeded
from bench.press import PASSAGES
from bench.processes import run
from bench.project import project_files, write_project
from bench.report import Ratio, table
from bench.retyping import retyped
from bench.spoiling import WAYS, Spoiled, contains, spoil
from bench.timing import caches, forget
from bench.verdicts import exact_counts, gate_counts
from bench.yardstick import write_yardstick
from generator.diagnostics import Severity
from generator.pipeline import examine_folder

ARTICLES = 40


@pytest.fixture(scope="module")
def made() -> Made:
    """Two briefings."""
    return make(ARTICLES)


@pytest.fixture(scope="module")
def spoiled(made: Made) -> dict[Piece, Spoiled]:
    """Every piece of their evidence, with a mistake."""
    return spoil(made, made.all_pieces, seeded(1))


def test_the_same_seed_makes_the_same_files_and_another_seed_makes_others() -> None:
    assert list(project_files(make(2))) == list(project_files(make(2)))
    assert list(project_files(make(2))) != list(project_files(make(2, seed=1)))


def test_the_generated_project_has_no_error_and_no_warning(tmp_path: Path, made: Made) -> None:
    write_project(tmp_path, made)
    examined = examine_folder(tmp_path)
    assert [found for found in examined.diagnostics if found.severity is not Severity.INFO] == []
    assert len(examined.content.passages) == ARTICLES * PASSAGES


def test_articles_are_as_long_as_in_a_newspaper_and_repeat_their_words(made: Made) -> None:
    lengths = [len(article.text.split()) for article in made.articles.values()]
    assert 500 < sum(lengths) / len(lengths) < 700
    words = " ".join(article.text for article in made.articles.values()).lower().split()
    assert len(set(words)) < len(words) / 10


def test_an_article_has_five_exact_pieces_three_retyped_and_two_interrupted(made: Made) -> None:
    for source in made.articles:
        pieces = [piece for piece in made.all_pieces if piece.source == source]
        assert sum(len(piece.typed) > 1 for piece in pieces) == 2
        assert sum(piece.typed != piece.passage.segments for piece in pieces) == 3
        assert len(pieces) == PASSAGES


def test_every_correct_piece_is_found_and_every_wrong_piece_is_refused(
    made: Made, spoiled: dict[Piece, Spoiled]
) -> None:
    counts = gate_counts(made, spoiled)
    assert {count.group for count in counts} == {"true", "retyped", "interrupted", *WAYS}
    assert sum(count.of for count in counts) == 2 * ARTICLES * PASSAGES
    assert [count for count in counts if count.right != count.of] == []


def test_a_search_for_bytes_misses_retyped_pieces(made: Made, spoiled: dict[Piece, Spoiled]) -> None:
    right = {count.group: (count.right, count.of) for count in exact_counts(made, spoiled)}
    assert right["true"] == (200, 200)
    assert right["retyped"] == (0, 120)


@pytest.mark.parametrize("words", ["the port", "don’t go", '"so" be it', "we … will", "north—south again"])
def test_retyped_words_differ_only_in_typography(words: str) -> None:
    for seed in range(20):
        typed = retyped(seeded(seed), words)
        assert typed != words
        assert contains(words, [typed])


@pytest.mark.parametrize("wrong", ["the por", "The port", "the port in", "port the"])
def test_a_text_does_not_contain_other_words(wrong: str) -> None:
    assert contains("before the port", ["the port"])
    assert not contains("before the port", [wrong])


def test_a_sample_has_complete_articles_and_their_evidence(made: Made) -> None:
    some = sample(made, 3, seeded(1))
    assert len(some.articles) == 3
    assert sorted({piece.source for piece in some.all_pieces}) == sorted(some.articles)
    assert len(some.all_pieces) == 3 * PASSAGES


def test_the_command_makes_a_project_to_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert corpus.main(["--out", str(tmp_path / "made"), "--articles", "2"]) == 0
    assert capsys.readouterr().out.startswith("2 articles and 20 pieces of evidence in ")
    assert not examine_folder(tmp_path / "made").has_errors


@pytest.mark.slow
def test_a_run_prints_every_ratio_and_writes_it_to_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = tmp_path / "figures.json"
    assert bench.main(["--only", "P5", "--articles", "2", "--rounds", "1", "--json", str(figures)]) == 0
    data = json.loads(figures.read_text(encoding="utf-8"))
    printed = capsys.readouterr().out
    assert [figure["goal"] for figure in data["figures"]] == [10, 3]
    assert all(f"| P5 | {figure['what']} |" in printed for figure in data["figures"])
    assert {"gate", "check", "faults", "again"} <= {ratio["name"] for ratio in data["ratios"]}
    assert all(ratio["what"] in printed for ratio in data["ratios"])
    assert all(ratio["ratio"] == ratio["seconds"] / ratio["floor_seconds"] for ratio in data["ratios"])


def test_a_run_starts_with_empty_caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_CACHE", "off")  # another test may have stored the same examination
    write_project(tmp_path, make(2))
    examine_folder(tmp_path)
    gc.freeze()  # as a build in this process does
    assert any(cache.cache_info().currsize for cache in caches())
    forget()
    assert not any(cache.cache_info().currsize for cache in caches())


def test_the_profile_lists_the_slowest_functions(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["--articles", "2", "--profile"]) == 0
    assert "tottime" in capsys.readouterr().out


def test_a_ratio_meets_its_aim_or_misses_it() -> None:
    assert Ratio("a", "what", 10, 1, aim=10).met
    assert not Ratio("a", "what", 10.1, 1, aim=10).met
    assert not Ratio("a", "what", 2, 1, aim=2, below=True).met
    assert Ratio("a", "what", 2, 1).met is None
    assert "| 1/50 | at most 1/40 | met |" in table([Ratio("a", "what", 1, 50, aim=1 / 40)])


def test_a_briefing_of_real_size_has_620_positions_and_no_error(tmp_path: Path) -> None:
    made = make(BRIEFING.articles, shape=BRIEFING)
    write_project(tmp_path, made)
    assert not examine_folder(tmp_path).has_errors
    files = [text for path, text in project_files(made) if "/positions/" in path]
    positions = [line for text in files for line in set(re.findall("issue: .*", text))]
    assert len(positions) == 20 * 31


@pytest.mark.parametrize("growth", growths(4), ids=lambda growth: growth.counted)
def test_what_grows_has_no_error(tmp_path: Path, growth: Growth) -> None:
    assert not examine_folder(growth.site(tmp_path, growth.n).project).has_errors


@pytest.mark.parametrize("kind", FAULTS)
def test_every_faulty_file_has_an_error(tmp_path: Path, kind: str) -> None:
    write_faulty(tmp_path, make(4), kind)  # raises if the check misses one


def test_a_save_changes_a_statement_each_time(tmp_path: Path) -> None:
    write_project(tmp_path, make(2))
    new = [save(tmp_path, number) for number in (1, 2)]
    text = min((tmp_path / "briefings" / "matter-001" / "positions").iterdir()).read_text(encoding="utf-8")
    assert new[0] not in text
    assert text.count(new[1]) == 1
    assert not examine_folder(tmp_path).has_errors


def test_the_yardstick_has_52_kb_a_page_and_nearly_all_of_it_in_blocks_of_html(tmp_path: Path) -> None:
    written = write_yardstick(tmp_path / "site", 48)
    texts = [path.read_bytes() for path in (tmp_path / "site" / "docs").iterdir()]
    assert written.pages == len(texts) == 48
    assert written.size == sum(map(len, texts))
    assert 50_000 < written.size / written.pages < 54_000
    assert 0.85 < written.html / written.size < 0.89


def test_the_cost_of_a_command_includes_the_processes_that_it_starts(tmp_path: Path) -> None:
    held = "import time; block = bytearray(64_000_000); time.sleep(0.5)"
    (tmp_path / "starter.py").write_text(
        f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {held!r}], check=True)\n",
        encoding="utf-8",
    )
    cost = run("starter", cache=tmp_path, cwd=tmp_path, memory=True)
    assert cost.memory > 64_000_000


def test_a_command_that_fails_is_not_measured(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="No module named nowhere"):
        run("nowhere", cache=tmp_path)


def test_the_table_says_which_goals_are_met() -> None:
    lines = goal_table(
        [
            Figure("P1", "time", 1.0, goal=1.0),
            Figure("P8", "files", 40_000, "files", goal=40_000, below=True),
            Figure("P1", "memory", 12.345, "MB"),
        ]
    ).splitlines()[2:]
    assert lines == [
        "| P1 | time | at most 1 | 1 | met |",
        "| P8 | files | under 40,000 files | 40,000 files | not met |",
        "| P1 | memory |  | 12.3 MB |  |",
    ]


def test_an_unknown_part_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        bench.main(["--only", "P1,P10"])
    assert "“P10” is not one of P1, P2," in capsys.readouterr().err
