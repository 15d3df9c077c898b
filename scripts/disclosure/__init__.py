"""What a reader could work out, and what must therefore be withheld."""
