"""How many reversed quotes are reported, and how many true ones: `python -m bench.meaning`."""
