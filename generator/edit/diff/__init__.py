"""What changed for a reader between two states of a project, found by comparing their JSON exports."""
