"""Widgets that show records and emit signals; they fetch nothing."""
