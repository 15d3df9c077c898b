"""What the package says: the only reader of descriptor, tables and declarations."""
