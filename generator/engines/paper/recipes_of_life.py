"""Recipes of everybody: animals, people, and those who are neither."""

from dataclasses import replace

from generator.engines.paper.colours import SKIN
from generator.engines.paper.recipes import Recipe

_DARK = "#3f3a44"
_CREAM = "#fbf3e4"


def _whole(base: str, **more: object) -> Recipe:
    """A living figure, head to foot, seen from the side."""
    return Recipe(base, **{"kind": "whole", "eyes": "profile", **more})  # type: ignore[arg-type]


def _head(base: str, **more: object) -> Recipe:
    """An animal's head, seen from the front."""
    return Recipe(base, **{"kind": "animal", "eyes": "pair", "faces": "front", **more})  # type: ignore[arg-type]


def _person(**more: object) -> Recipe:
    """A person's head, seen from the front."""
    return Recipe(SKIN, **{"kind": "person", "eyes": "pair", "faces": "front", "inverted": False, **more})  # type: ignore[arg-type]


_ANIMALS = {
    "🐈": _whole("#f2b46a"),
    "🐕": _whole("#d9a066", eyes="pair", eyes_at=((0.32, 0.35), (0.51, 0.34)), mouth=(0.4, 0.47, 0.13)),
    "🐩": _whole("#e2cdbd", eyes_at=((0.298, 0.313),)),
    "🦮": _whole("#e0b070"),
    "🐻": _head("#8b5e3c", eyes="holes", pale="#d9ad7c", mouth=(0.5, 0.74, 0.2)),
    "🐻‍❄": _head("#f0efe9"),
    "🐼": _head("#fbf8f0", deep=_DARK, limbs=_DARK),
    "🐨": _head("#9aa5ab", eyes_at=((0.36, 0.51), (0.64, 0.51)), mouth=(0.5, 0.9, 0.16)),
    "🦍": _whole("#7b7986"),
    "🦧": _whole("#b9683a"),
    "🐒": _whole("#a4703f", pale="#f0d2a6"),
    "🦁": _head("#f0c36a", deep="#a9642c"),
    "🐅": _whole("#f09a45"),
    "🐆": _whole("#ecc065", eyes="none", eyes_at=((0.145, 0.315),)),
    "🦊": _head("#e8833f", pale=_CREAM),
    "🦝": _head("#b3afa8", deep="#4b4850", mouth=(0.5, 0.86, 0.16)),
    "🐺": _head("#8e98a6", pale="#eef0ee"),
    "🐇": _whole("#f3e9df", eyes_at=((0.44, 0.46),)),
    "🐁": _whole("#c9c2bb", eyes_at=((0.34, 0.373),)),
    "🐀": _whole("#9b9087", eyes_at=((0.33, 0.37),)),
    "🐹": _head("#edbf7c", eyes_at=((0.35, 0.51), (0.645, 0.51))),
    "🐿": _whole("#bf7a42"),
    "🦔": _whole("#e8cda8", deep="#8a6a4e"),
    "🐎": _whole("#a97650"),
    "🐴": _head("#a97650"),
    "🦄": _whole("#f7e9f7", deep="#d58fc4"),
    "🐄": _whole("#faf5ea", deep="#5a463e"),
    "🐂": _whole("#9b6a4b"),
    "🐃": _whole("#6f6a6c", eyes_at=((0.225, 0.38), (0.365, 0.385))),
    "🐖": _whole("#f3b9b6"),
    "🐗": _head("#8a6549", eyes="profile", eyes_at=((0.48, 0.45),), faces="left"),
    "🐏": _whole("#f1ece1", eyes="none", eyes_at=((0.295, 0.39), (0.41, 0.405))),
    "🐑": _whole("#f6f1e6", eyes="none", eyes_at=((0.27, 0.38), (0.41, 0.4))),
    "🐐": _whole("#e9e1d4", eyes_at=((0.39, 0.4),)),
    "🦌": _whole("#c48d5a", eyes_at=((0.385, 0.33),)),
    "🐘": _whole("#a9b3bf"),
    "🦣": _whole("#96684a"),
    "🦒": _whole("#f0c05c"),
    "🦛": _whole("#ad9fb4", eyes_at=((0.215, 0.4), (0.345, 0.425))),
    "🦏": _whole("#a2a6ab", eyes_at=((0.36, 0.45),)),
    "🐪": _whole("#d8ab6c"),
    "🐫": _whole("#d8ab6c"),
    "🦙": _whole("#f0e0c4"),
    "🦘": _whole("#c28a58"),
    "🦥": _whole("#b09878", eyes_at=((0.22, 0.415), (0.335, 0.415))),
    "🦦": _whole("#94694a", eyes_at=((0.2, 0.355), (0.31, 0.34))),
    "🦨": _whole("#54505c", eyes="none", eyes_at=((0.17, 0.65), (0.245, 0.685))),
    "🦡": _whole("#8b8a8c", eyes_at=((0.245, 0.415),)),
    "🦫": _whole("#9a6a45", eyes_at=((0.33, 0.205),)),
    "🦇": _whole("#6b5a7a", eyes="none", eyes_at=((0.48, 0.4), (0.52, 0.4))),
    "🐦": _whole("#6db4de"),
    "🕊": _whole("#f7f7f3"),
    "🐦‍⬛": _whole("#4a4a58"),
    "🦅": _whole("#8a6344"),
    "🦉": _whole("#a9845c", eyes="none", eyes_at=((0.39, 0.34), (0.61, 0.34))),
    "🐧": _whole(
        "#fbf8f0",
        deep="#4a5a78",
        inverted=False,
        eyes="holes",
        eyes_at=((0.44, 0.195),),
        paint=(
            ((0.42, 0.55), "#fbf8f0"),
            ((0.25, 0.18), "#f2a03c"),
            ((0.44, 0.195), "#fbf8f0"),
        ),
    ),
    "🐔": _head("#f7f1e4"),
    "🐓": _whole("#f5ead8"),
    "🐣": _whole("#f7d35c"),
    "🐤": _whole("#f7d35c"),
    "🐥": _whole("#f7d35c", faces="front", eyes="pair"),
    "🦆": _whole("#7aa884"),
    "🦢": _whole("#fbfaf4"),
    "🪿": _whole("#f2efe6"),
    "🦩": _whole("#f39bb0"),
    "🦜": _whole("#59bb7a"),
    "🦚": _whole("#3a9fae"),
    "🦃": _whole("#8a5a3c"),
    "🐸": _head("#7fbf63", eyes_at=((0.31, 0.33), (0.7, 0.33)), mouth=(0.5, 0.6, 0.42)),
    "🐢": _whole("#7fb378"),
    "🐍": _whole("#8fb75c"),
    "🦎": _whole("#76b75a", eyes_at=((0.23, 0.255), (0.335, 0.23))),
    "🐊": _whole("#6b9f68", eyes="none", eyes_at=((0.46, 0.705),)),
    "🐉": _whole("#57a878", eyes="none", eyes_at=((0.39, 0.26),)),
    "🐲": _head("#57a878", mouth=(0.2, 0.72, 0.2)),
    "🦖": _whole("#85b568"),
    "🦕": _whole("#7ab8b0"),
    "🐟": _whole("#7cbde0"),
    "🐠": _whole("#f7ae45"),
    "🐡": _whole("#efcf8b"),
    "🦈": _whole("#8ba3b6"),
    "🐋": _whole("#5b93bb"),
    "🐳": _whole("#6ba7cc"),
    "🐬": _whole("#7bb8da"),
    "🦭": _whole("#b4bdc3"),
    "🐙": _whole("#e8785c"),
    "🦑": _whole("#eeaa9a"),
    "🦐": _whole("#ee9a80"),
    "🦀": _whole("#e2604a", eyes="none", eyes_at=((0.44, 0.45), (0.555, 0.45))),
    "🦞": _whole("#d2473a", eyes="none", eyes_at=((0.46, 0.5), (0.54, 0.5))),
    "🪼": _whole("#d2b3e4", eyes="none"),
    "🦋": _whole("#6f9fe0", eyes="none"),
    "🐝": _whole("#f7cf4a"),
    "🐞": _whole("#dd4b46", eyes="none"),
    "🐜": _whole("#8a5c48"),
    "🪲": _whole("#6d9458", eyes="none"),
    "🪳": _whole("#9a6a45", eyes="none"),
    "🦗": _whole("#8ab55c"),
    "🕷": _whole("#6b6372", eyes="none"),
    "🦂": _whole("#b5713a", eyes="none"),
    "🐌": _whole("#d8b083"),
    "🐛": _whole("#9ccc5c", eyes_at=((0.27, 0.27),)),
    "🦓": _head("#f7f4ec", deep="#4b454b", faces="left"),
    "🐱": _head("#f2b46a", mouth=(0.5, 0.76, 0.2), eyes_at=((0.34, 0.54), (0.66, 0.54))),
    "🐶": _head("#e8c08c", mouth=(0.5, 0.76, 0.22), eyes_at=((0.364, 0.518), (0.636, 0.518))),
    "🐭": _head("#c3c4cc"),
    "🐰": _head("#f6ece4"),
    "🐯": _head("#f4a54a"),
    "🐮": _head("#faf5ea", deep="#5a463e", eyes_at=((0.4, 0.44), (0.6, 0.44)), mouth=(0.5, 0.9, 0.22)),
    "🐷": _head("#f5bcbb", mouth=(0.5, 0.8, 0.24)),
    "🐵": _head("#a4703f", pale="#f0d2a6"),
}

_OTHERS = {
    "🤖": _head("#a9bccb", mouth=(0.5, 0.78, 0.34)),
    "👽": _head("#9fce8a", eyes="none", mouth=(0.5, 0.82, 0.22)),
    "👻": _whole("#fbfaff", eyes="none", eyes_at=((0.325, 0.27), (0.53, 0.32)), faces="front"),
    "👾": _whole("#9b7bd0", eyes="none", faces="front"),
    "😈": _head("#8a5aa8", eyes="none"),
    "👹": _head("#d9543f", eyes="none", mouth=(0.5, 0.76, 0.34)),
    "👺": _head("#d9543f", eyes="none", mouth=(0.5, 0.82, 0.24)),
    "💀": _head("#f7f4ea", eyes="none", mouth=(0.5, 0.9, 0.24)),
    "☠": _head("#f7f4ea", eyes="none"),
    "⛄": _whole("#fafcfd", eyes="pair", faces="front"),
    "☃": _whole("#fafcfd", eyes="pair", faces="front"),
    "🎎": _whole("#e2a0a4", eyes="none", faces="front", paint=(((0.3, 0.38), "#fbe9da"), ((0.65, 0.38), "#fbe9da"))),
    "🧸": _whole("#cf9a62", eyes="pair", faces="front"),
    "🪆": _whole("#d2473a", eyes="none", faces="front", paint=(((0.5, 0.28), "#fbe3cc"),)),
    "💃": _whole("#e8546a", eyes="none"),
    "🕺": _whole("#7b6fd0", eyes="none"),
    "👥": _whole("#8f97a9", eyes="none", faces="front"),
    "👤": _whole("#8f97a9", eyes="none", faces="front"),
    "👼": _whole("#fdf3da", eyes="none", faces="front"),
    "🧚": _whole("#b5e0bd", eyes="none", faces="front"),
    "🧜": _whole("#8fd0c6", eyes="none"),
    "🧞": _whole("#6fb2dd", eyes="none"),
    "🦸": _whole("#e0555a", eyes="none"),
    "🦹": _whole("#7a5a96", eyes="none"),
    "👶": _whole(
        "#f9dcc4",
        eyes="none",
        faces="front",
        paint=(((0.5, 0.8), "#a9cfe0"), ((0.36, 0.55), "#8fbdd3"), ((0.42, 0.42), "#fbf6ee")),
    ),
    "🏃": _whole("#e98a5b", eyes="none"),
    "🚶": _whole("#6fa0c8", eyes="none"),
}

_PEOPLE = {
    "🧑": _person(),
    "👨": _person(),
    "👩": _person(),
    "👦": _person(paint=(((0.25, 0.3), "@cloth"), ((0.45, 0.2), "@cloth"), ((0.6, 0.28), "@cloth"))),
    "👧": _person(paint=(((0.17, 0.4), "@deep"), ((0.83, 0.4), "@deep"))),
    "🧒": _person(),
    "👱": _person(hair="#d9a94a", paint=(((0.5, 0.2), "@deep"),)),
    "🧔": _person(),
    "👵": _person(hair="#c9c4c4", paint=(((0.5, 0.15), "@deep"),)),
    "👴": _person(hair="#c9c4c4", paint=(((0.4, 0.22), "@deep"), ((0.75, 0.38), "@deep"))),
    "🧓": _person(hair="#c9c4c4", paint=(((0.5, 0.2), "@deep"),)),
    "👮": _person(deep="#33527a", hair="#2b2d36", paint=(((0.45, 0.18), "@cloth"), ((0.5, 0.29), "#f2c84b"))),
    "💂": _person(deep="#b5322f", hair="#3b3436"),
    "👷": _person(
        deep="#e98f2f",
        paint=(((0.38, 0.27), "#f2b53c"), ((0.5, 0.2), "#f2b53c"), ((0.65, 0.3), "#f2b53c"), ((0.5, 0.42), "#f2b53c")),
    ),
    "🕵": _person(deep="#8f7758", paint=(((0.4, 0.2), "@cloth"), ((0.4, 0.32), "@cloth"), ((0.74, 0.58), "#cfe6ee"))),
    "🥷": _person(deep="#3b4a56", hair="#3b4a56"),
    "🤴": _person(deep="#4059ad", paint=(((0.4, 0.28), "#f2c84b"), ((0.5, 0.4), "#f2c84b"))),
    "👸": _person(deep="#e39fb8", paint=(((0.4, 0.28), "#f2c84b"), ((0.5, 0.4), "#f2c84b"))),
    "🫅": _person(deep="#8a3f6a", paint=(((0.4, 0.28), "#f2c84b"), ((0.5, 0.4), "#f2c84b"))),
    "👰": _person(deep="#faf6ef", paint=(((0.2, 0.45), "#fbf8f2"), ((0.8, 0.45), "#fbf8f2"))),
    "🤵": _person(deep="#39404f"),
    "👳": _person(
        deep="#7f9f6f",
        paint=(
            ((0.3, 0.17), "@cloth"),
            ((0.35, 0.25), "@cloth"),
            ((0.3, 0.35), "@cloth"),
            ((0.7, 0.2), "@cloth"),
            ((0.75, 0.37), "@cloth"),
        ),
    ),
    "👲": _person(deep="#b5322f", paint=(((0.3, 0.25), "@cloth"), ((0.5, 0.2), "@cloth"), ((0.7, 0.25), "@cloth"))),
    "🧕": _person(deep="#6f93c4", paint=(((0.5, 0.16), "@cloth"), ((0.27, 0.4), "@cloth"), ((0.5, 0.85), "@cloth"))),
    "🧙": _person(
        deep="#5b4b8a",
        hair="#5b4b8a",
        paint=(
            ((0.4, 0.2), "@cloth"),
            ((0.5, 0.28), "@cloth"),
            ((0.35, 0.3), "@cloth"),
            ((0.2, 0.42), "@cloth"),
            ((0.76, 0.5), "#c99a62"),
        ),
    ),
    "🎅": _person(
        deep="#c8363a",
        hair="#f7f4ee",
        paint=(((0.4, 0.32), "#fdfbf6"), ((0.75, 0.54), "#fdfbf6")),
        solid=(((0.5, 0.2), "#c8363a"),),
    ),
    "🤶": _person(
        deep="#c8363a",
        hair="#f7f4ee",
        paint=(((0.4, 0.4), "#fdfbf6"), ((0.75, 0.54), "#fdfbf6")),
        solid=(((0.5, 0.2), "#c8363a"),),
    ),
    "🧝": _person(
        deep="#6a9a5a",
        paint=(((0.5, 0.18), "#d9b25a"), ((0.2, 0.7), "#d9b25a"), ((0.8, 0.7), "#d9b25a")),
        solid=(((0.35, 0.84), "@cloth"), ((0.65, 0.84), "@cloth")),
    ),
    "🤡": _person(
        hair="#e0703a",
        pale="#fbefe4",
        deep="#5b9aa8",
        paint=(((0.5, 0.4), "#fdf6ee"), ((0.5, 0.68), "#e2604a")),
        solid=(((0.5, 0.52), "#d9362f"),),
        mouth=(0.5, 0.7, 0.3),
    ),
    "🤠": _person(
        hair="#6d4326",
        paint=(((0.5, 0.18), "#b27a45"), ((0.5, 0.245), "#6d4326"), ((0.5, 0.35), "#b27a45"), ((0.5, 0.69), "#fdfbf6")),
        solid=(((0.5, 0.76), "#8c2f39"),),
    ),
    "🧑\u200d✈": _person(deep="#33527a", hair="#2b2d36", paint=(((0.5, 0.14), "@cloth"), ((0.5, 0.3), "#f2c84b"))),
    "🧑\u200d🍳": _person(
        deep="#f4efe6", paint=(((0.25, 0.22), "#fdfbf6"), ((0.78, 0.52), "#fdfbf6"), ((0.39, 0.33), "#fdfbf6"))
    ),
    "🧑\u200d🎨": _person(
        deep="#4f86a6", paint=(((0.4, 0.25), "#b5473c"), ((0.4, 0.355), "#8f342c"), ((0.8, 0.7), "#d0a673"))
    ),
    "🧑\u200d🚀": _person(
        deep="#e8ebee",
        hair="#56667a",
        paint=(
            ((0.4, 0.35), "#cfe4ee"),
            ((0.5, 0.165), "#f4f6f7"),
            ((0.13, 0.47), "#d9dee2"),
            ((0.86, 0.47), "#d9dee2"),
            ((0.5, 0.83), "#f4f6f7"),
        ),
    ),
    "🧛": _person(hair="#2f2a30", deep="#58243a", paint=(((0.16, 0.55), "@cloth"), ((0.84, 0.55), "@cloth"))),
    "🧟": _person(deep="#6a6f5a"),
}

# Where a muzzle or a beak opens: x, y and width in fractions of the card. Shut, the glyph's own line is the mouth.
_MOUTHS = {
    "🐈": (0.16, 0.42, 0.156), "🐩": (0.1, 0.33, 0.104), "🐅": (0.1, 0.42, 0.117), "🐆": (0.1, 0.33, 0.117),
    "🐇": (0.23, 0.6, 0.143), "🐁": (0.13, 0.5, 0.117), "🐀": (0.11, 0.46, 0.104), "🐿": (0.1, 0.5, 0.104),
    "🦔": (0.11, 0.55, 0.091), "🐎": (0.08, 0.43, 0.091), "🐄": (0.1, 0.38, 0.091), "🐂": (0.09, 0.37, 0.104),
    "🐖": (0.2, 0.7, 0.156), "🐏": (0.29, 0.58, 0.104), "🐑": (0.25, 0.56, 0.091), "🐐": (0.13, 0.47, 0.13),
    "🦌": (0.11, 0.38, 0.117), "🐘": (0.32, 0.57, 0.091), "🦒": (0.09, 0.29, 0.104), "🦛": (0.16, 0.6, 0.195),
    "🦏": (0.14, 0.65, 0.13), "🐪": (0.09, 0.31, 0.104), "🐫": (0.09, 0.31, 0.104), "🦙": (0.08, 0.28, 0.078),
    "🦘": (0.07, 0.36, 0.078), "🦦": (0.09, 0.38, 0.091), "🦨": (0.08, 0.83, 0.078), "🐦": (0.05, 0.33, 0.091),
    "🐧": (0.16, 0.17, 0.143), "🐓": (0.07, 0.37, 0.078), "🐤": (0.06, 0.31, 0.078), "🐥": (0.5, 0.37, 0.13),
    "🦆": (0.09, 0.21, 0.117), "🦢": (0.07, 0.3, 0.065), "🦩": (0.07, 0.16, 0.078), "🦜": (0.07, 0.33, 0.078),
    "🐢": (0.2, 0.57, 0.156), "🐍": (0.12, 0.29, 0.13), "🐟": (0.06, 0.66, 0.078), "🐠": (0.06, 0.62, 0.091),
    "🦈": (0.11, 0.41, 0.13), "🐋": (0.2, 0.66, 0.156), "🐬": (0.12, 0.54, 0.13), "🐙": (0.55, 0.6, 0.13),
}  # fmt: skip


def _all() -> dict[str, Recipe]:
    recipes = {**_ANIMALS, **_OTHERS, **_PEOPLE}
    return {emoji: replace(recipe, mouth=recipe.mouth or _MOUTHS.get(emoji)) for emoji, recipe in recipes.items()}


LIVING: dict[str, Recipe] = _all()
