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

Report = dict[str, dict[str, dict[str, float]]]

LIGHTHOUSE = ROOT / "tests" / "browser" / "npm" / "node_modules" / ".bin" / "lighthouse"
PAGES = ("index.html", "topics/prosecutions.html", "data/absences.html", "method/index.html")
RUNS = 3
PROMISED = {"performance": 97, "accessibility": 100, "best-practices": 100, "seo": 100}


def lines() -> Iterator[tuple[str, str, str]]:
    """For each page its four scores of 100; for a topic page also when the first chart was painted."""
    site = ROOT / "site"
    promised = " · ".join(map(str, PROMISED.values()))
    with served(site, ZippingHandler) as address:
        for path in PAGES:
            page = f"{languages(site)[0]}/{path}"
            report = middle([judged(f"{address}/{page}") for _ in range(RUNS)])
            scores = [round(report["categories"][name]["score"] * 100) for name in PROMISED]
            yield f"Lighthouse, phone, {page}", " · ".join(map(str, scores)), promised
            if path.startswith("topics/"):
                # The charts are in the page itself, so the first paint shows the first of them.
                painted = report["audits"]["first-contentful-paint"]["numericValue"] / 1000
                yield "first chart painted, simulated slow 4G", f"{painted:.2f} s", "1 s"
                shift = report["audits"]["cumulative-layout-shift"]["numericValue"]
                yield "layout shift", f"{shift:.3f}", "0"


def middle(reports: list[Report]) -> Report:
    """The report whose performance is neither the best nor the worst; a busy machine makes single ones worse."""
    return sorted(reports, key=lambda report: report["categories"]["performance"]["score"])[len(reports) // 2]


def judged(address: str) -> Report:
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
        content: Report = json.loads(report.read_text("utf-8"))
        return content


if __name__ == "__main__":
    for line in lines():
        print(*line, sep="   ")
