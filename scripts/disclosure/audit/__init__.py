"""Proves that withheld cells stay withheld, over all tables and all releases."""
