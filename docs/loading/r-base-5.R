table <- read.csv("package/data/deaths.csv", na.strings = "")
indicators <- read.csv("package/indicators.csv", na.strings = "")
published <- subset(table, status == "published")
told <- merge(published, indicators[c("indicator", "title", "unit", "kind")], by = "indicator")
