"""Recipes of things: what the lexicon's one colour does not tell, and the signs that pop up beside a head."""

from generator.engines.paper.recipes import Place, Recipe

_WHITE = "#fffaf0"


def _thing(base: str, *paint: tuple[Place, str], **more: object) -> Recipe:
    return Recipe(base, **{"faces": "right", "paint": paint, **more})  # type: ignore[arg-type]


_SIGNS = {
    "❗": _thing("#e2452f", inverted=True),
    "❓": _thing("#3f7cac", inverted=True),
    "💢": _thing("#fff3e8", ink="#e2452f"),
    "💤": _thing("#f4f4ff", ink="#6a78c8"),
    "💧": _thing("#7cc4ee"),
    "💦": _thing("#7cc4ee"),
    "💨": _thing("#eef3f2", ink="#8aa0a6"),
    "💥": _thing("#f7b733"),
    "✨": _thing("#f9d857"),
    "⭐": _thing("#f9d857"),
    "🌟": _thing("#f9d857"),
    "💡": _thing("#f9dd6b"),
    "💭": _thing("#fbfbf7"),
    "💬": _thing("#fbfbf7"),
    "❤": _thing("#e8455f", deep="#e8455f", pale="#f26f83"),
    "💕": _thing("#f07f95"),
    "🎵": _thing("#5b4bc4", ink="#4a3fa8", inverted=True),
    "🎶": _thing("#6a5acd", inverted=True),
    "🎉": _thing("#f2b84b"),
    "🫧": _thing("#cfeaf2"),
    "♨": _thing("#f4f2ee", ink="#c9c2bb"),
    "🔥": _thing("#f0803a", pale="#f9d257"),
}

_TOOLS = {
    "🍙": _thing("#fbf8ef", deep="#3f4a3f"),
    "🌈": _thing(
        "#f6f6f1",
        ((0.7, 0.24), "#e8604c"),
        ((0.72, 0.35), "#f4c04e"),
        ((0.74, 0.45), "#6fb3d9"),
        ((0.3, 0.75), "#fbfbf6"),
        open_at="right",
    ),
    "🚥": _thing("#4a5058", ((0.25, 0.5), "#e2452f"), ((0.5, 0.5), "#f2c84b"), ((0.75, 0.5), "#4fae6a")),
    "🚦": _thing("#4a5058", ((0.5, 0.25), "#e2452f"), ((0.5, 0.5), "#f2c84b"), ((0.5, 0.75), "#4fae6a")),
    "🎹": _thing("#f7f4ea", deep="#3a363c"),
    "📖": _thing("#f9f2e0", deep="#b55239"),
    "🍳": _thing("#5a5f68", pale=_WHITE),
    "🔪": _thing("#c9d2d8"),
    "🧽": _thing("#f4d35e"),
    "✏": _thing("#f2b53c"),
    "🖌": _thing("#d9793f"),
    "🔨": _thing("#b08a5c"),
    "⛏": _thing("#a98a64"),
    "🥤": _thing("#e8604c"),
    "🫖": _thing("#8fb3a6"),
    "🔫": _thing("#6fbf8f"),
    "🪭": _thing("#e2604a"),
    "🎃": _thing("#f0923a"),
    "🍎": _thing("#d8463d", deep="#d8463d"),
    "📷": _thing("#5d6068", pale="#cfd8de"),
    "🕯": _thing("#f6ead2"),
}

_HEADING_LEFT = {
    "🚗": "#df5b4c", "🚙": "#5b8fc9", "🚕": "#f0bd3c", "🚌": "#5fa06e", "🚎": "#d97a5a",
    "🚐": "#e9e1d2", "🚚": "#6a90b0", "🚛": "#8a93a0", "🚒": "#d2433a", "🚑": "#f6f4ee",
    "🚓": "#eef1f3", "🏎": "#d2433a", "🚜": "#6fa050", "🚂": "#5a6472", "🚄": "#eef3f6",
    "🚅": "#eef3f6", "🚁": "#d26e56",
}  # fmt: skip

THINGS: dict[str, Recipe] = {
    **_SIGNS,
    **_TOOLS,
    **{emoji: Recipe(base, faces="left") for emoji, base in _HEADING_LEFT.items()},
}
