"""Checks whether the pages of sources still answer, with few requests at once and pauses between those to one host.

A request asks for the head of a page (HEAD) and, where that is refused, for the page itself (GET), of which nothing is
read. Addresses come from the public register of sources, so the requests reveal only that somebody maintains it.
RFC 9110 defines the status codes.
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

_USER_AGENT = "Mozilla/5.0 (compatible; unaccounted-links; looks whether cited pages are still there)"
_GONE = frozenset({404, 410})


class LinkStatus(StrEnum):
    """The answer of an address: the page is found or gone; it refuses programs or has a fault; or nobody answers."""

    FOUND = "found"
    GONE = "gone"
    REFUSED = "refused"
    SILENT = "silent"


@dataclass(frozen=True)
class RequestPolicy:
    """Limits of requests: seconds to wait for an answer, seconds between requests to one host, hosts asked at once."""

    patience: float = 20
    pause: float = 2
    hosts: int = 4


def check_links(addresses: Iterable[str], policy: RequestPolicy) -> dict[str, LinkStatus]:
    """Request each address, and give its status."""
    by_host: dict[str, list[str]] = {}
    for address in dict.fromkeys(addresses):
        by_host.setdefault(urlsplit(address).netloc, []).append(address)
    with ThreadPoolExecutor(policy.hosts) as pool:
        by_address = pool.map(lambda group: _request_host(group, policy), by_host.values())
    return {address: status for statuses in by_address for address, status in statuses.items()}


def _request_host(addresses: Iterable[str], policy: RequestPolicy) -> Mapping[str, LinkStatus]:
    statuses: dict[str, LinkStatus] = {}
    for address in addresses:
        if statuses:
            time.sleep(policy.pause)
        statuses[address] = _request_twice(address, policy)
    return statuses


def _request_twice(address: str, policy: RequestPolicy) -> LinkStatus:
    """Repeat a failed request once as GET: a server may refuse HEAD, and a connection may break."""
    first = _request_once(address, "HEAD", policy)
    if first is LinkStatus.FOUND:
        return first
    time.sleep(policy.pause)
    return _request_once(address, "GET", policy)


def _request_once(address: str, method: str, policy: RequestPolicy) -> LinkStatus:
    """Send one request. It follows redirects to http and https only, ignores proxy settings, and keeps no cookie."""
    opener = OpenerDirector()
    for handler in (HTTPHandler, HTTPSHandler, HTTPRedirectHandler, HTTPErrorProcessor, HTTPDefaultErrorHandler):
        opener.add_handler(handler())
    escaped = quote(address, safe=":/?#[]@!$&'()*+,;=%~")
    try:
        with opener.open(Request(escaped, method=method, headers={"User-Agent": _USER_AGENT}), timeout=policy.patience):
            return LinkStatus.FOUND
    except HTTPError as error:
        return LinkStatus.GONE if error.code in _GONE else LinkStatus.REFUSED
    except (OSError, HTTPException, ValueError):
        return LinkStatus.SILENT
