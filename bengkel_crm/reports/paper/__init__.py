"""Papers as PDF: letters, call sheets, labels, stickers."""
