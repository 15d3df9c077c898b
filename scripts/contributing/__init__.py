"""Turns a form into changed rows, and reports what a proposal changes."""
