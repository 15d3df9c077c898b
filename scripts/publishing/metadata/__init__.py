"""Describes a release for machines."""
