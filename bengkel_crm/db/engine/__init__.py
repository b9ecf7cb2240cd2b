"""The connection to the shop file: how it is opened, read, written, migrated."""
