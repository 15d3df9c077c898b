"""Values and nodes of a graph in JSON-LD, and the graph as files: JSON-LD and Turtle.

Every node has a name and none is blank, so that the same graph gives the same bytes. A name is an address in the Turtle
file, also in the JSON-LD file.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rdflib import Graph

from scripts.files import cached, sha256, to_json

TURTLE, JSON_LD = "metadata/catalogue.ttl", "metadata/catalogue.jsonld"
# Replaces the address of the site, which may be unknown, while the graph is made; RFC 2606 reserves the domain.
_SITE = "https://unknown.invalid/"

Node = dict[str, Any]


def node_name(part: str) -> str:
    """Name a node of the graph."""
    return f"{_SITE}{TURTLE}#{part}"


def on_site(path: str) -> Node:
    """Link to a file of the site by its path."""
    return link(f"{_SITE}{path}")


def link(address: str) -> Node:
    """Link to an address."""
    return {"@id": address}


def links(addresses: Iterable[str]) -> list[Node]:
    """Link to addresses."""
    return [link(address) for address in addresses]


def node_links(parts: Iterable[str]) -> list[Node]:
    """Link to nodes of the graph."""
    return [link(node_name(part)) for part in parts]


def english(text: str) -> Node:
    """Give a text in English."""
    return {"@value": text, "@language": "en"}


def typed(text: str, datatype: str) -> Node:
    """Give a value of a datatype of XML Schema."""
    return {"@value": text, "@type": f"xsd:{datatype}"}


def day(value: date) -> Node:
    """Give a day."""
    return typed(value.isoformat(), "date")


def graph_files(nodes: Sequence[Node], prefixes: Mapping[str, str], root: str, cache: Path | None) -> dict[str, bytes]:
    """Write a graph as JSON-LD and as Turtle, by path on the site.

    root: the address of the site, relative to `metadata/` where it is not known. cache: the folder that keeps the
    Turtle until the graph or rdflib changes.
    """
    described = to_json({"@context": prefixes, "@graph": nodes})
    key = sha256(to_json([described.decode(), version("rdflib")]))
    turtle = cached(cache, f"turtle/{key}.ttl", lambda: _turtle(described))
    return {
        path: content.replace(_SITE.encode(), root.encode())
        for path, content in ((JSON_LD, described), (TURTLE, turtle))
    }


def _turtle(described: bytes) -> bytes:
    graph = Graph().parse(data=described.decode(), format="json-ld", publicID=f"{_SITE}metadata/")
    return graph.serialize(format="turtle", encoding="utf-8")
