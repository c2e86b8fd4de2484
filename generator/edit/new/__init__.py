"""New entries in editors' files: a source, party, briefing, issue, position or evidence, each as a change to the project."""
