"""Vehicles, and the list of them all."""
