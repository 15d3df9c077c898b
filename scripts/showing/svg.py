"""Turns Vega's SVG into one that a page can hold: named and described, without loose ids, with its caption inside."""

import re
from dataclasses import dataclass
from html import escape

_ROOT = re.compile(r'<svg[^>]*\bwidth="([\d.]+)"[^>]*\bheight="([\d.]+)"[^>]*>')
_LABELLED = re.compile(r' (?:aria-[a-z]+|role)="[^"]*"')
_IDS = re.compile(r'(?<=\bid=")|(?<=url\(#)|(?<=href="#)')
_LINE = 15


@dataclass(frozen=True)
class Caption:
    """The words of a picture: title and description for those who do not see it, and the lines below it."""

    title: str
    description: str
    footer: tuple[str, ...]


def finished(svg: str, prefix: str, caption: Caption) -> str:
    """The picture with role, name, description and footer; `prefix` keeps its ids apart from those of others."""
    root = _ROOT.search(svg)
    if not root:
        raise ValueError("The drawing is not an SVG – nothing can be shown – look at the chart's specification.")
    width, height = float(root[1]), float(root[2])
    body = svg[root.end() : svg.rindex("</svg>")]
    body = _IDS.sub(f"{prefix}-", _LABELLED.sub("", body))
    body = re.sub(r' font-family="[^"]*"| class="[^"]*"| pointer-events="[^"]*"', "", body)
    total = height + _LINE * len(caption.footer) + 11
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="picture" role="img" viewBox="0 0 {width:g} {total:g}" '
        f'width="{width:g}" height="{total:g}" aria-labelledby="{prefix}-title {prefix}-text">'
        f'<title id="{prefix}-title">{escape(caption.title, quote=False)}</title>'
        f'<desc id="{prefix}-text">{escape(caption.description, quote=False)}</desc>'
        f"{body}{_footer(caption.footer, height)}</svg>"
    )


def standalone(svg: str, colours: dict[str, str]) -> str:
    """The picture as a file of its own: with its colours and its font inside."""
    variables = "".join(f"--{name}:{value};" for name, value in colours.items())
    style = f"<style>svg{{{variables}background:{colours['ground']};font-family:sans-serif}}</style>"
    return svg.replace("<title", f"{style}<title", 1)


def _footer(lines: tuple[str, ...], height: float) -> str:
    style = 'font-size="11.5" fill="var(--muted)"'
    texts = (
        f'<text x="2" y="{height + _LINE * place + 15:g}" {style}>{escape(line, quote=False)}</text>'
        for place, line in enumerate(lines)
    )
    return "".join(texts)
