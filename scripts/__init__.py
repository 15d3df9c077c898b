"""How the package is read, judged, shown and published: run with `python -m scripts`."""
