"""New entries in editors' files: a source, party, briefing, issue, position or evidence.

Each module has a table of questions, which the command asks and a form can show as fields, and one function that turns
the answers into a change.
"""
