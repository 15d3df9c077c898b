"""Packs, seals, verifies and deploys a release."""
