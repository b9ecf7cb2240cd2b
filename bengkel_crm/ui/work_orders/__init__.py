"""The list of work orders, and the form of one."""
