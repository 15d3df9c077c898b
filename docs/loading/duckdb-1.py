import duckdb

table = duckdb.sql("from 'formats/parquet/deaths.parquet'")
