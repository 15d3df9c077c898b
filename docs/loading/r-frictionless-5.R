library(frictionless)

package <- read_package("{{ root }}package/datapackage.json")
table <- read_resource(package, "{{ table }}")
told <- table[table$status == "published", ]
