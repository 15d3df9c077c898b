library(readr)

kinds <- cols(period_start = "c", period_end = "c", counted_on = "c", value = "d", value_low = "d", value_high = "d", .default = "c")
table <- read_csv("{{ root }}package/data/{{ table }}.csv", col_types = kinds)
indicators <- read_csv("{{ root }}package/indicators.csv", col_types = cols(.default = "c"))
told <- merge(table[table$status == "published", ], indicators[c("indicator", "title", "unit", "kind")], by = "indicator")
