"""Shows how long each step of a command takes."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import click


@contextmanager
def step(name: str) -> Iterator[None]:
    """Print how long a step took."""
    start = time.monotonic()
    yield
    click.echo(f"  {time.monotonic() - start:5.1f} s  {name}", err=True)
