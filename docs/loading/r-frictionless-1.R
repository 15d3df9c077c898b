table <- frictionless::read_resource(frictionless::read_package("{{ root }}package/datapackage.json"), "{{ table }}")
