"""Everything that changes editors' files: each change is prepared in memory, checked, and written completely or not at all."""
