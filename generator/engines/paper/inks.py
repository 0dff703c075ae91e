"""Pens and scissors by style: the colour and weight of the ink, the width of the white edge."""

from dataclasses import dataclass

from generator.engines.paper.colours import INK
from generator.vocabulary import Style


@dataclass(frozen=True, slots=True)
class Pen:
    """`ink` is its colour, `boldness` what it adds to strokes (in sheet pixels), `edge` the paper left around a figure
    in adult heights."""

    ink: str = INK
    boldness: float = 0.0
    edge: float = 0.02


PENS: dict[Style, Pen] = {
    "comic": Pen("#1f1a1c", 4.0, 0.024),
    "anime": Pen("#33272f", 0.0, 0.014),
    "sumi": Pen("#1c1b1c", 3.0, 0.012),
    "noir": Pen("#17171a", 2.0, 0.016),
    "watercolor": Pen("#6a5348", 0.0, 0.01),
    "pastel": Pen("#7a5f6a", 0.0, 0.022),
    "retro": Pen("#43301f", 1.5, 0.02),
    "festive": Pen("#4a2320", 0.0, 0.024),
    "picture_book": Pen("#5a4230", 0.0, 0.006),
    "ukiyoe": Pen("#14161f", 1.0, 0.004),
    "ghost": Pen("#0c0f12", 1.0, 0.012),
    "cyberpunk": Pen("#12062a", 1.0, 0.012),
    "old_film": Pen("#1c1410", 2.0, 0.016),
    "sports": Pen("#182030", 1.0, 0.018),
    "nature": Pen("#2a261c", 0.0, 0.01),
    "commercial": Pen("#3a1a28", 0.0, 0.03),
}


def pen_of(style: Style) -> Pen:
    """The pen of a style; sepia on a plain white edge for those that ask for nothing else."""
    return PENS.get(style, Pen())
