"""Books in and lists out: the wizard, past imports, exports."""
