"""Which sources stopped answering, asked of a server of this test's own; nothing else is asked."""

import shutil
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from scripts.link_check import LinkStatus, RequestPolicy, check_links
from tests.repository import Repository

HASTY = RequestPolicy(patience=0.5, pause=0)


@dataclass
class Web:
    """A server and what it was asked, in order."""

    root: str
    asked: list[tuple[str, str]] = field(default_factory=list)


@pytest.fixture
def web() -> Iterator[Web]:
    """A server that knows a few pages, refuses HEAD on one, redirects from one and never answers on one."""
    over = threading.Event()

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append((self.command, self.path))
            if self.path == "/slow":
                over.wait(5)
            codes = {
                "/page": 200,
                "/head": 405 if self.command == "HEAD" else 200,
                "/moved": 302,
                "/bot": 403,
                "/gone": 410,
            }
            codes |= {"/outside": 302, "/%D1%82": 200, "/fault": 503}
            self.send_response(codes.get(self.path, 404))
            if self.path in ("/moved", "/outside"):
                self.send_header("Location", "/page" if self.path == "/moved" else "file:///etc/hostname")
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_HEAD = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    found = Web(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield found
    over.set()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("page", "answer"),
    [
        ("/page", LinkStatus.FOUND),
        ("/head", LinkStatus.FOUND),
        ("/moved", LinkStatus.FOUND),
        ("/т", LinkStatus.FOUND),
        ("/bot", LinkStatus.REFUSED),
        ("/fault", LinkStatus.REFUSED),
        ("/outside", LinkStatus.REFUSED),
        ("/gone", LinkStatus.GONE),
        ("/nowhere", LinkStatus.GONE),
        ("/slow", LinkStatus.SILENT),
    ],
)
def test_each_answer_has_its_name(page: str, answer: LinkStatus, web: Web) -> None:
    assert check_links([web.root + page], HASTY) == {web.root + page: answer}


def test_an_address_where_nobody_listens_is_silent() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
        assert check_links([address], HASTY) == {address: LinkStatus.SILENT}


def test_an_address_is_asked_once_and_its_page_only_where_its_head_is_refused(web: Web) -> None:
    check_links([f"{web.root}/page", f"{web.root}/gone", f"{web.root}/page"], HASTY)
    assert web.asked == [("HEAD", "/page"), ("HEAD", "/gone"), ("GET", "/gone")]


@pytest.fixture
def repository(editable: Path, web: Web) -> Repository:
    """The invented package, whose sources lie on the server: one answers and has no copy, one is gone and has one."""
    package = Path(shutil.copytree(editable, editable.parent / "repository" / "datapackage"))
    repository = Repository(package.parent)
    repository.change("sources.csv", "https://example.org/page,", f"{web.root}/page,")
    repository.change("sources.csv", "https://example.org/letter,", f"{web.root}/gone,")
    return repository


def test_the_command_names_sources_and_blocks_nothing(repository: Repository, web: Web) -> None:
    done = repository.run("links", "--patience", "0.5", "--pause", "0")
    assert (done.returncode, done.stdout.splitlines()) == (
        0,
        [
            "No longer there: look for an archived copy, and write its address into `archived` (1)",
            f"  invented-letter, row 3: {web.root}/gone (2 figures, archived)",
            "",
            "Without an archived copy: ask a public archive to keep one (1)",
            f"  invented-page, row 2: {web.root}/page (7 figures)",
            "",
        ],
    )


def test_in_markdown_it_says_nothing_where_there_is_nothing_to_do(repository: Repository, web: Web) -> None:
    output = repository.run("links", "--format", "markdown", "--pause", "0").stdout
    assert "## Without an archived copy: ask a public archive to keep one (1)\n\n- invented-page" in output
    repository.change("sources.csv", ",,not-looked-for,", f",{web.root}/page?copy,,")
    repository.change("sources.csv", f"{web.root}/gone", f"{web.root}/head")
    assert repository.run("links", "--format", "markdown", "--pause", "0").stdout == ""
    assert "Every source answers" in repository.run("links", "--pause", "0").stdout


def test_a_package_that_cannot_be_read_is_said(repository: Repository) -> None:
    (repository.package / "sources.csv").unlink()
    done = repository.run("links")
    assert (done.returncode, "file-missing" in done.stderr) == (1, True)
