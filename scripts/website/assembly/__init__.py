"""Turns the languages that MkDocs built into one site."""
