"""The program's own exports on their way back in."""
