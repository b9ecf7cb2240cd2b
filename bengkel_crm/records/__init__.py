"""Frozen records that the layers hand each other, a file a subject."""
