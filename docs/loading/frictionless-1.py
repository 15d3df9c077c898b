from frictionless import Package

table = Package("{{ root }}package/datapackage.json").get_resource("{{ table }}").read_rows()
