"""Windows laid over the page."""
