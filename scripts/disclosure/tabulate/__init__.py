"""Makes a protected table from a confidential list."""
