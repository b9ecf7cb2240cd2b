"""Registering vehicles, and the names of their makes and models."""
