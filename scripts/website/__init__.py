"""The website: text, charts, pages, and the build."""
