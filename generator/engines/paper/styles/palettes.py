"""Palettes: what a style does to every colour, as one colour filter."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import skia

from generator.engines.paper.colours import rgb
from generator.vocabulary import Style

Matrix = list[float]  # 4 rows of 5: RGBA out of RGBA and a constant, Skia's order, all in 0..1

_LUMA = (0.2126, 0.7152, 0.0722)  # Rec. 709


def graded(
    saturation: float = 1.0, contrast: float = 1.0, lift: float = 0.0, tint: tuple[float, float, float] = (1, 1, 1)
) -> Matrix:
    """`saturation` and `contrast` are 1 for no change; `lift` is added to all, `tint` multiplies red, green, blue."""
    rows: Matrix = []
    for channel in range(3):
        row = [
            contrast * tint[channel] * ((saturation if channel == other else 0) + (1 - saturation) * _LUMA[other])
            for other in range(3)
        ]
        rows += [*row, 0.0, (0.5 - 0.5 * contrast + lift) * tint[channel]]
    return [*rows, 0, 0, 0, 1, 0]


@dataclass(frozen=True, slots=True)
class Palette:
    """A grade, then two `inks`, for black and white, in which lightness is printed by `share` (0 to 1).

    `curve` goes through more colours from black to white, by `curve_share`; it costs half as much again as the rest.
    """

    grade: Matrix
    inks: tuple[str, str] = ("#000000", "#ffffff")
    share: float = 0.0
    curve: tuple[str, ...] = ()
    curve_share: float = 0.0


PALETTES: Mapping[Style, Palette] = {
    "retro": Palette(graded(0.86, 0.94, 0.03, (1.07, 1.0, 0.86))),
    "noir": Palette(graded(0.0, 1.42, -0.05)),
    "pastel": Palette(graded(0.8, 0.72, 0.13, (1.02, 0.98, 1.03)), ("#a98ac0", "#fff4fa"), 0.34),
    "watercolor": Palette(graded(0.92, 0.84, 0.1)),
    "comic": Palette(graded(1.5, 1.26, 0.02)),
    "festive": Palette(graded(1.25, 1.06, 0.02, (1.07, 1.0, 0.92))),
    "security": Palette(graded(0.1, 1.06, 0.03, (0.88, 1.05, 0.93))),
    "golden": Palette(graded(1.1, 1.0, 0.02, (1.14, 1.0, 0.76)), ("#54201c", "#fff0c0"), 0.26),
    "sumi": Palette(graded(0.0, 1.25, 0.1), ("#1a1a1c", "#f6f1e4"), 1.0),
    "anime": Palette(graded(1.75, 1.16, 0.04, (1.0, 1.0, 1.06))),
    "news": Palette(graded(0.92, 1.12, 0.02, (0.96, 1.0, 1.05))),
    "picture_book": Palette(graded(1.05, 0.86, 0.09, (1.04, 1.0, 0.92)), ("#6b4a36", "#fff7e4"), 0.14),
    "ukiyoe": Palette(
        graded(1.05, 1.14, 0.05), ("#1b2f52", "#f2e4bf"), 0.36, ("#16233c", "#3f6788", "#c6b287", "#f2e6c4"), 0.55
    ),
    "ghost": Palette(graded(0.5, 1.2, -0.05), ("#03090e", "#cfeadb"), 0.72),
    "cyberpunk": Palette(
        graded(1.3, 1.3, -0.08), ("#0a0428", "#e8f4ff"), 0.2,
        ("#08031e", "#5a1f9c", "#d84aa8", "#6fe6ff", "#f4ffff"), 0.5
    ),
    "old_film": Palette(graded(0.0, 1.25, 0.02), ("#1a1009", "#fbeed0"), 1.0),
    "sports": Palette(graded(1.35, 1.22, 0.0)),
    "nature": Palette(graded(1.3, 1.16, -0.05, (0.98, 1.04, 0.92)), ("#0c1c18", "#fff4d8"), 0.12),
    "commercial": Palette(graded(1.55, 1.1, 0.08)),
}  # fmt: skip


def palette_filter(palette: Palette) -> skia.ColorFilter:
    """The filter of `palette`."""
    matrix: skia.ColorFilter = skia.ColorFilters.Matrix(_inked(palette))
    return skia.ColorFilters.Compose(_curved(palette), matrix) if palette.curve_share else matrix


def _inked(palette: Palette) -> Matrix:
    """The grade and both inks as one matrix."""
    low, high = (np.array(rgb(ink)) / 255 for ink in palette.inks)
    print_ = np.eye(5)
    print_[:3, :3] *= 1 - palette.share
    print_[:3, :3] += palette.share * np.outer(high - low, _LUMA)
    print_[:3, 4] = palette.share * low
    grade = np.vstack([np.reshape(palette.grade, (4, 5)), [0, 0, 0, 0, 1]])
    return [float(value) for value in (print_ @ grade)[:4].ravel()]


def _curved(palette: Palette) -> skia.ColorFilter:
    """Each channel through the colours of the curve, evenly spread from black to white."""
    plain, places = np.arange(256), np.linspace(0, 255, len(palette.curve))
    tables = []
    for channel in range(3):
        inked = np.interp(plain, places, [rgb(ink)[channel] for ink in palette.curve])
        tables.append((plain + palette.curve_share * (inked - plain)).round().astype(np.uint8).tolist())
    return skia.TableColorFilter.MakeARGB(None, *tables)
