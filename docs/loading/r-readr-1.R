table <- readr::read_csv("{{ root }}package/data/{{ table }}.csv", show_col_types = FALSE)
