use "{{ root }}formats/stata/figures.dta", clear
