"""The grade of a film: what its style and tint do to every colour, and what lies over the whole picture."""

from math import floor

import skia

from generator.engines.paper.styles.cinema import weave
from generator.engines.paper.styles.gaze import blink
from generator.engines.paper.styles.overlay import Overlay, Plate
from generator.engines.paper.styles.overlays import OVERLAYS
from generator.engines.paper.styles.palettes import PALETTES, Matrix, graded, palette_filter
from generator.storyboard import Shot, Storyboard
from generator.vocabulary import Style

_TINTS: dict[str, Matrix] = {
    "warm": graded(1.02, 1.0, 0.0, (1.08, 1.0, 0.88)),
    "cool": graded(0.96, 1.0, 0.0, (0.88, 1.0, 1.1)),
    "mono": graded(0.0, 1.1),
    "sepia": graded(0.0, 0.98, 0.02, (1.1, 0.96, 0.76)),
    "vivid": graded(1.4, 1.08),
    "faded": graded(0.7, 0.88, 0.05),
}
_PICTURES: dict[Style, float] = {"old_film": 12.0, "security": 8.0}  # a second; other styles take every frame
_FILMED: frozenset[Style] = frozenset({"old_film", "retro", "noir", "cyberpunk", "golden"})


class Grade:
    """The grade of one film on a canvas of `width` by `height` pixels."""

    def __init__(self, board: Storyboard, width: int, height: int) -> None:
        self._board = board
        self._short = min(width, height)
        filters = []
        if board.style in PALETTES:
            filters.append(palette_filter(PALETTES[board.style]))
        if board.tint in _TINTS:
            filters.append(skia.ColorFilters.Matrix(_TINTS[board.tint]))
        self._filter = filters[-1].makeComposed(filters[0]) if len(filters) == 2 else (filters[0] if filters else None)
        self._plate = Plate(board, width, height)
        made = OVERLAYS.get(board.style)
        self._overlay = made(self._plate) if made else None
        self._watch: Overlay | None = None

    @property
    def covers_cards(self) -> bool:
        """Whether title and end cards were filmed with the rest: what lies over the picture lies over them too."""
        return self._board.style in _FILMED

    def filter(self, shot: Shot) -> skia.ColorFilter | None:
        """What happens to the colours of `shot`."""
        return palette_filter(PALETTES["security"]) if shot.camera == "surveillance" else self._filter

    def over(self, canvas: skia.Canvas, shot: Shot, t: float) -> None:
        """Draw what the style, or a surveillance camera, lays over `shot` at film time `t`."""
        if shot.camera == "surveillance" and self._board.style != "security":
            if self._watch is None:
                self._watch = OVERLAYS["security"](self._plate)
            self._watch(canvas, t)
        elif self._overlay is not None:
            self._overlay(canvas, t)
        if shot.framing == "pov":
            blink(canvas, self._plate, shot, t)

    def shown(self, shot: Shot, t: float) -> float:
        """The moment of `shot` that a film of this style shows at `t`: old cameras take fewer pictures a second."""
        rate = _PICTURES["security"] if shot.camera == "surveillance" else _PICTURES.get(self._board.style)
        return t if rate is None else max(shot.start, floor(t * rate + 1e-6) / rate)

    def weave(self, t: float) -> tuple[int, int]:
        """How far the picture stands off its place at `t`, in pixels."""
        return weave(t, self._board.seed, self._short) if self._board.style == "old_film" else (0, 0)
