"""An import from the file to the last row."""
