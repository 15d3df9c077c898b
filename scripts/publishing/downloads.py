"""The library that makes a chart answer to touch, and its licences: kept in `vendor/vega`, served as they are."""

from pathlib import Path

_VENDORED = Path(__file__).parents[2] / "vendor" / "vega"


def library() -> dict[str, bytes]:
    """The files by their place on the site."""
    return {
        "assets/vega.js": (_VENDORED / "vega.js").read_bytes(),
        "assets/vega-licences.txt": (_VENDORED / "LICENSES.txt").read_bytes(),
    }
