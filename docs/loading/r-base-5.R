table <- read.csv("{{ root }}package/data/{{ table }}.csv", na.strings = "")
indicators <- read.csv("{{ root }}package/indicators.csv", na.strings = "")
published <- subset(table, status == "published")
told <- merge(published, indicators[c("indicator", "title", "unit", "kind")], by = "indicator")
