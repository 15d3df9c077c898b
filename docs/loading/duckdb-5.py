import duckdb

told = duckdb.sql("""
    select * from 'formats/parquet/deaths.parquet'
    join (select indicator, title, unit, kind from 'formats/parquet/indicators.parquet') using (indicator)
    where status = 'published'
""")
