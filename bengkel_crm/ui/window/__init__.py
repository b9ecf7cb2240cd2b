"""The window itself: rail, pages, status, crash."""
