"""The colours of the site on a light ground, for pictures that stand outside of its pages."""

LIGHT = {
    "ground": "#fbfaf7", "ink": "#1f242d", "muted": "#5b6472", "rule": "#d9d6cd",
    "killed": "#4a4f5c", "missing": "#a65913", "absent": "#1f6f8b", "absent-2": "#2f2a66", "absent-3": "#3f5c20",
    "relabelled": "#a52a45", "other": "#80694f",
}  # fmt: skip
