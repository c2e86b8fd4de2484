"""The desk: the pages on which editors read sources, pick quotes and write positions, without seeing YAML."""
