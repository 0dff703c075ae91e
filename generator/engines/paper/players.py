"""Players: who plays a figure whose own glyph makes no good puppet.

The font draws dancers and couples as bare outlines, and many professions as a bald head with a tool beside it. A head
with hair, dressed and equipped for the part, tells more; a couple is played by two.
"""

from dataclasses import dataclass, replace

from generator.storyboard import Character

_JOINER, _VARIANT = "\u200d", "\ufe0f"
_TONES = frozenset("🏻🏼🏽🏾🏿")


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody who plays a part: whose head, dressed how, holding what, how large, in what colour of their own."""

    figure: str
    wears: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    scale: float = 1.0
    colour: str | None = None


_MAN, _WOMAN = Player("👨", colour="#4d6f94"), Player("👩", scale=0.97)
_TRADES = {  # what follows a person and a joiner: what that person wears and holds
    "💼": (("suit",), ()),
    "⚕": (("white_coat",), ()),
    "⚖": (("suit",), ()),
    "🏫": (("glasses",), ("book",)),
    "🏭": (("helmet",), ()),
    "💻": (("glasses",), ()),
    "🔧": (("cap",), ("wrench",)),
    "🔬": (("white_coat", "glasses"), ()),
    "🚒": (("helmet",), ()),
    "🌾": (("straw_hat",), ()),
    "🎤": ((), ("microphone",)),
}
_WHITE_HAIRED = {"👩": "👵", "👨": "👴", "🧑": "🧓"}
_PARTS: dict[str, tuple[Player, ...]] = {
    "💃": (Player("👩"),),
    "🕺": (Player("👨"),),
    "🩰": (Player("👩"),),
    "🏄": (Player("🧑"),),
    "🏂": (Player("🧑", ("goggles",)),),
    "🏃": (Player("🧑"),),
    "🚶": (Player("🧑"),),
    "🤼": (Player("👨"),),
    "🏋": (Player("👨"),),
    "🦸": (Player("🧑", ("mask_of_hero", "cape")),),
    "🦹": (Player("🧛", ("slick_hair",)),),
    "🤵": (Player("👨", ("bow_tie",)),),
    "🎅": (Player("🎅", ("white_beard",)),),
    "🧛": (Player("🧛", ("slick_hair",)),),
    "🧑‍🤝‍🧑": (_MAN, _WOMAN),
    "👫": (_MAN, _WOMAN),
    "💑": (_MAN, _WOMAN),
    "💏": (_MAN, _WOMAN),
    "👬": (_MAN, Player("👨")),
    "👭": (_WOMAN, Player("👩", colour="#5f8a78")),
    "👯": (_WOMAN, Player("👩")),
    "👪": (_MAN, Player("👧", scale=0.7, colour="#e9b44c"), _WOMAN),
}
_BY_CONCEPT = {"astronaut": Player("🧑‍🚀"), "clown": Player("🤡")}
_HAS_A_HAT = frozenset("🤴👸🫅💂👮👷🎅🤶🧙🤠👳👲🧕🥷🕵")
_HATS = frozenset({"crown", "hat", "cap", "top_hat", "helmet"})


def players(character: Character) -> tuple[Character, ...]:
    """Those who play `character`: it alone, unless a table knows better."""
    if character.figure is None or not character.person:
        return (character,)
    own = _BY_CONCEPT.get(character.concept.split("#")[0])
    if own is not None:
        return (replace(character, figure=own.figure, wears=()),)
    parts = _parts(character.figure)
    if not parts:
        return (_bareheaded(character),)
    return tuple(_playing(character, part) for part in parts)


def _parts(figure: str) -> tuple[Player, ...]:
    plain = "".join(sign for sign in figure if sign != _VARIANT and sign not in _TONES)
    if plain in _PARTS:
        return _PARTS[plain]
    first, *rest = plain.split(_JOINER)
    if first in _WHITE_HAIRED and rest[:1] == ["🦳"]:
        return (Player(_WHITE_HAIRED[first]),)
    if first in _WHITE_HAIRED and rest and rest[0] in _TRADES:
        wears, holds = _TRADES[rest[0]]
        tones = "".join(sign for sign in figure if sign in _TONES)
        return (Player(first + tones, wears, holds),)
    return _PARTS.get(first, ()) if rest else ()


def _playing(character: Character, part: Player) -> Character:
    """`character` as `part` plays it: what the prompt says of clothes and hands goes before the part's own."""
    return replace(
        character,
        figure=part.figure,
        colour=part.colour or character.colour,
        scale=character.scale * part.scale,
        wears=character.wears + tuple(name for name in part.wears if name not in character.wears),
        holds=character.holds or part.holds,
        person=True,
    )


def _bareheaded(character: Character) -> Character:
    """Without the crown that is worn already: one hat a head."""
    if character.figure is None or character.figure[0] not in _HAS_A_HAT:
        return character
    return replace(character, wears=tuple(name for name in character.wears if name not in _HATS))
