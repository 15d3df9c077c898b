import duckdb

told = duckdb.sql("""
    select * from '{{ root }}formats/parquet/{{ table }}.parquet'
    join (select indicator, title, unit, kind from '{{ root }}formats/parquet/indicators.parquet') using (indicator)
    where status = 'published'
""")
