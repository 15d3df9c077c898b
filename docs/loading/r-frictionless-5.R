library(frictionless)

package <- read_package("package/datapackage.json")
table <- read_resource(package, "deaths")
told <- table[table$status == "published", ]
