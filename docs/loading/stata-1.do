use "{{ root }}formats/stata/{{ table }}.dta", clear
