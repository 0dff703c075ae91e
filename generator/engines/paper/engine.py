"""The paper engine: a storyboard as paper theatre, frame by frame, on one core of any CPU."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import skia

from generator.engines.engine import Abilities, Frame, Rendering
from generator.engines.paper.captions import Captions
from generator.engines.paper.colours import skia_colour
from generator.engines.paper.easing import clamp, ease
from generator.engines.paper.given_faces import performs
from generator.engines.paper.pictures import copy_as_rgba
from generator.engines.paper.puppet import Puppet
from generator.engines.paper.scene import Scene
from generator.engines.paper.tint import Grade
from generator.engines.paper.title_cards import TitleCards
from generator.engines.paper.told_apart import told_apart
from generator.engines.paper.transitions import SECONDS, Gate, lay_over, shift
from generator.heap import give_back
from generator.storyboard import Character, Shot, Storyboard

PAPER = "paper"
_GOODBYE = 0.7  # seconds in which a film fades out


class PaperEngine:
    """Cut-paper puppets on a lit set. Deterministic: the same rendering gives the same frames."""

    name = PAPER

    def abilities(self) -> Abilities:
        """Films from words alone or before a member's own picture, up to a minute."""
        return Abilities(modes=frozenset({"text", "image"}), max_seconds=60.0, any_frame=True)

    def render(self, rendering: Rendering, numbers: Sequence[int] | None = None) -> Iterator[Frame]:
        """`round(seconds * fps)` frames, or those of `numbers`; every frame is the same buffer, drawn anew."""
        board, canvas = rendering.storyboard, rendering.canvas
        frame: Frame = np.zeros((canvas.height, canvas.width, 4), np.uint8)
        surface = skia.Surface(canvas.width, canvas.height)
        theatre = _Theatre(rendering, surface)
        for number in range(round(board.seconds * canvas.fps)) if numbers is None else numbers:
            rendering.check_cancelled()
            theatre.draw(number / canvas.fps)
            copy_as_rgba(surface, frame)
            yield frame


class _Theatre:
    """Everything that lives as long as a film; only one shot, and the last picture of the one before, are kept."""

    def __init__(self, rendering: Rendering, surface: skia.Surface) -> None:
        board, canvas = rendering.storyboard, rendering.canvas
        self._rendering = rendering
        self._surface = surface
        self._size = canvas.width, canvas.height
        self._puppets = {
            who.id: Puppet(
                who, board.style, board.seed + 31 * number, _cut(rendering, who), performs=performs(who, board)
            )
            for number, who in enumerate(told_apart(board.cast, board.seed))
        }
        self._grade = Grade(board, canvas.width, canvas.height)
        self._captions = Captions(board, canvas.width, canvas.height)
        self._cards = TitleCards(board, canvas.width, canvas.height)
        self._scene: Scene | None = None
        self._gate: Gate | None = None

    def draw(self, t: float) -> None:
        """Draw the frame at film time `t` on the surface."""
        board = self._rendering.storyboard
        scene = self._entered(_shot_at(board, t), t)
        shown = self._grade.shown(scene.shot, t)
        canvas = self._surface.getCanvas()
        w, h = self._size
        grading = self._grade.filter(scene.shot)
        if grading is not None:
            canvas.saveLayer(None, skia.Paint(ColorFilter=grading))
        canvas.save()
        canvas.translate(*self._grade.weave(t))
        u = self._progress(scene.shot, t)
        if u < 1:
            canvas.translate(round(shift(scene.shot.transition, u, w)), 0)
        scene.draw(canvas, shown)
        canvas.restore()
        if u < 1 and self._gate is not None:
            lay_over(canvas, scene.shot.transition, u, self._gate, scene.looked_at(shown))
        if grading is not None:
            canvas.restore()
        if self._grade.covers_cards:
            self._cards.draw(canvas, t)
        self._grade.over(canvas, scene.shot, t)
        if not self._grade.covers_cards:
            self._cards.draw(canvas, t)
        self._captions.draw(canvas, t)
        if board.fade_out and t > board.seconds - _GOODBYE:
            gone = ease(clamp((t - board.seconds + _GOODBYE) / (_GOODBYE - 0.06)))
            canvas.drawRect(skia.Rect.MakeWH(w, h), skia.Paint(Color=skia_colour("#000000", gone)))

    def _entered(self, shot: Shot, t: float) -> Scene:
        """Change the scene if another shot has begun, keeping the last picture where it goes over into the next."""
        if self._scene is not None and self._scene.shot is shot:
            return self._scene
        self._gate = self._last_picture_before(shot) if self._progress(shot, t) < 1 else None
        self._scene = None  # one set at a time: each takes many times the room of a frame
        give_back()
        self._scene = Scene(self._rendering, shot, self._puppets)
        return self._scene

    def _progress(self, shot: Shot, t: float) -> float:
        """How far the transition into `shot` has come, 1 when it is over."""
        length = min(SECONDS[shot.transition], shot.seconds)
        first = shot.start <= 0
        return 1.0 if first or not length else min(1.0, (t - shot.start) / length)

    def _last_picture_before(self, shot: Shot) -> Gate | None:
        """What stood there when a shot began; drawn anew where nobody has drawn the shot before it."""
        shots = self._rendering.storyboard.shots
        at = shots.index(shot)
        if at == 0:
            return None
        scene = self._scene
        if scene is None or scene.shot is not shots[at - 1]:
            scene = Scene(self._rendering, shots[at - 1], self._puppets)
        old = skia.Surface(*self._size)
        scene.draw(old.getCanvas(), shot.start)
        return Gate(*self._size, old.makeImageSnapshot(), scene.looked_at(shot.start))


def _shot_at(board: Storyboard, t: float) -> Shot:
    """The shot at film time `t`: the last one that has begun."""
    begun = [shot for shot in board.shots if shot.start <= t + 1e-6]
    return begun[-1] if begun else board.shots[0]


def _cut(rendering: Rendering, who: Character) -> Path | None:
    """Out of which picture somebody is cut."""
    return rendering.pictures[who.picture].cut if who.picture is not None else None
