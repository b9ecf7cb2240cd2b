"""The shop file as a whole: bringing it up to date, copying it."""
