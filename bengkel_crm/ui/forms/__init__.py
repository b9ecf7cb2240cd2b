"""Forms and dialogs: the frame that all of them share."""
