"""What the Makefile calls: small helpers that are not part of the package."""
