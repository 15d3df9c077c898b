"""Reads what people declare beside the tables: policy, charts, labels, pages and translations."""
