"""Films of celluloid and tube: silent film, film noir, eighties television, golden hour."""

from math import floor, sin
from random import Random

import numpy as np
import skia

from generator.engines.paper.colours import skia_colour
from generator.engines.paper.easing import clamp
from generator.engines.paper.pictures import picture_of
from generator.engines.paper.styles.letters import letters
from generator.engines.paper.styles.overlay import Overlay, Plate, still, together

_WEAVES = 12.0  # pictures a second of a hand-cranked camera


def old_film(plate: Plate) -> Overlay:
    """A worn print: an oval of light in the dark, scratches that stay for a moment, dust, a flicker."""
    w, h = plate.width, plate.height
    vignette = _vignette(w, h, "#0d0704", start=0.52, strength=1.0)
    gate = plate.surface()
    with gate as canvas:
        edge = 0.028 * plate.short
        inner = skia.RRect.MakeRectXY(
            skia.Rect.MakeLTRB(edge, edge, w - edge, h - edge), 0.09 * plate.short, 0.09 * plate.short
        )
        canvas.clipRRect(inner, skia.ClipOp.kDifference, True)
        canvas.clear(skia_colour("#080402"))

    def worn(canvas: skia.Canvas, t: float) -> None:
        dice = Random(plate.board.seed * 977 + floor(t * _WEAVES))
        flicker = dice.uniform(-0.05, 0.07)
        shade = skia_colour("#000000" if flicker > 0 else "#fff4d8", abs(flicker))
        canvas.drawRect(skia.Rect.MakeWH(w, h), skia.Paint(Color=shade))
        scratch = Random(plate.board.seed + floor(t * 1.7))
        if scratch.random() < 0.75:
            x = scratch.uniform(0.1, 0.9) * w + dice.uniform(-0.004, 0.004) * w
            pen = skia.Paint(AntiAlias=True, Color=skia_colour("#fff6dc", 0.4), StrokeWidth=max(1.0, h / 800))
            canvas.drawLine(x, 0, x + dice.uniform(-3, 3), h, pen)
        for _ in range(dice.randrange(5)):
            _dust(canvas, dice, w, h, plate.short)

    return together(worn, still(vignette), still(gate.makeImageSnapshot()))


def noir(plate: Plate) -> Overlay:
    """The shadow of a blind across everything, and dark corners."""
    w, h = plate.width, plate.height
    surface = plate.surface()
    with surface as canvas:
        soft = skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.006 * plate.short)
        paint = skia.Paint(AntiAlias=True, Color=skia_colour("#000000", 0.34), MaskFilter=soft)
        slat = 0.075 * plate.short
        canvas.save()
        canvas.rotate(-17, w / 2, h / 2)
        for number in range(-6, round(1.3 * h / slat / 2) + 6):
            y = number * 2 * slat
            canvas.drawRect(skia.Rect.MakeXYWH(-w, y, 3 * w, slat), paint)
        canvas.restore()
        canvas.drawImage(_vignette(w, h, "#000000", start=0.36, strength=0.9), 0, 0)
    return still(surface.makeImageSnapshot())


def retro(plate: Plate) -> Overlay:
    """A tube: rounded glass, lines, a band that rolls by, the channel in green when the set is switched on."""
    w, h = plate.width, plate.height
    surface = plate.surface()
    with surface as canvas:
        canvas.drawImage(_scanlines(w, h, 40), 0, 0)
        canvas.drawImage(_vignette(w, h, "#0a0806", start=0.62, strength=0.75), 0, 0)
        edge, bend = 0.02 * plate.short, 0.11 * plate.short
        glass = skia.Path()
        glass.addRoundRect(skia.Rect.MakeLTRB(edge, edge, w - edge, h - edge), bend, bend)
        canvas.save()
        canvas.clipPath(glass, skia.ClipOp.kDifference, True)
        canvas.clear(skia_colour("#0b0908"))
        canvas.restore()
        rim = skia.Paint(AntiAlias=True, Color=skia_colour("#d8e8ff", 0.16), Style=skia.Paint.kStroke_Style)
        rim.setStrokeWidth(0.012 * plate.short)
        canvas.drawPath(glass, rim)
        shine = skia.GradientShader.MakeLinear(
            points=[skia.Point(0, 0), skia.Point(0.5 * w, 0.34 * h)],
            colors=[skia_colour("#ffffff", 0.16), skia_colour("#ffffff", 0)],
        )
        canvas.clipPath(glass, skia.ClipOp.kIntersect, True)
        canvas.drawRect(skia.Rect.MakeWH(w, h), skia.Paint(Shader=shine))
    glass_picture = still(surface.makeImageSnapshot())
    channel = letters(f"CH {1 + plate.board.seed % 12}", 0.075 * plate.short, "#7dff8a", glow="#0b5a20")

    def rolling(canvas: skia.Canvas, t: float) -> None:
        y = ((t * 0.13) % 1.2 - 0.1) * h
        band = skia.Paint(Color=skia_colour("#ffffff", 0.07))
        canvas.drawRect(skia.Rect.MakeXYWH(0, y, w, 0.06 * h), band)
        if t < 2.6:
            canvas.drawImage(channel, w - channel.width() - 0.06 * plate.short, 0.055 * plate.short)

    return together(rolling, glass_picture)


def golden(plate: Plate) -> Overlay:
    """Light that leaks in from a low sun, its rings in the lens, and dust that drifts through it."""
    w, h = plate.width, plate.height
    surface = plate.surface()
    with surface as canvas:
        for x, y, radius, colour, share in (
            (1.02, 0.04, 0.95, "#ffb347", 0.62), (0.95, 0.1, 0.4, "#fff0c0", 0.55), (-0.05, 0.9, 0.6, "#ff7a3c", 0.26)
        ):  # fmt: skip
            reach = radius * max(w, h) * 0.8
            shader = skia.GradientShader.MakeRadial(
                skia.Point(x * w, y * h), reach, [skia_colour(colour, share), skia_colour(colour, 0)]
            )
            canvas.drawRect(skia.Rect.MakeWH(w, h), skia.Paint(Shader=shader))
        for along, radius, share in ((0.34, 0.05, 0.2), (0.5, 0.09, 0.13), (0.62, 0.03, 0.24), (0.82, 0.13, 0.1)):
            x, y = w * (0.97 - 0.9 * along), h * (0.06 + 0.8 * along)
            ring = skia.Paint(AntiAlias=True, Color=skia_colour("#ffe6a0", share))
            canvas.drawCircle(x, y, radius * plate.short, ring)
    motes = [(Random(number).random(), Random(number + 50).random()) for number in range(16)]

    def dust(canvas: skia.Canvas, t: float) -> None:
        for number, (x, y) in enumerate(motes):
            glint = 0.25 + 0.3 * sin(1.7 * t + 2.3 * number)
            if glint > 0.02:
                canvas.drawCircle(
                    ((x + 0.02 * t) % 1) * w, ((y - 0.012 * t) % 1) * h, plate.short * (0.003 + 0.004 * y),
                    skia.Paint(AntiAlias=True, Color=skia_colour("#fff4c8", glint)),
                )  # fmt: skip

    return together(still(surface.makeImageSnapshot()), dust)


def weave(t: float, seed: int, short: int) -> tuple[int, int]:
    """How far a hand-cranked film stands off its place at `t`, in pixels."""
    dice = Random(seed * 31 + floor(t * _WEAVES))
    reach = 0.004 * short
    return round(dice.uniform(-reach, reach)), round(dice.uniform(-1.5, 1.5) * reach)


def _dust(canvas: skia.Canvas, dice: Random, w: int, h: int, short: int) -> None:
    x, y, size = dice.random() * w, dice.random() * h, dice.uniform(0.003, 0.012) * short
    colour = skia_colour("#fff6dc" if dice.random() < 0.6 else "#140c06", 0.6)
    if dice.random() < 0.5:
        canvas.drawCircle(x, y, 0.5 * size, skia.Paint(AntiAlias=True, Color=colour))
        return
    hair = skia.Path()
    hair.moveTo(x, y)
    hair.quadTo(x + dice.uniform(-3, 3) * size, y + 2 * size, x + dice.uniform(-4, 4) * size, y + 4 * size)
    pen = skia.Paint(AntiAlias=True, Color=colour, Style=skia.Paint.kStroke_Style, StrokeWidth=max(1.0, 0.2 * size))
    canvas.drawPath(hair, pen)


def _vignette(width: int, height: int, colour: str, *, start: float, strength: float) -> skia.Image:
    """Dark corners, from `start` of the way out (1 at the corners) to `strength` at the corners."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    far = np.sqrt((((x / width - 0.5) * 2) ** 2 + ((y / height - 0.5) * 2) ** 2) / 2)
    alpha = np.clip((far - start) / (1 - start), 0, 1) ** 1.6 * strength
    return _tinted(alpha, colour)


def _scanlines(width: int, height: int, alpha: int) -> skia.Image:
    film = np.zeros((height, width, 4), np.uint8)
    film[:: max(2, height // 300), :, 3] = alpha
    return picture_of(film)


def _tinted(alpha: np.ndarray[tuple[int, ...], np.dtype[np.float32]], colour: str) -> skia.Image:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    film = np.empty((*alpha.shape, 4), np.uint8)
    film[..., 3] = np.round(alpha * 255)
    for channel, value in enumerate((red, green, blue)):
        film[..., channel] = np.round(clamp(value / 255) * alpha * 255)
    return picture_of(film)
