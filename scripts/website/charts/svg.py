"""Turns Vega's SVG into one that a page can hold: named and described, without loose ids, with its caption inside."""

import re
from dataclasses import dataclass
from html import escape

from scripts.website.charts.caption import caption_svg

_ROOT = re.compile(r'<svg[^>]*\bheight="([\d.]+)"[^>]*>')
_LABELLED = re.compile(r' (?:aria-[a-z]+|role)="[^"]*"')
_DRAWN = re.compile(r'\b(?:d|transform|[xy][12]?|width|height)="[^"]*"')
_LONG = re.compile(r"\d+\.\d{2,}")
_IDS = re.compile(r'(?<=\bid=")|(?<=url\(#)|(?<=href="#)')


@dataclass(frozen=True)
class Caption:
    """The words of a picture of a width: title and description for those who do not see it, and what stands below it.

    `marks` say what its marks are, each with its sign; `credit` are the lines under them.
    """

    width: float
    title: str
    description: str
    marks: tuple[str, ...]
    credit: tuple[str, ...]


def page_svg(svg: str, prefix: str, caption: Caption) -> str:
    """The picture with role, name, description and footer; `prefix` keeps its ids apart from those of others."""
    root = _ROOT.search(svg)
    if not root:
        raise ValueError("The drawing is not an SVG – nothing can be shown – look at the chart's specification.")
    # The program that made it measured words in its own font; the picture is as wide as what it was drawn for.
    width, height = caption.width, float(root[1])
    body = svg[root.end() : svg.rindex("</svg>")]
    body = _IDS.sub(f"{prefix}-", _LABELLED.sub("", body))
    body = re.sub(r' font-family="[^"]*"| class="[^"]*"| pointer-events="[^"]*"', "", body)
    # A tenth of a pixel is more than a screen shows; more digits would make a page a tenth heavier.
    body = _DRAWN.sub(lambda drawn: _LONG.sub(lambda number: f"{round(float(number[0]), 1):g}", drawn[0]), body)
    footer, below = caption_svg(caption.marks, caption.credit, width - 2, height)
    total = height + below
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="picture" role="img" viewBox="0 0 {width:g} {total:g}" '
        f'width="{width:g}" height="{total:g}" aria-labelledby="{prefix}-title {prefix}-text">'
        f'<title id="{prefix}-title">{escape(caption.title, quote=False)}</title>'
        f'<desc id="{prefix}-text">{escape(caption.description, quote=False)}</desc>'
        f"{body}{footer}</svg>"
    )


def standalone_svg(svg: str, colours: dict[str, str]) -> str:
    """The picture as a file of its own: with its colours and its font inside."""
    variables = "".join(f"--{name}:{value};" for name, value in colours.items())
    style = f"<style>svg{{{variables}background:{colours['ground']};font-family:sans-serif}}</style>"
    return svg.replace("<title", f"{style}<title", 1)
