"""Read what editors write: files, strict YAML with positions, the model, and validation."""
