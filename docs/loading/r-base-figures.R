figures <- read.csv("{{ root }}formats/csv/figures.csv", na.strings = "", colClasses = c(release_first_seen = "character"))
