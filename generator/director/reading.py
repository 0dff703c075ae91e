"""What a text says: who is there, who does what to whom in which order, and everything about where and how.

The same values for both languages; `japanese.py` and `english.py` find them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.lexicon.lexicon import concept, lexicon
from generator.lexicon.words import Language

Direction = Literal["left", "right", "up", "down", "away", "near"]

WRITTEN: frozenset[str] = frozenset(
    {"speech_sign", "letter", "newspaper", "book", "scroll", "blackboard"}
)  # says nothing
LINE = "\ue000"  # stands in the text where a line is spoken; the n-th is the n-th line of its beat
MANY = 3  # of a crowd nobody counted: three cats read as "cats"
SPEECH: frozenset[str] = frozenset({"speak", "shout", "whisper", "sing", "think"})
TRAVEL: frozenset[str] = frozenset(
    {"walk", "run", "fly", "swim", "enter", "leave", "climb", "sneak", "flee", "slide", "ride", "drive", "jump"}
)
# Actions whose thing stands on the set rather than in a hand.
_WITH_STANDING: frozenset[str] = frozenset(
    {"open", "close", "look", "point", "push", "pull", "climb", "hug", "approach", "jump", "sit", "lie", "hide",
     "enter", "leave", "break", "build", "paint", "dig", "transform", "peek", "stand", "kick", "hit", "wash", "float",
     "fall", "chase", "listen", "cut", "appear"}
)  # fmt: skip
_MUTUAL: frozenset[str] = frozenset({"hug", "kiss", "high_five", "shake_hands", "fight"})  # takes two
# Actions that look for somebody: whoever else is there, if nobody is named.
_TOWARDS: frozenset[str] = _MUTUAL | {"approach", "chase", "listen"}
_GAMES: frozenset[str] = frozenset({"cards", "chess", "gamepad", "dice", "jigsaw", "yoyo", "kite"})
_INSTRUMENTS: frozenset[str] = frozenset(
    {
        "guitar",
        "piano",
        "violin",
        "trumpet",
        "drum",
        "flute",
        "saxophone",
        "accordion",
        "banjo",
        "maracas",
        "ukulele",
        "cello",
        "harp",
        "harmonica",
        "shamisen",
        "taiko",
        "synthesizer",
        "clarinet",
        "tambourine",
        "gong_prop",
    }
)
_SPORTS: dict[str, str] = {
    "ball": "kick", "baseball": "hit", "basketball": "throw", "tennis_racket": "hit", "golf": "hit", "bowling": "throw",
    "volleyball": "hit", "rugby_ball": "throw", "ping_pong": "hit", "badminton": "hit", "frisbee": "throw",
    "dart": "throw", "billiards": "hit",
}  # fmt: skip


@dataclass
class Figure:
    """Somebody or something mentioned. `name` is a concept, or the word itself if the lexicon has none."""

    name: str
    label: str
    count: int = 1
    colour: str | None = None
    scale: float = 1.0
    wears: list[str] = field(default_factory=list)
    holds: list[str] = field(default_factory=list)

    @property
    def living(self) -> bool:
        """Whether it acts by itself."""
        known = concept(self.name)
        return known is not None and known.living

    @property
    def many(self) -> bool:
        """Whether it is more than one: three cats, a couple."""
        known = concept(self.name)
        return self.count > 1 or (known is not None and len(known.members) > 1)


@dataclass
class Move:
    """One doing: by whom (figure names), what, to whom, with what; `together` with the one before it."""

    actors: tuple[str, ...]
    action: str
    target: str | None = None
    prop: str | None = None
    expression: str | None = None
    direction: Direction | None = None
    place: str | None = None
    together: bool = False
    mutual: bool = False  # each does it to the other


@dataclass
class Quote:
    """The `line`-th line of the beat is spoken, by a figure if one is known."""

    line: int
    speaker: str | None = None
    expression: str | None = None
    place: str | None = None
    together: bool = False


@dataclass
class Reading:
    """A stretch of text, read. `settings` holds the names of each table of settings.toml in the order of mention."""

    language: Language
    figures: dict[str, Figure] = field(default_factory=dict)
    acting: list[str] = field(default_factory=list)  # who is on stage, in order of appearance
    things: list[str] = field(default_factory=list)  # what stands about
    events: list[Move | Quote] = field(default_factory=list)
    settings: dict[str, list[str]] = field(default_factory=dict)
    speakers: Sequence[str | None] = ()  # of the beat being read: figures' names, where the screenplay knows them
    lately: str | None = None  # the thing last spoken of, even if denied: what "it" may mean
    quotes_before: int = 0  # lines spoken before that beat

    @property
    def moves(self) -> list[Move]:
        """What is done, in order."""
        return [event for event in self.events if isinstance(event, Move)]

    def setting(self, table: str) -> str | None:
        """The last name mentioned of that table."""
        names = self.settings.get(table)
        return names[-1] if names else None

    def note(self, table: str, name: str) -> None:
        """Remember a setting."""
        self.settings.setdefault(table, []).append(name)

    def key(self, name: str, colour: str | None, another: bool = False) -> str:
        """Whom a name means here: a black cat is not the white one that is there already."""
        if name not in self.figures or not (colour or another):
            return name
        alike = [key for key in self.figures if key.split("#")[0] == name]
        for key in alike:
            if not another and self.figures[key].colour in (None, colour):
                return key
        return f"{name}#{len(alike) + 1}"

    def figure(self, name: str, label: str) -> Figure:
        """The figure of that name, new if it was not mentioned before."""
        return self.figures.setdefault(name, Figure(name, label))

    def enter(self, name: str) -> None:
        """It acts or is acted upon: it belongs on stage."""
        if name not in self.acting:
            self.acting.append(name)
        if name in self.things:
            self.things.remove(name)

    def newcomer(self, name: str, count: int = 1) -> str:
        """Somebody nobody has spoken of yet, on stage: 二人が抱き合う, "they hug"."""
        self.figure(name, lexicon().spoken[self.language][name]).count = count
        self.enter(name)
        return name

    def stand(self, name: str) -> None:
        """It is there, and does nothing."""
        if name not in self.acting and name not in self.things:
            self.things.append(name)

    def mention(self, name: str) -> None:
        """On stage if it lives, about if it does not."""
        figure = self.figures.get(name)
        if figure is not None:
            (self.enter if figure.living else self.stand)(name)

    def last_actors(self) -> tuple[str, ...]:
        """Who acted or spoke last, for a sentence without a subject."""
        for event in reversed(self.events):
            if isinstance(event, Move) and event.actors:
                return event.actors
            if isinstance(event, Quote) and event.speaker:
                return (event.speaker,)
        living = [name for name in self.acting if self.figures[name].living]
        return tuple((living or self.acting)[-1:])

    def last_but(self, names: Sequence[str]) -> str | None:
        """Who else is there: meant by "him" when `names` act."""
        return next((who for who in reversed(self.acting) if who not in names), None)

    def do(self, move: Move) -> Move:
        """Add a doing, with everybody and everything it needs on stage."""
        move.actors = tuple(dict.fromkeys(move.actors))
        for name in (*move.actors, *([move.target] if move.target else [])):
            self.enter(name)
        move.action = _for_vehicles(fitting(move.action, move.prop), move.actors)
        move.target = move.target if move.target not in move.actors else None
        several = len(move.actors) > 1 or any(self.figures[name].many for name in move.actors if name in self.figures)
        move.mutual = several and move.target is None and (move.mutual or move.action in _MUTUAL)
        if (
            move.target is None
            and not move.mutual
            and (move.action == "give" or (move.action in _TOWARDS and move.prop is None))
        ):
            move.target = next((name for name in reversed(self.acting) if name not in move.actors), None)
        if move.prop and not takes_in_hand(move.action):
            self.stand(move.prop)
        last = self.events[-1] if self.events else None
        if isinstance(last, Move) and (last.actors, last.action) == (move.actors, move.action):
            last.target, last.prop = last.target or move.target, last.prop or move.prop
            last.expression = last.expression or move.expression
            return last  # 並んで待つ is one doing
        self.events.append(move)
        return move


_BOATS = {
    "ship",
    "boat",
    "canoe",
    "pirate_ship",
    "submarine",
    "speed_boat",
    "ferry",
    "yacht",
    "gondola",
    "raft",
    "jet_ski",
}


def _for_vehicles(action: str, actors: Sequence[str]) -> str:
    """Ships float along and cars drive; nothing on wheels walks."""
    known = [concept(actor) for actor in actors]
    if action != "walk" or not known or not all(one is not None and one.kind == "vehicle" for one in known):
        return action
    return "float" if actors[0] in _BOATS else "drive"


def takes_in_hand(action: str) -> bool:
    """Whether an action's thing is in a hand (or under the feet) while it lasts."""
    return action not in _WITH_STANDING


def fitting(action: str, prop: str | None) -> str:
    """The action that fits its thing: playing cards, a guitar or football; making a cake or a chair; falling ice."""
    known = concept(prop) if prop else None
    if known is None:
        return action
    if action in ("celebrate", "play_music"):
        if known.name in _INSTRUMENTS:
            return "play_music"
        return "hold" if known.name in _GAMES else _SPORTS.get(known.name, action)
    if known.kind in ("food", "drink") and action == "build":
        return "cook"
    if action == "point" and known.name in _GAMES:
        return "hold"
    if action == "fall" and known.kind in ("food", "drink", "prop"):
        return "throw"
    return action


SETTINGS = (
    "place", "time_of_day", "weather", "light", "style", "framing", "camera", "angle", "mood", "expression", "effect",
    "tint", "transition",
)  # fmt: skip
