"""Styles that dress the stage itself: anime opening, ghost story, cyberpunk, pastel, festival."""

from collections.abc import Sequence
from math import cos, pi, sin
from random import Random

import skia

from generator.engines.paper.colours import skia_colour
from generator.engines.paper.easing import clamp, ease
from generator.engines.paper.styles.letters import letters, stacked
from generator.engines.paper.styles.overlay import Overlay, Plate, still, together

_CREDIT = 1.9  # seconds that a credit stands
_PAPERS = ("#e94f3d", "#f5b83d", "#3f9a8c", "#f7efe0", "#d9608a", "#4a7fc8")


def anime(plate: Plate) -> Overlay:
    """An opening: credits that come and go at the sides, light from above, petals of light."""
    w, h = plate.width, plate.height
    surface = plate.surface()
    with surface as canvas:
        for x, y, radius, colour, share in ((0.1, -0.05, 0.5, "#fff6d8", 0.5), (1.0, 0.0, 0.36, "#ff9ad0", 0.3),
                                            (0.5, 1.1, 0.4, "#5ad0ff", 0.22)):  # fmt: skip
            _glow(canvas, w, h, x, y, radius, colour, share)
        _rays(canvas, w, h, 0.1, -0.08, "#fffbe8", 0.09)
    credits = _credits(plate)

    def over(canvas: skia.Canvas, t: float) -> None:
        for number in range(12):
            _petal(canvas, plate, number, t)
        for number, credit in enumerate(credits):
            start = 0.5 + number * (_CREDIT + 0.25)
            come = ease((t - start) / 0.3) * (1 - ease((t - start - _CREDIT + 0.35) / 0.35))
            if come > 0.01:
                left = number % 2 == 0
                x = 0.05 * w if left else w - credit.width() - 0.05 * w
                slide = (1 - come) * 0.03 * w * (-1 if left else 1)
                canvas.drawImage(credit, x + slide, 0.075 * h, skia.SamplingOptions(), skia.Paint(Alphaf=come))

    return together(still(surface.makeImageSnapshot()), over)


def ghost(plate: Plate) -> Overlay:
    """A ghost story: the dark closes in, mist creeps along the floor, pale fires drift, a candle's breath of light."""
    w, h, short = plate.width, plate.height, plate.short
    surface = plate.surface()
    with surface as canvas:
        shader = skia.GradientShader.MakeRadial(
            skia.Point(w / 2, 0.5 * h), 0.62 * (w * w + h * h) ** 0.5,
            [skia_colour("#000000", 0), skia_colour("#010306", 0.32), skia_colour("#000204", 0.93)], [0, 0.5, 1],
        )  # fmt: skip
        canvas.drawRect(skia.Rect.MakeWH(w, h), skia.Paint(Shader=shader))
    dark = surface.makeImageSnapshot()
    mist = _mist(w, h)
    fire = _fire(0.075 * short)

    def over(canvas: skia.Canvas, t: float) -> None:
        canvas.drawImage(dark, 0, 0)
        x = (12 * t * short / 720) % w
        for shift in (-w, 0):
            canvas.drawImage(mist, round(x + shift), h - mist.height())
        for number, (place, height) in enumerate(((0.12, 0.2), (0.86, 0.3), (0.74, 0.12))):
            fx = w * place + 0.05 * short * sin(0.7 * t + 2 * number)
            fy = h * height + 0.04 * short * sin(0.9 * t + number)
            lit = 0.75 + 0.25 * sin(5.1 * t + 3 * number)
            canvas.save()
            canvas.translate(fx, fy)
            canvas.rotate(8 * sin(1.3 * t + number))
            canvas.drawImage(
                fire, -fire.width() / 2, -fire.height() * 0.7, skia.SamplingOptions(skia.FilterMode.kLinear),
                skia.Paint(Alphaf=lit),
            )  # fmt: skip
            canvas.restore()

    return over


def cyberpunk(plate: Plate) -> Overlay:
    """A display: lines, cut corners in cyan and magenta, a grid of light, a glitch now and then."""
    w, h, short = plate.width, plate.height, plate.short
    surface = plate.surface()
    with surface as canvas:
        for at in range(0, h, max(3, round(h / 260))):
            canvas.drawRect(skia.Rect.MakeXYWH(0, at, w, 1), skia.Paint(Color=skia_colour("#05010f", 0.26)))
        _glow(canvas, w, h, -0.05, 0.5, 0.5, "#ff2fa0", 0.4)
        _glow(canvas, w, h, 1.05, 0.35, 0.5, "#19d8ff", 0.4)
        inset, cut = 0.035 * short, 0.075 * short
        for colour, shift in (("#ff2fa0", 0.006 * short), ("#35e6ff", 0.0)):
            pen = skia.Paint(AntiAlias=True, Color=skia_colour(colour, 0.95), Style=skia.Paint.kStroke_Style)
            pen.setStrokeWidth(max(1.5, 0.006 * short))
            for path in _cut_corners(w, h, inset + shift, cut):
                canvas.drawPath(path, pen)
        size = 0.034 * short
        code = letters(f"紙芝居 // {plate.board.seed * 7919 % 0xFFFFFF:06X}", size, "#eaffff", glow="#0090d8")
        canvas.drawImage(code, inset + cut, inset - 0.2 * size)
        kana = letters(plate.say("電脳紙芝居", "PAPER 2099"), 1.3 * size, "#ffe6f4", glow="#ff1f90", vertical=True)
        canvas.drawImage(kana, w - inset - 1.1 * kana.width(), h * 0.2)
    base = surface.makeImageSnapshot()

    def over(canvas: skia.Canvas, t: float) -> None:
        canvas.drawImage(base, 0, 0)
        dice = Random(plate.board.seed + int(t * 9))
        if dice.random() < 0.22:
            for _ in range(3):
                y, high = dice.uniform(0.05, 0.9) * h, dice.uniform(0.004, 0.018) * h
                colour = dice.choice(("#ff2fa0", "#35e6ff"))
                bar = skia.Rect.MakeXYWH(dice.uniform(-0.1, 0.7) * w, y, dice.uniform(0.15, 0.5) * w, high)
                canvas.drawRect(bar, skia.Paint(Color=skia_colour(colour, 0.32)))

    return over


def pastel(plate: Plate) -> Overlay:
    """A dream: white light around the edges, hearts and stars that rise."""
    w, h, short = plate.width, plate.height, plate.short
    surface = plate.surface()
    with surface as canvas:
        shader = skia.GradientShader.MakeRadial(
            skia.Point(w / 2, h / 2), 0.6 * (w * w + h * h) ** 0.5,
            [skia_colour("#ffffff", 0), skia_colour("#fff2fa", 0.1), skia_colour("#ffeef8", 0.9)], [0, 0.52, 1],
        )  # fmt: skip
        canvas.drawRect(skia.Rect.MakeWH(w, h), skia.Paint(Shader=shader))
        _glow(canvas, w, h, 0.0, 0.0, 0.7, "#ffc6e6", 0.4)
        _glow(canvas, w, h, 1.0, 1.0, 0.7, "#c2e4ff", 0.45)

    def over(canvas: skia.Canvas, t: float) -> None:
        for number in range(10):
            dice = Random(number * 13 + 5)
            x0, speed, size = dice.random(), dice.uniform(0.03, 0.06), dice.uniform(0.016, 0.034) * short
            y = 1.05 - ((speed * t + dice.random()) % 1.1)
            x = x0 + 0.02 * sin(1.1 * t + number)
            colour = ("#ffffff", "#ffb3d6", "#ffe08a", "#b8dcff")[number % 4]
            shape = _heart(size) if number % 2 else _spark(size)
            canvas.save()
            canvas.translate(x * w, y * h)
            canvas.rotate(14 * sin(0.9 * t + number))
            canvas.drawPath(shape, skia.Paint(AntiAlias=True, Color=skia_colour(colour, 0.85)))
            canvas.restore()

    return together(still(surface.makeImageSnapshot()), over)


def festive(plate: Plate) -> Overlay:
    """A festival: paper lanterns on a string across the top, scraps of coloured paper that fall."""
    w, short = plate.width, plate.short
    lantern = _lantern(0.075 * short)
    count = max(4, round(w / (0.21 * short)))

    def over(canvas: skia.Canvas, t: float) -> None:
        for number in range(26):
            _scrap(canvas, plate, number, t)
        string = skia.Path()
        string.moveTo(-5, 0.012 * short)
        string.quadTo(w / 2, 0.1 * short, w + 5, 0.012 * short)
        pen = skia.Paint(AntiAlias=True, Color=skia_colour("#3a2018"), Style=skia.Paint.kStroke_Style)
        pen.setStrokeWidth(max(1.5, 0.005 * short))
        canvas.drawPath(string, pen)
        for number in range(count):
            u = (number + 0.5) / count
            y = 0.012 * short * (1 - 2 * u * (1 - u)) + 2 * u * (1 - u) * 0.1 * short
            canvas.save()
            canvas.translate(u * w, y)
            canvas.rotate(4 * sin(1.2 * t + 1.9 * number))
            canvas.drawImage(
                lantern[number % 2], -lantern[0].width() / 2, 0, skia.SamplingOptions(skia.FilterMode.kLinear)
            )
            canvas.restore()

    return over


def _credits(plate: Plate) -> list[skia.Image]:
    """Who made it and who plays: a small line above a larger one."""
    board, short = plate.board, plate.short
    names = "・".join(who.label for who in board.cast[:3]) if plate.japanese else ", ".join(
        who.label.capitalize() for who in board.cast[:3]
    )  # fmt: skip
    rows = [(plate.say("出演", "Starring"), names)] if names else []
    rows += [
        (plate.say("美術", "Paper and scissors"), plate.say("紙芝居一座", "The Kamishibai Company")),
        (plate.say("音楽", "Music"), plate.say("五線紙オーケストラ", "The Five-Line Band")),
    ]
    return [
        stacked(
            [
                letters(role, 0.032 * short, "#fff3b8", outline="#3a1a5a", weight=0.12),
                letters(name, 0.046 * short, "#ffffff", outline="#3a1a5a", weight=0.12, room=0.6 * plate.width),
            ],
            -0.02 * short,
        )
        for role, name in rows
    ]


def _glow(canvas: skia.Canvas, w: int, h: int, x: float, y: float, radius: float, colour: str, share: float) -> None:
    shader = skia.GradientShader.MakeRadial(
        skia.Point(x * w, y * h), radius * max(w, h), [skia_colour(colour, share), skia_colour(colour, 0)]
    )
    canvas.drawRect(skia.Rect.MakeWH(w, h), skia.Paint(Shader=shader))


def _rays(canvas: skia.Canvas, w: int, h: int, x: float, y: float, colour: str, share: float) -> None:
    """Beams that spread from a point above the frame."""
    far = 1.4 * (w + h)
    for number in range(7):
        angle = 0.2 + 0.2 * number
        path = skia.Path()
        path.moveTo(x * w, y * h)
        for edge in (angle, angle + 0.075):
            path.lineTo(x * w + far * cos(edge), y * h + far * sin(edge))
        path.close()
        canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=skia_colour(colour, share)))


def _petal(canvas: skia.Canvas, plate: Plate, number: int, t: float) -> None:
    dice = Random(number * 29 + 3)
    x = (dice.random() + 0.05 * t * dice.uniform(0.5, 1.5)) % 1.1 - 0.05
    y = (dice.random() + 0.11 * t * dice.uniform(0.6, 1.2)) % 1.1 - 0.05
    size = dice.uniform(0.01, 0.02) * plate.short
    canvas.save()
    canvas.translate(x * plate.width, y * plate.height)
    canvas.rotate(80 * t * dice.uniform(0.4, 1) + 50 * number)
    canvas.drawOval(
        skia.Rect.MakeLTRB(-size, -0.55 * size, size, 0.55 * size),
        skia.Paint(AntiAlias=True, Color=skia_colour(("#ffd0e6", "#ffffff")[number % 2], 0.85)),
    )
    canvas.restore()


def _mist(w: int, h: int) -> skia.Image:
    """A bank of mist as wide as the frame that joins itself at its ends."""
    high = round(0.3 * h)
    surface = skia.Surface(w, high)
    dice = Random(4)
    with surface as canvas:
        for _ in range(26):
            x, y = dice.random() * w, (0.5 + 0.5 * dice.random()) * high
            wide = dice.uniform(0.2, 0.45) * w
            colours = [skia_colour("#bfe6dc", 0.15), skia_colour("#bfe6dc", 0)]
            for shift in (-w, 0, w):
                canvas.save()
                canvas.translate(x + shift, y)
                canvas.scale(1, 0.28)
                shader = skia.GradientShader.MakeRadial(skia.Point(0, 0), wide, colours)
                canvas.drawCircle(0, 0, wide, skia.Paint(Shader=shader))
                canvas.restore()
    return surface.makeImageSnapshot()


def _fire(size: float) -> skia.Image:
    """A will-o'-the-wisp."""
    surface = skia.Surface(round(4 * size), round(5 * size))
    with surface as canvas:
        canvas.translate(2 * size, 3.5 * size)
        halo = [skia_colour("#7ff0ff", 0.5), skia_colour("#3ac0e0", 0.14), skia_colour("#3ac0e0", 0)]
        shader = skia.GradientShader.MakeRadial(skia.Point(0, -0.2 * size), 2 * size, halo, [0, 0.45, 1])
        canvas.drawCircle(0, -0.2 * size, 2 * size, skia.Paint(Shader=shader))
        for scale, colour in ((1.0, "#6fdcf0"), (0.62, "#e8fffb")):
            s = size * scale
            flame = skia.Path()
            flame.moveTo(0, 0.6 * s)
            flame.cubicTo(-0.75 * s, 0.6 * s, -0.7 * s, -0.4 * s, -0.15 * s, -0.8 * s)
            flame.cubicTo(0.0, -1.1 * s, 0.25 * s, -1.3 * s, 0.5 * s, -1.75 * s)
            flame.cubicTo(0.35 * s, -1.1 * s, 0.85 * s, 0.0, 0, 0.6 * s)
            canvas.drawPath(flame, skia.Paint(AntiAlias=True, Color=skia_colour(colour, 0.92)))
    return surface.makeImageSnapshot()


def _cut_corners(w: int, h: int, inset: float, cut: float) -> Sequence[skia.Path]:
    paths = []
    for x, y, dx, dy in ((inset, inset, 1, 1), (w - inset, inset, -1, 1), (inset, h - inset, 1, -1),
                         (w - inset, h - inset, -1, -1)):  # fmt: skip
        path = skia.Path()
        path.moveTo(x, y + 2.4 * dy * cut)
        path.lineTo(x, y + 0.6 * dy * cut)
        path.lineTo(x + 0.6 * dx * cut, y)
        path.lineTo(x + 0.9 * dx * cut, y)
        paths.append(path)
    return paths


def _heart(size: float) -> skia.Path:
    path = skia.Path()
    path.moveTo(0, size)
    path.cubicTo(-1.6 * size, -0.1 * size, -0.8 * size, -1.2 * size, 0, -0.4 * size)
    path.cubicTo(0.8 * size, -1.2 * size, 1.6 * size, -0.1 * size, 0, size)
    return path


def _spark(size: float) -> skia.Path:
    path = skia.Path()
    corners = []
    for corner in range(10):
        angle, far = -pi / 2 + pi * corner / 5, size * (1.0 if corner % 2 == 0 else 0.45)
        corners.append(skia.Point(far * cos(angle), far * sin(angle)))
    path.addPoly(corners, True)
    return path


def _lantern(size: float) -> tuple[skia.Image, skia.Image]:
    """A red and a white paper lantern, hung at the middle of their upper edge."""
    made = []
    for paper, mark in (("#e8412e", "#fff4dc"), ("#fff2d8", "#d8342a")):
        surface = skia.Surface(round(1.6 * size), round(2.1 * size))
        with surface as canvas:
            canvas.translate(0.8 * size, 0)
            halo = [skia_colour("#ffd27a", 0.55), skia_colour("#ffd27a", 0)]
            shader = skia.GradientShader.MakeRadial(skia.Point(0, size), size, halo)
            canvas.drawCircle(0, size, size, skia.Paint(Shader=shader))
            body = skia.Rect.MakeLTRB(-0.55 * size, 0.28 * size, 0.55 * size, 1.62 * size)
            canvas.drawRoundRect(body, 0.42 * size, 0.42 * size, skia.Paint(AntiAlias=True, Color=skia_colour(paper)))
            rib = skia.Paint(AntiAlias=True, Color=skia_colour("#7a1a12", 0.28), StrokeWidth=max(1.0, 0.03 * size))
            for number in range(1, 6):
                y = (0.28 + 1.34 * number / 6) * size
                half = 0.55 * size * (0.86 if number in (1, 5) else 1)
                canvas.drawLine(-half, y, half, y, rib)
            cap = skia.Paint(AntiAlias=True, Color=skia_colour("#2a1a16"))
            for y in (0.2, 1.56):
                canvas.drawRect(skia.Rect.MakeXYWH(-0.28 * size, y * size, 0.56 * size, 0.12 * size), cap)
            word = letters("祭", 0.62 * size, mark, serif=True)
            canvas.drawImage(word, -word.width() / 2, 0.95 * size - word.height() / 2)
        made.append(surface.makeImageSnapshot())
    return made[0], made[1]


def _scrap(canvas: skia.Canvas, plate: Plate, number: int, t: float) -> None:
    dice = Random(number * 17 + 1)
    y = (dice.random() + (0.07 + 0.05 * dice.random()) * t) % 1.08 - 0.04
    x = dice.random() + 0.025 * sin(1.6 * t + number)
    size = dice.uniform(0.008, 0.016) * plate.short
    turn = clamp(abs(sin(2.1 * t + number)), 0.2, 1.0)
    canvas.save()
    canvas.translate(x * plate.width, y * plate.height)
    canvas.rotate(60 * t * (1 if number % 2 else -1) + 40 * number)
    colour = _PAPERS[number % len(_PAPERS)]
    canvas.drawRect(
        skia.Rect.MakeLTRB(-size, -size * turn, size, size * turn),
        skia.Paint(AntiAlias=True, Color=skia_colour(colour, 0.92)),
    )
    canvas.restore()
