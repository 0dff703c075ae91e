"""The closed lists that commands offer, records keep and engines draw."""

from typing import Literal, get_args

Orientation = Literal["portrait", "landscape", "square"]
Style = Literal[
    "paper", "anime", "retro", "news", "noir", "pastel", "watercolor", "comic", "festive", "security", "golden", "sumi",
    "picture_book", "ukiyoe", "ghost", "cyberpunk", "old_film", "sports", "nature", "commercial",
]  # fmt: skip

LOCALES = ("ja", "en")  # the languages that we speak
ORIENTATIONS: tuple[Orientation, ...] = get_args(Orientation)
STYLES: tuple[Style, ...] = get_args(Style)
