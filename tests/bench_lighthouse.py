"""What Lighthouse says of a page of each kind, on a simulated phone with slow 4G."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.browser.pages import languages
from tests.browser.serving import CHROMIUMS, ZippingHandler, served
from tests.conftest import ROOT

LIGHTHOUSE = ROOT / "tests" / "browser" / "npm" / "node_modules" / ".bin" / "lighthouse"
PAGES = ("index.html", "topics/prosecutions.html", "data/absences.html", "method/index.html")
PROMISED = {"performance": 97, "accessibility": 100, "best-practices": 100, "seo": 100}


def lines() -> Iterator[tuple[str, str, str]]:
    """For each page its four scores of 100; for a topic page also when the first chart was painted."""
    site = ROOT / "site"
    promised = " · ".join(map(str, PROMISED.values()))
    with served(site, ZippingHandler) as address:
        for path in PAGES:
            page = f"{languages(site)[0]}/{path}"
            report = judged(f"{address}/{page}")
            scores = [round(report["categories"][name]["score"] * 100) for name in PROMISED]
            yield f"Lighthouse, phone, {page}", " · ".join(map(str, scores)), promised
            if path.startswith("topics/"):
                # The charts are in the page itself, so the first paint shows the first of them.
                painted = report["audits"]["first-contentful-paint"]["numericValue"] / 1000
                yield "first chart painted, simulated slow 4G", f"{painted:.2f} s", "1 s"
                shift = report["audits"]["cumulative-layout-shift"]["numericValue"]
                yield "layout shift", f"{shift:.3f}", "0"


def judged(address: str) -> dict[str, dict[str, dict[str, float]]]:
    """Lighthouse's report on one page."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = ["node", str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--output-path={report}"]
        command += [
            f"--only-categories={','.join(PROMISED)}",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        ]
        chromium = next(filter(None, map(shutil.which, CHROMIUMS)))
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "CHROME_PATH": chromium})
        content: dict[str, dict[str, dict[str, float]]] = json.loads(report.read_text("utf-8"))
        return content


if __name__ == "__main__":
    for line in lines():
        print(*line, sep="   ")
