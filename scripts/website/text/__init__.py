"""Puts numbers, days and changes into the words of a language."""
