"""Briefing Book: briefings whose every statement traces to the words of a stored source."""
