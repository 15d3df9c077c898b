"""Turns a form into changed rows, and says what a proposal does."""
