"""Data on their way out: own exports and lists."""
