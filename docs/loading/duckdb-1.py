import duckdb

table = duckdb.sql("from '{{ root }}formats/parquet/{{ table }}.parquet'")
