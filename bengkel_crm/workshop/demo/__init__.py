"""A made-up shop to look at the program with."""
