"""One shot on stage: set, light, weather, cast and camera, drawn at any moment of it."""

from collections.abc import Mapping
from dataclasses import replace
from math import tanh

import skia

from generator.engines.engine import Rendering
from generator.engines.paper.camera import Lens, View, keystone, lens_for, view_at
from generator.engines.paper.cast import Company, sharp
from generator.engines.paper.diorama import Diorama
from generator.engines.paper.dressing import Dressing, built
from generator.engines.paper.focus import FocusPull
from generator.engines.paper.glimmering import Glimmering
from generator.engines.paper.light import Lighting, shade_of
from generator.engines.paper.puppet import Puppet
from generator.engines.paper.sets.daylight import daylight
from generator.engines.paper.sets.places import scenery_of
from generator.engines.paper.sets.wet import with_wet_ground
from generator.engines.paper.sheets import Sheet, draw_all, draw_swaying, flattened, painted
from generator.engines.paper.travel import travel_of
from generator.engines.paper.weather import Sky
from generator.storyboard import Shot

_PLAIN, _LINEAR = skia.SamplingOptions(), skia.SamplingOptions(skia.FilterMode.kLinear)
_DRIFT = 0.07  # adult heights to each side
_FURTHEST = 0.7  # adult heights that somebody travels before a card
_LOOKS = 0.2  # seconds between the moments at which is measured what the camera will see


class Scene:
    """A shot, ready to be drawn; `puppets` maps character ids to puppets."""

    def __init__(self, rendering: Rendering, shot: Shot, puppets: Mapping[str, Puppet]) -> None:
        board, canvas = rendering.storyboard, rendering.canvas
        self.shot = shot
        self._seed = board.seed
        self._lens: Lens = lens_for(canvas.width, canvas.height, len(shot.cast))
        light = daylight(shot.time_of_day, shot.weather)
        scenery = with_wet_ground(scenery_of(board, shot), wet=light.wet)
        self._company = Company(
            board, shot, self._lens, puppets, rendering.mouths, scenery.floor if shot.backdrop is None else "ground"
        )
        self._shade = shade_of(shot, scenery.indoors)
        self._lighting = Lighting(shot, canvas.width, canvas.height, scenery.indoors)
        self._sky = Sky(shot, canvas.width, canvas.height, board.seed, scenery.indoors)
        self._dressing = Dressing(shot, self._lens, board.seed)
        self._travel = travel_of(shot)
        self._wind = 2.0 if shot.weather in ("wind", "storm") else 1.0
        views = [self._view(t) for t in self._looks(shot)]
        seed = board.seed * 13 + sum(map(ord, shot.place))  # the same place looks the same in every shot
        self._front: list[Sheet] = []
        self._back: list[Sheet] = []
        self._diorama: Diorama | None = None
        if shot.backdrop is not None:
            self._diorama = Diorama(rendering.pictures[shot.backdrop], self._lens, views, light)
        else:
            self._back = painted((*scenery.back, *built(shot, self._lens)), scenery, light, seed, self._lens, views)
            self._front = painted(scenery.front, scenery, light, seed + 500, self._lens, views)
        self._glimmering = Glimmering(self._back, self._front, self._lens, views, seed)
        self._still = flattened(self._back, self._lens, views) if self._back and len(set(views)) == 1 else None
        if self._still is not None:
            self._back = []  # many times the room of the one picture that they have become
        self._focus_pull = FocusPull(shot, canvas.width, canvas.height, self._still) if shot.camera == "rack" else None
        self._keystone = keystone(shot, canvas.width, canvas.height)

    def draw(self, canvas: skia.Canvas, t: float) -> None:
        """Draw the whole frame at film time `t`."""
        at_hand = self._at_hand(t)
        view = self._gone(at_hand, t)
        x, y = self._focus(at_hand, t)
        canvas.save()
        if self._keystone is not None:
            canvas.concat(self._keystone)
        if self._diorama is not None:
            self._diorama.draw(canvas, view)
        elif self._still is not None:
            canvas.drawImage(self._still, 0, 0, _LINEAR if self._keystone else _PLAIN)
        else:
            canvas.clear(skia.ColorBLACK)
            draw_all(canvas, self._back, self._lens, view)
        self._glimmering.draw(canvas, view, t)
        self._sky.behind(canvas, t)
        if self._focus_pull is not None:
            self._focus_pull.draw_set(canvas, t)
        self._lighting.behind(canvas, x, y)
        self._dressing.draw(canvas, view, t, self._shade)
        soft = self._focus_pull.softness(t) if self._focus_pull is not None else sharp
        self._company.draw(canvas, at_hand, t, self._shade, soft)
        for sheet in self._front:
            draw_swaying(canvas, sheet, self._lens, view, t, wind=self._wind)
        canvas.restore()
        self._company.draw_shoulder(canvas, t, self._shade)
        self._sky.draw(canvas, t)
        self._lighting.over(canvas, x, y, t)

    def looked_at(self, t: float) -> tuple[float, float]:
        """Where in the frame the middle of the focus is, in pixels."""
        return self._focus(self._at_hand(t), t)

    def _looks(self, shot: Shot) -> list[float]:
        count = max(2, int(shot.seconds / _LOOKS) + 1)
        return [shot.start + shot.seconds * i / (count - 1) for i in range(count)]

    def _view(self, t: float) -> View:
        return self._gone(self._at_hand(t), t)

    def _gone(self, view: View, t: float) -> View:
        """`view` of the set, which has gone by while the cast stayed before the camera."""
        gone = self._travel.at(t)
        if self.shot.backdrop is not None:  # a card has an end
            gone = _FURTHEST * tanh(gone / (2 * _FURTHEST))
        return replace(view, x=view.x + gone)

    def _at_hand(self, t: float) -> View:
        """What the camera sees of the stage as if nobody had travelled; before a card it never stands quite still."""
        view = view_at(self.shot, t, self._lens, self._company.held(t), self._seed)
        if self.shot.backdrop is None:
            return view
        side = 1 if (self._seed + round(10 * self.shot.start)) % 2 else -1
        return replace(view, x=view.x + side * _DRIFT * (2 * (t - self.shot.start) / self.shot.seconds - 1))

    def _focus(self, view: View, t: float) -> tuple[float, float]:
        """Where the middle of the focus is in the frame, in pixels."""
        held = self._company.held(t)
        if not held:
            return self._lens.width / 2, self._lens.height * 0.55
        one = held[0]
        at = self._lens.matrix(view, 1.0).mapXY(one.x, -(one.feet + 0.55 * one.tall))
        return float(at.x()), float(at.y())
