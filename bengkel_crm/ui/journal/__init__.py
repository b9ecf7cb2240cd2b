"""The bin."""
