"""Which style lays what over the picture."""

from collections.abc import Callable, Mapping

from generator.engines.paper.styles.broadcast import commercial, nature, news, security, sports
from generator.engines.paper.styles.cinema import golden, noir, old_film, retro
from generator.engines.paper.styles.overlay import Overlay, Plate
from generator.engines.paper.styles.printed import comic, picture_book, sumi, ukiyoe, watercolor
from generator.engines.paper.styles.staged import anime, cyberpunk, festive, ghost, pastel
from generator.vocabulary import Style

OVERLAYS: Mapping[Style, Callable[[Plate], Overlay]] = {
    "anime": anime, "retro": retro, "news": news, "noir": noir, "pastel": pastel, "watercolor": watercolor,
    "comic": comic, "festive": festive, "security": security, "golden": golden, "sumi": sumi,
    "picture_book": picture_book, "ukiyoe": ukiyoe, "ghost": ghost, "cyberpunk": cyberpunk, "old_film": old_film,
    "sports": sports, "nature": nature, "commercial": commercial,
}  # fmt: skip
