"""Writes the tables in other formats than CSV."""
