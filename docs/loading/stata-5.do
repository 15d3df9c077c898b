use "formats/stata/deaths.dta", clear
describe
tabulate status
list figure value if value == .a
keep if status == "published"
