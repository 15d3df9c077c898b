from frictionless import Package

package = Package("{{ root }}package/datapackage.json")
report = package.validate()
assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])
table = package.get_resource("{{ table }}").read_rows()
told = [row for row in table if row["status"] == "published"]
