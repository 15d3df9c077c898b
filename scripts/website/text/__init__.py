"""Puts numbers, days and changes into words."""
