"""Draws the declared charts as SVG, PNG and interactive charts."""
