"""A server for a built site and a browser to visit it with."""

import functools
import gzip
import http.server
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

# The same program without its window takes less than half the time; all others open one that nobody sees.
WINDOWLESS = "chromium-headless-shell"
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
TEXTS = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
}
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class RangingHandler(QuietHandler):
    """Sends a part of a file where a program asks for one (RFC 9110, section 14), as hosts of static sites do."""

    def do_GET(self) -> None:
        """Send a file, or the part of it between two bytes."""
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        file = Path(self.translate_path(self.path))
        if not asked or not file.is_file():
            return super().do_GET()
        body, start = file.read_bytes(), int(asked[1])
        part = body[start : int(asked[2]) + 1 if asked[2] else None]
        self.send_response(206)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Range", f"bytes {start}-{start + len(part) - 1}/{len(body)}")
        self.send_header("Content-Length", str(len(part)))
        self.end_headers()
        self.wfile.write(part)
        return None


class ZippingHandler(QuietHandler):
    """Sends texts gzipped and lets them be kept, as hosts of static sites do."""

    def do_GET(self) -> None:
        """Send a file."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if file.suffix not in TEXTS or not file.is_file():
            return super().do_GET()
        body = gzip.compress(file.read_bytes(), 9)
        self.send_response(200)
        self.send_header("Content-Type", f"{TEXTS[file.suffix]}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)
        return None


@contextmanager
def served(site: Path, handler: type[QuietHandler] = QuietHandler) -> Iterator[str]:
    """The address at which a folder is served to this machine alone."""
    handler_here = functools.partial(handler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler_here)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def chromium(playwright: Playwright) -> Browser:
    """An installed Chromium, else Playwright's own; a missing one is a failure."""
    installed = next(filter(None, map(shutil.which, (WINDOWLESS, *CHROMIUMS))), None)
    return playwright.chromium.launch(executable_path=installed, args=ARGUMENTS)


def settled(page: Page, address: str) -> Page:
    """A page that was loaded whole and then fell silent.

    Silence alone is not enough: on a busy machine half a second may pass between the page and what it asks for.
    """
    page.goto(address, wait_until="load")
    page.wait_for_load_state("networkidle")
    return page


def until(page: Page, told: str, argument: object = None) -> None:
    """Wait at most eight seconds until an expression holds in a page.

    It is asked again and again from outside, because the site's policy forbids the page to evaluate a text itself;
    Playwright's own waiting does that, and fails wherever the expression does not hold at once.
    """
    for _ in range(160):
        if page.evaluate(told, argument):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"It never held: {told}")
