"""How readers see a cleared release: charts, pages, and numbers in prose."""
