"""The parts of the reminders page: who is due, who was told, what came of it."""
