table <- frictionless::read_resource(frictionless::read_package("package/datapackage.json"), "deaths")
