"""The lists of vehicles and of work orders."""
