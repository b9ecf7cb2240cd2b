"""Opening the shop file, its backups, its damage, its clock."""
