use "{{ root }}formats/stata/{{ table }}.dta", clear
describe
tabulate status
list figure value if value == .a
keep if status == "published"
