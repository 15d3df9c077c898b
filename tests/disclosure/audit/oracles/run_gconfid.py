"""Run by the oracles' Python: audit the table of a JSON file with G-Confid and print which cells it gives away."""

import json
import sys
import time
from pathlib import Path

import gconfid
import pandas

table = json.loads(Path(sys.argv[1]).read_text())
start = time.perf_counter()
# The widest bounds that it takes: an attacker who knows each withheld number to between nothing and ten times itself.
audit = gconfid.Auditing(
    incell=pandas.DataFrame(table["cells"], columns=["CellId", "TotalNoise", "Sensitivity", "OutStatus"]),
    inconstraint=pandas.DataFrame(table["constraints"], columns=["ConstraintId", "CellId", "Coefficient"]),
    outaudit="pandas",
    lb_factor=0.0,
    ub_factor=10.0,
)
seconds = time.perf_counter() - start
found = audit.outaudit
exact = found.loc[found["ProblemIndicator"] == 2.0, "CellId"]
print(json.dumps({"seconds": seconds, "exact": [int(cell) for cell in exact]}))
