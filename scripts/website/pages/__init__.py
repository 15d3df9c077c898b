"""Composes the pages that are computed from a release."""
