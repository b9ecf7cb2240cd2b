"""The real window under a real X server."""
