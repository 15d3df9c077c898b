"""A site as MkDocs leaves it, invented: pages with their assets, and what the build wrote beside it."""

from collections.abc import Mapping
from pathlib import Path

PAGE = (
    '<html><head><meta charset="utf-8"><link href="{root}assets/site.css"><script>1</script></head>'
    '<body><article>{body}</article><script id="__config">{{"base": "{base}"}}</script></body></html>'
)


WORDS = ':lang(en) .told td:nth-child(4){--is:"Invented: "}'


def built(folder: Path, bodies: Mapping[str, str]) -> tuple[Path, Path]:
    """The folders of the site and of the build; `bodies` maps an address (`en/topics/invented.html`) to its body."""
    site, build = folder / "site", folder / "build"
    for language in sorted({address.split("/")[0] for address in bodies}):
        (site / language / "assets").mkdir(parents=True)
        (site / language / "assets" / "site.css").write_text("")
        (build / "slots" / language).mkdir(parents=True)
    (build / "files").mkdir()
    (build / "words.css").write_text(WORDS)
    for address, body in bodies.items():
        root = "../" * (address.count("/") - 1)
        (site / address).parent.mkdir(parents=True, exist_ok=True)
        (site / address).write_text(PAGE.format(root=root, base=root.rstrip("/") or ".", body=body))
    return site, build
