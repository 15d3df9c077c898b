select * from {{ table }}_labelled;
