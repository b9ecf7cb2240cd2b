"""Deeds: what was written, so that it can be taken back."""
