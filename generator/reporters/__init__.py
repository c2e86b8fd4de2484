"""How diagnostics are told: one form a file."""
