"""How fast the generator is, as ratios to floors measured in the same run: `make bench`."""
