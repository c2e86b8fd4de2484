"""Make a project folder to measure with: `python -m bench.corpus --out FOLDER [--articles 1000]`."""

import argparse
import sys
from pathlib import Path

from bench.made import SEED, make
from bench.project import write_project


def main(arguments: list[str]) -> int:
    """Write the project into the folder in `arguments`. Return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.corpus", description="Make a project to measure with."
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FOLDER", help="the folder to write the project to"
    )
    parser.add_argument(
        "--articles",
        type=int,
        default=1000,
        help="the number of articles, of about 600 words each (default: 1000)",
    )
    parser.add_argument("--seed", type=int, default=SEED, help="another seed makes other articles")
    options = parser.parse_args(arguments)
    made = make(options.articles, options.seed)
    write_project(options.out, made)
    print(f"{len(made.articles)} articles and {len(made.all_pieces)} pieces of evidence in {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
