"""The data of the measurements: generated articles, their evidence, and the same evidence with mistakes."""

import json
from pathlib import Path

import pytest

from bench import __main__ as bench
from bench import corpus
from bench.made import Made, Piece, make, sample, seeded
from bench.press import PASSAGES
from bench.project import project_files, write_project
from bench.report import Ratio, table
from bench.retyping import retyped
from bench.spoiling import WAYS, Spoiled, contains, spoil
from bench.timing import caches, forget
from bench.verdicts import exact_counts, gate_counts
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


def test_a_run_prints_every_ratio_and_writes_it_to_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = tmp_path / "figures.json"
    assert bench.main(["--articles", "2", "--rounds", "1", "--json", str(figures)]) == 0
    data = json.loads(figures.read_text(encoding="utf-8"))
    printed = capsys.readouterr().out
    assert {"gate", "check", "faults", "again"} <= {ratio["name"] for ratio in data["ratios"]}
    assert all(ratio["what"] in printed for ratio in data["ratios"])
    assert all(ratio["ratio"] == ratio["seconds"] / ratio["floor_seconds"] for ratio in data["ratios"])


def test_a_run_starts_with_empty_caches(tmp_path: Path) -> None:
    write_project(tmp_path, make(2))
    examine_folder(tmp_path)
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
