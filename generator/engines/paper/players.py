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
    "👼": (Player("🧒", ("halo", "wings_of_angel", "dress"), colour="#fbf3df"),),
    "🧚": (Player("👧", ("wings_of_fairy",), ("wand",), colour="#8ccf9a"),),
    "🧜": (Player("👩", ("tail_of_fish",), colour="#c77fb0"),),
    "🧞": (Player("👳", ("tail_of_smoke",), colour="#3f7fb5"),),
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
_DOING = frozenset("💁🙎🙍🙅🙆🙋🙇🤦🤷💇💆🧖🧘🛀🚴🚵🏊🤸⛹🏇🤾🤹🧗🚣🏌🤺🤽🧏🧎🧍🏃🚶🏄🏂🏋")  # drawn as bare outlines
_BY_CONCEPT = {
    "astronaut": Player("🧑‍🚀"),
    "clown": Player("🤡"),
    "kappa": Player("🧒", ("dish_of_water",), colour="#6f9f52"),
    "scarecrow": Player("👨", ("straw_hat",), colour="#a9743f"),
    "puppet": Player("👦", colour="#c8503f"),
    "unicorn": Player("🐎", ("horn",), colour="#f7e9f7"),
    "pegasus": Player("🐎", ("wings_of_angel",), colour="#f4f1ea"),
    "seagull": Player("🐦", colour="#f7f7f2"),
}
_SKINS = {
    "genie": "#78b8e2", "kappa": "#93c572", "zombie": "#a9bd8c", "mummy": "#efe6cf", "vampire": "#efe4e2",
    "scarecrow": "#e6c88f", "puppet": "#dcae75", "villain": "#e9dcd8",
}  # fmt: skip
_HAS_A_HAT = frozenset("🤴👸🫅💂👮👷🎅🤶🧙🤠👳👲🧕🥷🕵")
_HATS = frozenset({"crown", "hat", "cap", "top_hat", "helmet"})


def players(character: Character) -> tuple[Character, ...]:
    """Those who play `character`: it alone, unless a table knows better."""
    if character.figure is None:
        return (character,)
    own = _BY_CONCEPT.get(_name(character))
    if own is not None:
        return (replace(_playing(character, own), wears=own.wears),)
    if not character.person:
        return (character,)
    parts = _parts(character.figure)
    if not parts:
        return (_bareheaded(character),)
    return tuple(_playing(character, part) for part in parts)


def skin_of(character: Character) -> str | None:
    """The colour of the skin of those who have one of their own."""
    return _SKINS.get(_name(character))


def _name(character: Character) -> str:
    return character.concept.split("#")[0]


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
    if first in _DOING:
        return (Player("👩" if "♀" in rest else "👨" if "♂" in rest else "🧑"),)
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
