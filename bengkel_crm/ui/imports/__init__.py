"""The import wizard: a file is chosen, its columns matched, what would come checked, then taken over."""
