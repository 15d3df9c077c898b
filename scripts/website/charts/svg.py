"""Turns Vega's SVG into one that a page can hold: named, described, with ids of its own and its caption inside.

An SVG is read once, changed as a tree, and written once. Its elements have no namespace prefix, as HTML requires.
"""

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from html import escape
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from scripts.website.charts.caption import caption_elements

NAMESPACE = "http://www.w3.org/2000/svg"
_DROPPED = {"role", "font-family", "class", "pointer-events"}
_GEOMETRY = {"d", "transform", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "stroke-width"}
_LONG_NUMBER = re.compile(r"\d+\.\d{2,}")


@dataclass(frozen=True)
class Caption:
    """The texts of a picture, and its width in pixels.

    title, description: for those who do not see it. marks: its legend, each entry with its symbol. credit: the lines
    below the legend.
    """

    width: float
    title: str
    description: str
    marks: tuple[str, ...]
    credit: tuple[str, ...]


def read_svg(svg: str) -> Element:
    """Read an SVG without the prefixes of its namespace. Raises ValueError where it is not an SVG with a height."""
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError:
        root = Element("none")
    if root.tag != f"{{{NAMESPACE}}}svg" or "height" not in root.attrib:
        raise ValueError("The drawing is not an SVG – nothing can be shown – look at the chart's specification.")
    for element in root.iter():
        element.tag = element.tag.removeprefix(f"{{{NAMESPACE}}}")
    root.attrib = {"xmlns": NAMESPACE, **root.attrib}
    return root


def page_svg(svg: str, prefix: str, caption: Caption) -> str:
    """Make Vega's SVG one that a page can hold. Raises ValueError where it is not an SVG."""
    return svg_text(page_picture(svg, prefix, caption))


def page_picture(svg: str, prefix: str, caption: Caption) -> Element:
    """Make Vega's SVG a picture with role, name, description and caption.

    The prefix distinguishes its ids from those of other pictures in the page. Raises ValueError where it is not an SVG.
    """
    source = read_svg(svg)
    # Vega measures text in a font of its own; the picture is as wide as the canvas that it was drawn for.
    width, height = caption.width, float(source.attrib["height"])
    below, below_height = caption_elements(caption.marks, caption.credit, width - 2, height)
    total = height + below_height
    attributes = {
        "xmlns": NAMESPACE,
        "class": "picture",
        "role": "img",
        "viewBox": f"0 0 {width:g} {total:g}",
        "width": f"{width:g}",
        "height": f"{total:g}",
        "aria-labelledby": f"{prefix}-title {prefix}-text",
    }
    picture = Element("svg", attributes)
    for name, key, text in (("title", "title", caption.title), ("desc", "text", caption.description)):
        ElementTree.SubElement(picture, name, {"id": f"{prefix}-{key}"}).text = text
    for element in source.iter():
        element.attrib = _page_attributes(element, prefix)
    picture.extend([*source, *below])
    return picture


def standalone_svg(picture: Element, colours: Mapping[str, str]) -> str:
    """Write a picture as a file of its own: with its colours, its ground and its font inside."""
    variables = "".join(f"--{name}:{value};" for name, value in colours.items())
    style = Element("style")
    style.text = f"svg{{{variables}background:{colours['ground']};font-family:sans-serif}}"
    alone = deepcopy(picture)
    alone.insert(0, style)
    return svg_text(alone)


def resolve_css_variables(picture: Element, colours: Mapping[str, str]) -> str:
    """Write a picture on the page's ground, with colours instead of the page's variables, for programs without CSS."""
    values = {f"var(--{name})": colour for name, colour in colours.items()}
    resolved = deepcopy(picture)
    for element in resolved.iter():
        element.attrib = {name: values.get(value, value) for name, value in element.attrib.items()}
    resolved.attrib = {"font-family": "sans-serif", **resolved.attrib}
    resolved.insert(0, Element("rect", {"width": "100%", "height": "100%", "fill": colours["ground"]}))
    return svg_text(resolved)


def svg_text(element: Element) -> str:
    """Write an element as text that is both XML and HTML."""
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in element.attrib.items())
    content = _escaped(element.text) + "".join(svg_text(child) + _escaped(child.tail) for child in element)
    return f"<{element.tag}{attributes}>{content}</{element.tag}>" if content else f"<{element.tag}{attributes}/>"


def _page_attributes(element: Element, prefix: str) -> dict[str, str]:
    kept = (name for name in element.attrib if name not in _DROPPED and not name.startswith("aria-"))
    return {name: _page_value(name, element.attrib[name], prefix) for name in kept}


def _page_value(name: str, value: str, prefix: str) -> str:
    if name == "id":
        return f"{prefix}-{value}"
    if name in ("href", "{http://www.w3.org/1999/xlink}href") and value.startswith("#"):
        return f"#{prefix}-{value[1:]}"
    if name in _GEOMETRY:
        # A tenth of a pixel is more than a screen shows; more digits would make a page a tenth heavier.
        return _LONG_NUMBER.sub(lambda number: f"{round(float(number[0]), 1):g}", value)
    return value.replace("url(#", f"url(#{prefix}-")


def _escaped(text: str | None) -> str:
    return escape(text or "", quote=False)
