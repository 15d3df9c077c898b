table <- read.csv("package/data/deaths.csv", na.strings = "")
