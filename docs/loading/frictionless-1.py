from frictionless import Package

table = Package("package/datapackage.json").get_resource("deaths").read_rows()
