"""The list of vehicles, and the form of one."""
