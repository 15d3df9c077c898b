"""Finds texts that may point to a person."""
