"""The package as readers download it."""
