"""Asks the addresses of sources whether they still answer: few at once, one of a host after the other, and briefly.

It asks for the head of a page and, where that is refused, for the page itself, of which it reads nothing. Addresses are
those of the register of sources, so that the web learns no more than that somebody looks after it. RFC 9110 has the
meaning of the answers.
"""

import time
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    Request,
)

_AGENT = "Mozilla/5.0 (compatible; unaccounted-links; looks whether cited pages are still there)"
_GONE = frozenset({404, 410})


class LinkStatus(StrEnum):
    """What became of a page: it answers, is gone, refuses programs or has a fault, or nobody answers at its address."""

    FOUND = "found"
    GONE = "gone"
    REFUSED = "refused"
    SILENT = "silent"


@dataclass(frozen=True)
class RequestPolicy:
    """How to ask: seconds to wait for an answer, seconds between two questions to one host, how many hosts at once."""

    patience: float = 20
    pause: float = 2
    hosts: int = 4


def check_links(addresses: Iterable[str], manner: RequestPolicy) -> dict[str, LinkStatus]:
    """What each address answers."""
    by_host: dict[str, list[str]] = {}
    for address in dict.fromkeys(addresses):
        by_host.setdefault(urlsplit(address).netloc, []).append(address)
    with ThreadPoolExecutor(manner.hosts) as pool:
        found = pool.map(lambda several: _ask_host(several, manner), by_host.values())
    return {address: answer for answers in found for address, answer in answers.items()}


def _ask_host(addresses: Iterable[str], manner: RequestPolicy) -> Mapping[str, LinkStatus]:
    answers: dict[str, LinkStatus] = {}
    for address in addresses:
        if answers:
            time.sleep(manner.pause)
        answers[address] = _ask_twice(address, manner)
    return answers


def _ask_twice(address: str, manner: RequestPolicy) -> LinkStatus:
    """A server may refuse to tell the head of a page alone, and a line may break once."""
    first = _ask_once(address, "HEAD", manner)
    if first is LinkStatus.FOUND:
        return first
    time.sleep(manner.pause)
    return _ask_once(address, "GET", manner)


def _ask_once(address: str, method: str, manner: RequestPolicy) -> LinkStatus:
    """One question. It follows redirects to the web alone, reads no setting of a proxy, and keeps no cookie."""
    opener = OpenerDirector()
    for handler in (HTTPHandler, HTTPSHandler, HTTPRedirectHandler, HTTPErrorProcessor, HTTPDefaultErrorHandler):
        opener.add_handler(handler())
    plain = quote(address, safe=":/?#[]@!$&'()*+,;=%~")
    try:
        with opener.open(Request(plain, method=method, headers={"User-Agent": _AGENT}), timeout=manner.patience):
            return LinkStatus.FOUND
    except HTTPError as error:
        return LinkStatus.GONE if error.code in _GONE else LinkStatus.REFUSED
    except (OSError, HTTPException, ValueError):
        return LinkStatus.SILENT
