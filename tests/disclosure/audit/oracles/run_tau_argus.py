"""Run by the oracles' Python: audit the table of a JJ file with τ-ARGUS and print its ranges as JSON."""

import json
import sys
import time

from pytauargus._tauargus import audit_jj

start = time.perf_counter()
rows = audit_jj(sys.argv[1])
seconds = time.perf_counter() - start
print(json.dumps({"seconds": seconds, "ranges": [[row["cell"], row["min"], row["max"]] for row in rows]}))
