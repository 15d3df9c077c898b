table <- read.csv("{{ root }}package/data/{{ table }}.csv", na.strings = "")
