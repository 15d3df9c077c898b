import duckdb

figures = duckdb.sql("from '{{ root }}formats/parquet/figures.parquet'")
