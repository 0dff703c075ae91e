"""Colours of paper, ink and paint, as "#rrggbb" and what can be mixed from them."""

import skia

INK = "#3a2a22"  # warm, never black: sepia ink on paper
PAPER = "#fffdf7"
SKIN = "#f6d3b4"
WHITE = "#ffffff"


def rgb(colour: str) -> tuple[int, int, int]:
    """The three bytes of "#rrggbb"."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(one: str, other: str, share: float) -> str:
    """`one` with `share` (0 to 1) of `other` in it."""
    pairs = zip(rgb(one), rgb(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def darker(colour: str, share: float = 0.28) -> str:
    """Towards a deep warm brown, as paint darkens, rather than towards black."""
    return mixed(colour, "#2b1a1c", share)


def lighter(colour: str, share: float = 0.5) -> str:
    """Towards paper."""
    return mixed(colour, PAPER, share)


def lightness(colour: str) -> float:
    """Relative luma from 0 to 1 (Rec. 709 weights on the encoded values)."""
    red, green, blue = rgb(colour)
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255


def skia_colour(colour: str, opacity: float = 1.0) -> int:
    """`colour` as Skia packs it."""
    return int(skia.Color(*rgb(colour), round(255 * min(1.0, max(0.0, opacity)))))
