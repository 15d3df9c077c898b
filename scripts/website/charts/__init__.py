"""Draws the declared charts."""
