"""The light of a shot: a film over the frame, made once, that darkens and colours it; and beams that move."""

from dataclasses import dataclass
from functools import lru_cache
from math import sin

import numpy as np
import skia
from numpy.typing import NDArray

from generator.engines.paper.colours import rgb, skia_colour
from generator.engines.paper.pictures import picture_of
from generator.engines.paper.shades import Shade
from generator.storyboard import Shot

Field = NDArray[np.float32]

_SCREEN = skia.Paint(BlendMode=skia.BlendMode.kScreen)
_SPOT = (0.46, 0.42)  # half width and half height of a spot's pool, in frame heights of an upright frame


@dataclass(frozen=True, slots=True)
class _Wash:
    """A colour laid over the frame: `even` everywhere, `edges` more towards the corners, `top` more above."""

    colour: str
    even: float = 0.0
    edges: float = 0.0
    top: float = 0.0


_HOURS = {
    "morning": _Wash("#ffb469", 0.05, 0.1, 0.0),
    "day": _Wash("#2a2f4a", 0.0, 0.17, 0.0),
    "evening": _Wash("#b0324a", 0.09, 0.24, 0.05),
    "night": _Wash("#0a1040", 0.13, 0.32, 0.1),
}
_INSIDE = {  # rooms are lit from within: dark in the corners, not all over
    "evening": _Wash("#3a1024", 0.03, 0.36, 0.05),
    "night": _Wash("#140824", 0.05, 0.55, 0.08),
}
_LIGHTS = {
    "spot": _Wash("#0a0618", 0.0, 0.0),
    "backlight": _Wash("#1c1024", 0.26, 0.3),
    "neon": _Wash("#12083a", 0.1, 0.3),
    "lantern": _Wash("#2a0c10", 0.0, 0.4),
    "moonlight": _Wash("#122a6a", 0.2, 0.26),
    "flash": _Wash("#101018", 0.1, 0.2),
}


def shade_of(shot: Shot, indoors: bool) -> Shade:
    """The shadow that puppets cast on what is behind them."""
    if shot.light == "backlight":
        return Shade(dx=0.0, dy=-0.02, softness=0.05, opacity=0.55, colour="#ffdf9a")
    if shot.light == "neon":
        return Shade(dx=0.03, dy=0.01, softness=0.035, opacity=0.5, colour="#e040c0")
    if shot.place in ("underwater", "space", "sky"):
        return Shade(opacity=0.18)
    if shot.time_of_day == "evening" and not indoors:
        return Shade(dx=-0.035, dy=0.03, opacity=0.34, colour="#4a1f3a")
    return Shade()


class Lighting:
    """The light of one shot on a canvas of `width` by `height` pixels."""

    def __init__(self, shot: Shot, width: int, height: int, indoors: bool) -> None:
        self._shot = shot
        self._size = width, height
        self._film = _film(
            shot.time_of_day, shot.light, width, height, indoors or shot.place in ("space", "underwater")
        )

    def behind(self, canvas: skia.Canvas, x: float, y: float) -> None:
        """Light behind the puppets; (x, y) is the middle of the focus in pixels."""
        h = self._size[1]
        if self._shot.light == "backlight":
            _pool(canvas, x, y - 0.06 * h, 0.5 * h, "#fff0c4", 1.0)
        elif self._shot.light == "lantern":
            _pool(canvas, x, y, 0.3 * h, "#ff9a4a", 0.34)

    def over(self, canvas: skia.Canvas, x: float, y: float, t: float) -> None:
        """Light over the puppets at film time `t`."""
        w, h = self._size
        canvas.drawImage(self._film, 0, 0)
        match self._shot.light:
            case "spot":
                canvas.drawImage(_spot(w, h), round(min(w, max(0.0, x))) - w, round(min(h, max(0.0, y))) - h)
            case "neon":
                beat = 0.85 + 0.15 * sin(9 * t) * (sin(2.3 * t) > 0.6)
                _side(canvas, w, h, "#ff2fb0", 0.34 * beat, left=True)
                _side(canvas, w, h, "#20d8ff", 0.3, left=False)
            case "moonlight":
                canvas.drawImage(_moonbeams(w, h), 0, 0, skia.SamplingOptions(), _SCREEN)
            case "flash":
                since = t - self._shot.start
                _whiten(
                    canvas,
                    w,
                    h,
                    max(0.0, 0.9 - since * 3.4) if since < 0.3 else max(0.0, 0.6 - abs((since % 1.7) - 0.9) * 9),
                )


@lru_cache(maxsize=8)
def _film(time: str, light: str, width: int, height: int, sheltered: bool) -> skia.Image:
    """The washes of hour and lamp as one translucent picture."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    x, y = (x / width - 0.5) * 2, (y / height - 0.5) * 2
    edge = np.clip((x * x * 0.9 + y * y * 0.8 - 0.45) / 1.25, 0, 1) ** 1.3
    inside = _INSIDE.get(time) if sheltered else None
    alpha, colour = _washed(inside or _HOURS[time], edge, y, 0.35 if sheltered and inside is None else 1.0)
    if light != "natural":
        more, tone = _washed(_LIGHTS[light], edge, y, 1.0)
        out = alpha + more * (1 - alpha)
        share = np.divide(more, out, out=np.zeros_like(out), where=out > 0)[..., None]
        colour = colour * (1 - share) + tone * share
        alpha = out
    film = np.empty((height, width, 4), np.uint8)
    film[..., 3] = np.round(alpha * 255)
    film[..., :3] = np.round(colour * alpha[..., None])
    return picture_of(film)


def _washed(wash: _Wash, edge: Field, y: Field, strength: float) -> tuple[Field, Field]:
    alpha = wash.even * strength + wash.edges * edge * max(strength, 0.7) + wash.top * np.clip(-y, 0, 1) * strength
    return alpha.astype(np.float32), np.broadcast_to(np.array(rgb(wash.colour), np.float32), (*edge.shape, 3))


def _pool(canvas: skia.Canvas, x: float, y: float, radius: float, colour: str, strength: float) -> None:
    half = round(radius)
    canvas.drawImage(_pool_of_light(half, colour, strength), round(x) - half, round(y) - half)


@lru_cache(maxsize=4)
def _pool_of_light(half: int, colour: str, strength: float) -> skia.Image:
    """A round glow of `half` pixels' radius."""
    surface = skia.Surface(2 * half, 2 * half)
    shades = [skia_colour(colour, strength), skia_colour(colour, strength * 0.35), skia_colour(colour, 0)]
    shader = skia.GradientShader.MakeRadial(skia.Point(half, half), half, shades, [0, 0.45, 1])
    with surface as canvas:
        canvas.drawCircle(half, half, half, skia.Paint(Shader=shader))
    return surface.makeImageSnapshot()


@lru_cache(maxsize=2)
def _spot(w: int, h: int) -> skia.Image:
    """Dark but for a pool in the middle and a beam from above into it; twice the frame, to be moved about."""
    dark = "#080414"
    wide = min(w, h) * _SPOT[0] if w < h else h * 0.42
    surface = skia.Surface(2 * w, 2 * h)
    with surface as canvas:
        canvas.save()
        canvas.translate(w, h)
        canvas.scale(wide, h * _SPOT[1])
        shader = skia.GradientShader.MakeRadial(
            skia.Point(0, 0),
            1.35,
            [skia_colour(dark, 0), skia_colour(dark, 0.05), skia_colour(dark, 0.74)],
            [0, 0.62, 1],
        )
        canvas.drawRect(skia.Rect.MakeLTRB(-20, -20, 20, 20), skia.Paint(Shader=shader))
        canvas.restore()
        _beam(canvas, w, 0.32 * h, wide * 0.26, 1.3 * h, wide * 1.7, "#fff4d0", 0.2)
    return surface.makeImageSnapshot()


@lru_cache(maxsize=2)
def _moonbeams(w: int, h: int) -> skia.Image:
    """Soft shafts from the upper right, as through a high window or between branches."""
    surface = skia.Surface(w, h)
    blur = skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.03 * min(w, h))
    ends = [skia.Point(0.9 * w, 0), skia.Point(0.3 * w, h)]
    with surface as canvas:
        for start, wide, strength in ((0.98, 0.2, 0.34), (0.68, 0.1, 0.22), (0.44, 0.14, 0.26)):
            path = skia.Path()
            for number, (px, py) in enumerate(((start, -0.1), (start + wide, -0.1), (start - 0.3 + 1.7 * wide, 1.05),
                                               (start - 0.42, 1.05))):  # fmt: skip
                path.lineTo(px * w, py * h) if number else path.moveTo(px * w, py * h)
            path.close()
            shades = [skia_colour("#c4d6ff", strength), skia_colour("#c4d6ff", 0.25 * strength)]
            shader = skia.GradientShader.MakeLinear(points=ends, colors=shades)
            canvas.drawPath(path, skia.Paint(AntiAlias=True, Shader=shader, MaskFilter=blur))
    return surface.makeImageSnapshot()


def _beam(
    canvas: skia.Canvas, x: float, top: float, narrow: float, bottom: float, wide: float, colour: str, strength: float
) -> None:
    path = skia.Path()
    path.moveTo(x - narrow / 2, top)
    path.lineTo(x + narrow / 2, top)
    path.lineTo(x + wide / 2, bottom)
    path.lineTo(x - wide / 2, bottom)
    path.close()
    shader = skia.GradientShader.MakeLinear(
        points=[skia.Point(x, top), skia.Point(x, bottom)],
        colors=[skia_colour(colour, strength), skia_colour(colour, 0)],
    )
    canvas.drawPath(path, skia.Paint(AntiAlias=True, Shader=shader))


def _side(canvas: skia.Canvas, w: int, h: int, colour: str, strength: float, *, left: bool) -> None:
    ends = [skia.Point(0, 0), skia.Point(w * 0.62, 0)] if left else [skia.Point(w, 0), skia.Point(w * 0.38, 0)]
    shader = skia.GradientShader.MakeLinear(points=ends, colors=[skia_colour(colour, strength), skia_colour(colour, 0)])
    rect = skia.Rect.MakeLTRB(0, 0, w * 0.62, h) if left else skia.Rect.MakeLTRB(w * 0.38, 0, w, h)
    canvas.drawRect(rect, skia.Paint(Shader=shader))


def _whiten(canvas: skia.Canvas, w: int, h: int, strength: float) -> None:
    if strength > 0.01:
        canvas.drawRect(skia.Rect.MakeWH(w, h), skia.Paint(Color=skia_colour("#ffffff", strength)))
