"""The only room that knows paper and spreadsheets."""
