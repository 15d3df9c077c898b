"""Reads the data package: descriptor, tables, registers, figures and how they belong together."""
