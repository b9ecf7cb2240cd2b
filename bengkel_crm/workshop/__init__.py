"""What a workshop does, in plain Python."""
