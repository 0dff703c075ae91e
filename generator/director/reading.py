"""What a text says: who is there, who does what to whom in which order, and everything about where and how.

The same values for both languages; `japanese.py` and `english.py` find them.
"""

from dataclasses import dataclass, field

from generator.lexicon.lexicon import Language, concept


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


@dataclass
class Move:
    """One doing: by whom (figure names), what, to whom, with what; `together` with the move before it."""

    actors: tuple[str, ...]
    action: str
    target: str | None = None
    prop: str | None = None
    expression: str | None = None
    direction: str | None = None
    place: str | None = None
    together: bool = False
    at: int = 0  # where in the text, to weave it with the lines


@dataclass
class Reading:
    """A stretch of text, read. `settings` holds the names of each table of settings.toml in the order of mention."""

    language: Language
    figures: dict[str, Figure] = field(default_factory=dict)
    acting: list[str] = field(default_factory=list)  # who is on stage, in order of appearance
    things: list[str] = field(default_factory=list)  # what stands about
    moves: list[Move] = field(default_factory=list)
    settings: dict[str, list[str]] = field(default_factory=dict)

    def setting(self, table: str) -> str | None:
        """The last name mentioned of that table."""
        names = self.settings.get(table)
        return names[-1] if names else None

    def note(self, table: str, name: str) -> None:
        """Remember a setting."""
        self.settings.setdefault(table, []).append(name)

    def figure(self, name: str, label: str) -> Figure:
        """The figure of that name, new if it was not mentioned before."""
        return self.figures.setdefault(name, Figure(name, label))

    def enter(self, name: str) -> None:
        """It acts or is acted upon: it belongs on stage."""
        if name not in self.acting:
            self.acting.append(name)
        if name in self.things:
            self.things.remove(name)

    def stand(self, name: str) -> None:
        """It is there, and does nothing."""
        if name not in self.acting and name not in self.things:
            self.things.append(name)

    def last_actor(self) -> str | None:
        """Who acted last, for a sentence without a subject."""
        for move in reversed(self.moves):
            if move.actors:
                return move.actors[-1]
        return self.acting[-1] if self.acting else None


SETTINGS = (
    "place", "time_of_day", "weather", "light", "style", "framing", "camera", "angle", "mood", "expression", "effect",
    "tint",
)  # fmt: skip

CUTTING_JA = r"カット(?:を|)?割(?:っ|り|る)(?:て)?[、,]?"  # 「カットを割って」 breaks nothing

# Words of a request, not of the film: 「…の動画を作って」 "make me a video of ...".
NOISE_JA = (
    r"(?:の|な|という|みたいな)?(?:ショート)?"
    r"(?:動画|映像|ビデオ|ムービー|クリップ|ショートフィルム)(?:を|が|に)?"
    r"(?:作って|作成して|つくって|生成して|見せて|ください|下さい|お願い(?:します)?|頼む|欲しい|ほしい|見たい|みたい|にして|して)?"
    r"(?:ください|下さい|ほしい|欲しい|くれ|ね|よ)?"
)
NOISE_EN = (
    r"\b(?:please\s+)?(?:can you\s+)?(?:make|create|generate|show|give)?\s*(?:me|us)?\s*"
    r"(?:a|an|the)?\s*(?:short|cute|funny|\d+[- ]second)?\s*(?:video|clip|movie|film|animation)\s+"
    r"(?:of|about|with|where|in which|showing)\b"
)
