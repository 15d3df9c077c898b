"""Draws all charts of a site: each once, in parallel processes, and kept in a cache by its content.

The key of a drawing is a digest of its model, of the code in this folder and of the libraries that draw. Another
process imports this module, therefore it imports neither the checks nor the release.
"""

import base64
import json
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path

from scripts.files import sha256, write
from scripts.website.charts.model import ChartModel
from scripts.website.charts.render import Drawing, draw

_LIBRARIES = ("altair", "vl-convert-python", "pillow")
_TEXTS = ("wide", "narrow", "file", "interactive")
# A process needs about as long to start as it needs to draw this many charts.
_FEW = 6


def draw_all(models: Sequence[ChartModel], cache: Path | None, processes: int) -> tuple[Drawing, ...]:
    """Draw charts in the order of their models, those alone that the cache lacks; None means no cache.

    The cache keeps these drawings and no others, so that nothing withdrawn remains in it.
    """
    code = _code_digest()
    keys = [sha256(f"{code}{model!r}".encode()) for model in models]
    by_key = dict(zip(keys, models, strict=True))
    drawings = _read(by_key, cache) if cache else {}
    missing = {key: model for key, model in by_key.items() if key not in drawings}
    drawn = dict(zip(missing, _draw(list(missing.values()), processes), strict=True))
    if cache:
        write({_name(key): _to_json(drawing) for key, drawing in drawn.items()}, cache)
        _sweep(by_key, cache)
    return tuple({**drawings, **drawn}[key] for key in keys)


def _draw(models: Sequence[ChartModel], processes: int) -> Iterable[Drawing]:
    workers = min(processes, len(models))
    if workers < 2 or len(models) <= _FEW:
        return [draw(model) for model in models]
    # A fork would copy the locks of V8, which this process may have started already.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        return list(pool.map(draw, models))


def _code_digest() -> str:
    """A digest of whatever changes a drawing but is not in its model."""
    sources = [file.read_text("utf-8") for file in sorted(Path(__file__).parent.glob("*.py"))]
    return sha256("\0".join((*map(version, _LIBRARIES), *sources)).encode())


def _name(key: str) -> str:
    return f"{key}.json"


def _read(models: Mapping[str, ChartModel], cache: Path) -> dict[str, Drawing]:
    files = {key: cache / _name(key) for key in models}
    texts = {key: file.read_text("utf-8") for key, file in files.items() if file.is_file()}
    found = {key: _from_json(text, models[key]) for key, text in texts.items()}
    return {key: drawing for key, drawing in found.items() if drawing}


def _to_json(drawing: Drawing) -> str:
    image = base64.b64encode(drawing.image).decode()
    return json.dumps({**{name: getattr(drawing, name) for name in _TEXTS}, "image": image}, ensure_ascii=False)


def _from_json(text: str, model: ChartModel) -> Drawing | None:
    """A kept drawing; None where its file was not written to the end."""
    try:
        content = json.loads(text)
    except json.JSONDecodeError:
        return None
    image = base64.b64decode(content.pop("image"))
    return Drawing(model.chart, model.title, model.credit_text, image=image, **content)


def _sweep(kept: Iterable[str], cache: Path) -> None:
    names = {_name(key) for key in kept}
    for file in cache.glob("*.json"):
        if file.name not in names:
            file.unlink()
