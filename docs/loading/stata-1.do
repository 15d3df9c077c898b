use "formats/stata/deaths.dta", clear
