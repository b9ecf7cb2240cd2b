"""What is said of an import once it is planned or done."""
