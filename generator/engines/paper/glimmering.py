"""Stars that twinkle, windows and lanterns that breathe, fires that flicker, light that dances on water.

The set itself is painted once a shot. Over it, at the points that its painters marked, small lights come and go as a
function of time, wherever no nearer sheet hides them.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import cos, log2, pi, sin
from random import Random

import skia

from generator.engines.paper.camera import Lens, View
from generator.engines.paper.colours import skia_colour
from generator.engines.paper.pictures import NATIVE
from generator.engines.paper.sets.glimmer import Glimmer, Kind
from generator.engines.paper.sheets import Sheet

_MOST = 40  # of a sheet that glimmer
_PLAIN = skia.SamplingOptions()
_SIZES = 12  # of a light in an octave: steps of 6 % that nobody sees
_FAINT = 0.04  # below this nothing is drawn


class Glimmering:
    """All that glimmers in one shot; `front` are the sheets before the puppets, which hide it too."""

    def __init__(self, back: Sequence[Sheet], front: Sequence[Sheet], lens: Lens, views: Sequence[View], seed: int):
        self._lens = lens
        looks = (views[0], views[len(views) // 2], views[-1])
        dice = Random(seed)
        self._lights: list[tuple[float, Glimmer, float]] = []  # nearness of its sheet, the light, a phase of its own
        for number, sheet in enumerate(back):
            nearer = (*back[number + 1 :], *front)
            chosen = list(sheet.glimmers)
            dice.shuffle(chosen)
            for light in chosen[:_MOST]:
                if all(_seen(light, sheet, nearer, lens, view) for view in looks):
                    self._lights.append((sheet.near, light, dice.uniform(0, 2 * pi)))

    def draw(self, canvas: skia.Canvas, view: View, t: float) -> None:
        """Draw the lights as they are at film time `t`."""
        for near, light, phase in self._lights:
            strength = _strength(light.kind, t, phase)
            if strength < _FAINT:
                continue
            at = self._lens.matrix(view, near).mapXY(light.x, light.y)
            half = size_in_pixels(light.reach * self._lens.scale(view, near))
            paint = skia.Paint(Alphaf=strength, BlendMode=skia.BlendMode.kScreen)
            canvas.drawImage(
                _spark(light.kind, light.colour, half), round(at.x()) - half, round(at.y()) - half, _PLAIN, paint
            )


def _seen(light: Glimmer, sheet: Sheet, nearer: Sequence[Sheet], lens: Lens, view: View) -> bool:
    """Whether no sheet of `nearer` covers `light`, a point of `sheet`."""
    at = lens.matrix(view, sheet.near).mapXY(light.x, light.y)
    for other in nearer:
        back = skia.Matrix()
        if not lens.matrix(view, other.near).invert(back):
            continue
        place = back.mapXY(at.x(), at.y())
        if other.covers(place.x(), place.y()):
            return False
    return True


def _strength(kind: Kind, t: float, phase: float) -> float:
    """How bright a light is at `t`, 0 to 1; no two have the same beat."""
    own = 1 + 0.5 * sin(17 * phase)  # between 0.5 and 1.5
    match kind:
        case "star":
            return max(0.0, sin(1.3 * own * t + phase)) ** 3
        case "glint":
            return max(0.0, sin(2.2 * own * t + phase)) ** 5
        case "firefly":
            return max(0.0, sin(0.9 * own * t + phase)) ** 2
        case "fire":
            return 0.4 + 0.2 * sin(9.1 * own * t + phase) + 0.14 * sin(23 * t + 3 * phase)
        case _:
            return 0.2 + 0.12 * sin(1.7 * own * t + phase) + 0.05 * sin(6.3 * t + 2 * phase)


def size_in_pixels(reach: float) -> int:
    """Pixels to each side of a light that reaches so far: one of a few sizes, or a zoom would fill the memory."""
    return max(2, 2 * round(2 ** (round(_SIZES * log2(max(reach, 1.0))) / _SIZES) / 2))


@lru_cache(maxsize=128)
def _spark(kind: Kind, colour: str, half: int) -> skia.Image:
    """The light as a picture of `half` pixels to each side."""
    surface = skia.Surface(skia.ImageInfo.Make(2 * half, 2 * half, NATIVE, skia.kPremul_AlphaType))
    with surface as canvas:
        canvas.translate(half, half)
        canvas.scale(half, half)
        if kind == "glint":
            canvas.drawOval(
                skia.Rect.MakeLTRB(-1, -0.16, 1, 0.16), skia.Paint(AntiAlias=True, Color=skia_colour(colour))
            )
            return surface.makeImageSnapshot()
        share = 0.5 if kind == "star" else 1.0
        shades = [skia_colour(colour, share * part) for part in (1.0, 0.3, 0.0)]
        shader = skia.GradientShader.MakeRadial(skia.Point(0, 0), 1.0, shades, [0.0, 0.4, 1.0])
        canvas.drawCircle(0, 0, 1, skia.Paint(AntiAlias=True, Shader=shader))
        if kind == "star":
            path = skia.Path()
            for corner in range(8):
                far = 1.0 if corner % 2 == 0 else 0.14
                x, y = far * sin(corner * pi / 4), -far * cos(corner * pi / 4)
                path.lineTo(x, y) if corner else path.moveTo(x, y)
            path.close()
            canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=skia_colour("#ffffff")))
    return surface.makeImageSnapshot()
