"""Everything that changes editors' files: each change is prepared in memory, checked, and written completely or not at all."""

WORK = ".briefing-changes"
"""The folder of a project in which a change is prepared. It exists only during a change, or after an interrupted one."""
