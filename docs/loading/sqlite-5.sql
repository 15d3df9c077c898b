select figure, indicator_title, period_start, period_end, value, indicator_unit, originator_title
from {{ table }}_labelled
where status = 'published'
order by indicator, counted_on;
