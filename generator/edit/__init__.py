"""What editors write, begun and changed for them: worked out in memory, checked, and written whole or not at all."""
