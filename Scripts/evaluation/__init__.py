"""Measures quoth's attributions against annotated articles; see `Scripts/evaluate --help`."""
