"""What is declared once of every table and field."""
