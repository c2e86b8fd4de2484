"""Print how many reversed and true quotes are reported, and each wrong answer: `python -m bench.meaning`."""

from bench.meaning.measure import figures, table, wrong

if __name__ == "__main__":
    measured = figures()
    print(table(measured), *wrong(measured), sep="\n")
