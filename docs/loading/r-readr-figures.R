figures <- readr::read_csv("{{ root }}formats/csv/figures.csv", col_types = readr::cols(release_first_seen = "c"), guess_max = Inf)
