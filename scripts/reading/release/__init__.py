"""Reads a release as a whole, the sealed ones before it, and what differs between two."""
