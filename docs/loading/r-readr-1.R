table <- readr::read_csv("package/data/deaths.csv", show_col_types = FALSE)
