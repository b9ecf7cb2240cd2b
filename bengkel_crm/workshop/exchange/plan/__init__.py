"""What an import will do, settled before anything is written."""
