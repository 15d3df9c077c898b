"""Writes files, zip archives, checksums and JSON: the same content always gives the same bytes."""

import hashlib
import io
import json
import os
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from scripts.errors import RefusedError


def write(files: Mapping[str, str | bytes], root: Path) -> None:
    """Write files below a folder, by their path in it, and leave alone those that are the same already.

    Raises RefusedError where a path leads out of the folder, before anything is written.
    """
    targets = {_inside(path, root): content.encode() if isinstance(content, str) else content
               for path, content in files.items()}  # fmt: skip
    for target, content in targets.items():
        if not target.is_file() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def zip_bytes(files: Mapping[str, bytes], day: date, compression: int = zipfile.ZIP_STORED) -> bytes:
    """Pack files into an archive that is the same to the byte wherever it is made: sorted, one time, no owner."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression, compresslevel=9) as opened:
        for path, content in sorted(files.items()):
            entry = zipfile.ZipInfo(path, (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system, entry.external_attr, entry.compress_type = 3, 0o100644 << 16, compression
            opened.writestr(entry, content)
    return buffer.getvalue()


def sha256(content: bytes) -> str:
    """Give the SHA-256 of a content in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def checksums(files: Mapping[str, bytes]) -> bytes:
    """List the SHA-256 of each file by its path, as `sha256sum` writes and reads it."""
    return "".join(f"{sha256(content)}  {path}\n" for path, content in sorted(files.items())).encode()


def to_json(content: object, indent: int | None = 0) -> bytes:
    """Write content as JSON in UTF-8 with a line feed at its end."""
    return f"{json.dumps(content, ensure_ascii=False, indent=indent)}\n".encode()


def cached(folder: Path | None, path: str, make: Callable[[], bytes]) -> bytes:
    """Give the content of a file in a cache; where it is not there yet, make it and keep it. No folder, no cache.

    The path must name everything that the content depends on, best by a hash of it: what is kept is never made again.
    """
    if folder is None:
        return make()
    file = folder / path
    if not file.is_file():
        unfinished = f"{path}.{os.getpid()}"
        write({unfinished: make()}, folder)
        os.replace(folder / unfinished, file)
    return file.read_bytes()


def _inside(path: str, root: Path) -> Path:
    """Give the target of a path below a folder, links followed. Raises RefusedError where it lies outside of it."""
    target = root / path
    if not target.resolve().is_relative_to(root.resolve()):
        raise RefusedError(f"{path} – leads out of the folder {root} – correct the name it is made from.")
    return target
