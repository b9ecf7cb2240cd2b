"""The lists over everything: a table that is read a page at a time, with what narrows it down."""
