"""Pictures from a station: news, sports, a nature film, a commercial, a security camera."""

from math import cos, pi, sin
from random import Random

import numpy as np
import skia

from generator.engines.paper.colours import skia_colour
from generator.engines.paper.easing import clamp, ease, overshoot, settle
from generator.engines.paper.pictures import picture_of
from generator.engines.paper.styles.letters import letters
from generator.engines.paper.styles.overlay import Overlay, Plate, still, together
from generator.lexicon.lexicon import Meaning, lexicon

_BAR_BOTTOM = 0.915  # of the height: lower thirds end here, as captions do
_SCORES = frozenset({"kick", "hit", "throw", "celebrate", "high_five", "catch", "jump"})
_SNOW = 6.0  # pictures a second of a cheap camera


def news(plate: Plate) -> Overlay:
    """On air: a red tag and the time above; the headline in the lower third while nobody speaks."""
    w, h, short = plate.width, plate.height, plate.short
    size = 0.042 * short
    tag = _boxed(letters(plate.say("生中継", "LIVE"), size, "#ffffff"), "#d8322a", size)
    hour = {"morning": 7, "day": 12, "evening": 18, "night": 22}[plate.board.shots[0].time_of_day]
    clock = letters(f"{hour}:{plate.board.seed % 60:02d}", 1.5 * size, "#ffffff", outline="#0d2350", weight=0.1)
    headline = letters(plate.board.title, 0.052 * short, "#14264f", room=0.8 * w)
    place = lexicon().said[plate.board.language].get(Meaning("place", plate.board.shots[0].place), "")
    kicker = letters(plate.say("速報", "BREAKING") + ("  " + place.capitalize() if place else ""), size, "#ffffff")
    bar = _lower_third(plate, headline, kicker)

    def over(canvas: skia.Canvas, t: float) -> None:
        x = 0.045 * short
        canvas.drawImage(tag, round(x), round(0.045 * short))
        canvas.drawImage(clock, round(w - clock.width() - 0.02 * short), round(0.02 * short))
        shown = _shown(plate, t)
        if shown > 0.01:
            canvas.save()
            canvas.clipRect(skia.Rect.MakeXYWH(0, 0, w * ease(shown), h))
            canvas.drawImage(bar, 0, round(h * _BAR_BOTTOM - bar.height()))
            canvas.restore()

    return over


def sports(plate: Plate) -> Overlay:
    """A scoreboard with a running clock above; a score counts up when somebody does something worth it."""
    w, h, short = plate.width, plate.height, plate.short
    board = plate.board
    labels = [who.label for who in board.cast[:2]] + [plate.say("紙チーム", "PAPER")]
    size = 0.044 * short
    home, away = (letters(label, size, "#ffffff", room=0.2 * w) for label in labels[:2])
    goals = sorted(
        (act.start + 0.6 * act.seconds, act.character == board.cast[0].id)
        for shot in board.shots
        for act in shot.acts
        if board.cast and act.action in _SCORES
    )
    high = round(1.9 * size)
    replay = _boxed(letters(plate.say("スロー再生", "REPLAY"), size, "#10243f"), "#ffd23c", size)

    def over(canvas: skia.Canvas, t: float) -> None:
        x, y = 0.045 * short, 0.045 * short
        one = sum(1 for at, mine in goals if mine and at <= t)
        other = sum(1 for at, mine in goals if not mine and at <= t)
        score = letters(f"{one} - {other}", size, "#10243f")
        minutes, seconds = divmod(int(board.seed % 40 * 60 + 83 * 7 + t), 60)
        clock = letters(f"{minutes:02d}:{seconds:02d}", size, "#ffffff")
        for picture, ground in ((home, "#1252a8"), (score, "#f4f6fa"), (away, "#b3202c"), (clock, "#10243f")):
            wide = picture.width() + size
            canvas.drawRect(skia.Rect.MakeXYWH(x, y, wide, high), skia.Paint(Color=skia_colour(ground, 0.94)))
            canvas.drawImage(picture, round(x + size / 2), round(y + (high - picture.height()) / 2))
            x += wide
        stripe = skia.Paint(Color=skia_colour("#ffd23c"))
        canvas.drawRect(skia.Rect.MakeXYWH(0.045 * short, y + high, x - 0.045 * short, 0.12 * size), stripe)
        if _shot_is_slow(plate, t):
            canvas.drawImage(replay, round(w - replay.width() - 0.045 * short), round(0.045 * short + 1.6 * high))

    return together(over, _goal(plate, [at for at, _ in goals]), still(_dusk(w, h, 0.3)))


def nature(plate: Plate) -> Overlay:
    """A quiet title low in the picture: who is seen, and where; dark corners, as through a long lens."""
    w, h, short = plate.width, plate.height, plate.short
    said = lexicon().said[plate.board.language]
    named: list[tuple[float, float, skia.Image, skia.Image]] = []
    known: set[str] = set()
    for shot in plate.board.shots:
        focus = shot.focus or next((presence.character for presence in shot.cast), None)
        if focus is None or focus in known:
            continue
        known.add(focus)
        name = letters(plate.board.character(focus).label, 0.068 * short, "#ffffff", serif=True, glow="#102018",
                       room=0.7 * w)  # fmt: skip
        where = said.get(Meaning("place", shot.place), shot.place)
        below = letters(where.capitalize() if not plate.japanese else where, 0.04 * short, "#efe6c8", serif=True,
                        glow="#102018", room=0.7 * w)  # fmt: skip
        named.append((shot.start, min(shot.start + 3.2, shot.start + shot.seconds), name, below))

    def over(canvas: skia.Canvas, t: float) -> None:
        for start, end, name, below in named:
            if start <= t < end and plate.quiet(t):
                come = ease((t - start - 0.2) / 0.6) * (1 - ease((t - end + 0.4) / 0.4))
                x, y = 0.06 * w, h * 0.8
                paint = skia.Paint(Alphaf=come)
                canvas.drawRect(
                    skia.Rect.MakeXYWH(x, y, max(1.5, 0.004 * short), 0.135 * short * come),
                    skia.Paint(Color=skia_colour("#e8d48a", 0.95 * come)),
                )
                canvas.drawImage(name, x + 0.01 * short, y - 0.02 * short, skia.SamplingOptions(), paint)
                canvas.drawImage(below, x + 0.02 * short, y + 0.064 * short, skia.SamplingOptions(), paint)

    return together(still(_dusk(w, h, 0.5)), over)


def commercial(plate: Plate) -> Overlay:
    """A star that shouts in a corner, light that sweeps over, and the small print."""
    w, h, short = plate.width, plate.height, plate.short
    radius = 0.14 * short
    word = letters(plate.say("新登場!", "NEW!"), 0.4 * radius, "#ffffff", room=1.6 * radius)
    small = letters(
        plate.say("※紙人形の感想です", "*Performed by paper puppets"), max(9.0, 0.024 * short), "#ffffff",
        outline="#402030", weight=0.12,
    )  # fmt: skip
    star = _star(radius)

    def over(canvas: skia.Canvas, t: float) -> None:
        grown = overshoot(clamp((t - 0.3) / 0.45), 2.2)
        if grown > 0.02:
            beat = 1 + 0.035 * sin(2 * pi * 1.6 * t)
            canvas.save()
            canvas.translate(w - 1.2 * radius, 1.25 * radius)
            canvas.scale(grown * beat, grown * beat)
            canvas.save()
            canvas.rotate(14 * t)
            canvas.drawPath(star, skia.Paint(AntiAlias=True, Color=skia_colour("#ffffff")))
            canvas.scale(0.92, 0.92)
            canvas.drawPath(star, skia.Paint(AntiAlias=True, Color=skia_colour("#e8223a")))
            canvas.restore()
            canvas.rotate(-10)
            canvas.drawImage(word, -word.width() / 2, -word.height() / 2, skia.SamplingOptions(skia.FilterMode.kLinear))
            canvas.restore()
        canvas.drawImage(small, round(0.03 * short), round(h - small.height() - 0.012 * short))
        for number in range(7):
            _twinkle(canvas, plate, number, t)

    return over


def security(plate: Plate) -> Overlay:
    """A fixed camera: number, time, a red light, corners, lines and snow."""
    w, h, short = plate.width, plate.height, plate.short
    size = 0.036 * short
    seed = plate.board.seed
    lines = plate.surface()
    with lines as canvas:
        film = np.zeros((h, w, 4), np.uint8)
        film[:: max(2, h // 320), :, 3] = 38
        canvas.drawImage(picture_of(film), 0, 0)
        canvas.drawImage(_dusk(w, h, 0.55), 0, 0)
        pen = skia.Paint(AntiAlias=True, Color=skia_colour("#f2fff4", 0.8), Style=skia.Paint.kStroke_Style)
        pen.setStrokeWidth(max(1.5, 0.005 * short))
        for x, y, dx, dy in ((0.03, 0.02, 1, 1), (0.97, 0.02, -1, 1), (0.03, 0.98, 1, -1), (0.97, 0.98, -1, -1)):
            arm = 0.08 * short
            canvas.drawLine(x * w, y * h, x * w + dx * arm, y * h, pen)
            canvas.drawLine(x * w, y * h, x * w, y * h + dy * arm, pen)
    snow = _snow()
    light = skia.Paint(AntiAlias=True, Color=skia_colour("#ff4a3a"))

    def over(canvas: skia.Canvas, t: float) -> None:
        dice = Random(seed + int(t * _SNOW))
        turn = skia.Matrix()
        turn.setScale(2, 2)
        turn.preTranslate(dice.randrange(128), dice.randrange(128))
        shader = snow.makeShader(skia.TileMode.kRepeat, skia.TileMode.kRepeat, skia.SamplingOptions(), turn)
        canvas.drawRect(skia.Rect.MakeWH(w, h), skia.Paint(Shader=shader))
        total = (1 + seed % 4) * 3600 + (seed // 4) % 60 * 60 + int(t)
        text = f"CAM {1 + seed % 8:02d}   {total // 3600:02d}:{total // 60 % 60:02d}:{total % 60:02d}"
        clock = letters(text, size, "#f2fff4", outline="#0a140c", weight=0.08)
        canvas.drawImage(clock, round(0.045 * w), round(0.03 * h))
        if sin(t * 2 * pi) > -0.2:
            canvas.drawCircle(0.93 * w, 0.03 * h + 0.55 * clock.height(), size * 0.34, light)

    return together(still(lines.makeImageSnapshot()), over)


def _shown(plate: Plate, t: float) -> float:
    """How far the lower third is out, 0 to 1: it comes when it is quiet and is gone before anybody speaks."""
    if not plate.quiet(t):
        return 0.0
    begun = max([0.25, *(line.start + line.seconds + 0.75 for line in plate.board.lines if line.start <= t)])
    until = min([plate.board.seconds + 9, *(line.start - 0.25 for line in plate.board.lines if line.start > t)])
    return clamp((t - begun) / 0.4) * clamp((until - t) / 0.2)


def _lower_third(plate: Plate, headline: skia.Image, kicker: skia.Image) -> skia.Image:
    w, short = plate.width, plate.short
    top, body = round(1.3 * 0.06 * short), round(2.1 * 0.052 * short)
    surface = skia.Surface(w, top + body)
    with surface as canvas:
        blue = skia.GradientShader.MakeLinear(
            points=[skia.Point(0, 0), skia.Point(w, 0)], colors=[skia_colour("#0f2f7a"), skia_colour("#2a63c8")]
        )
        canvas.drawRect(skia.Rect.MakeXYWH(0, 0, kicker.width() + 0.09 * short, top), skia.Paint(Shader=blue))
        canvas.drawRect(skia.Rect.MakeXYWH(0, top, w, body), skia.Paint(Color=skia_colour("#ffffff", 0.95)))
        canvas.drawRect(skia.Rect.MakeXYWH(0, top, 0.024 * short, body), skia.Paint(Color=skia_colour("#d8322a")))
        canvas.drawRect(skia.Rect.MakeXYWH(0, top + body - 4, w, 4), skia.Paint(Shader=blue))
        canvas.drawImage(kicker, 0.045 * short, (top - kicker.height()) / 2)
        canvas.drawImage(headline, 0.05 * short, top + (body - headline.height()) / 2)
    return surface.makeImageSnapshot()


def _boxed(word: skia.Image, ground: str, size: float) -> skia.Image:
    surface = skia.Surface(round(word.width() + size), round(1.8 * size))
    with surface as canvas:
        box = skia.Rect.MakeWH(surface.width(), surface.height())
        canvas.drawRoundRect(box, 0.2 * size, 0.2 * size, skia.Paint(AntiAlias=True, Color=skia_colour(ground)))
        canvas.drawImage(word, size / 2, (surface.height() - word.height()) / 2)
    return surface.makeImageSnapshot()


def _goal(plate: Plate, times: list[float]) -> Overlay:
    """A bright stripe that sweeps through when the score changes."""
    w, h = plate.width, plate.height

    def over(canvas: skia.Canvas, t: float) -> None:
        since = min((t - at for at in times if at <= t), default=9.0)
        if since < 0.5:
            x = w * (1.6 * settle(since / 0.5) - 0.5)
            path = skia.Path()
            path.addPoly(
                [skia.Point(x, 0), skia.Point(x + 0.3 * w, 0), skia.Point(x + 0.1 * w, h), skia.Point(x - 0.2 * w, h)],
                True,
            )
            fading = skia_colour("#fff2a8", 0.5 * (1 - since / 0.5))
            canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=fading))

    return over


def _shot_is_slow(plate: Plate, t: float) -> bool:
    return any(shot.slow and shot.start <= t < shot.start + shot.seconds for shot in plate.board.shots)


def _star(radius: float, points: int = 14) -> skia.Path:
    path = skia.Path()
    corners = []
    for corner in range(2 * points):
        angle, far = pi * corner / points, radius * (1.0 if corner % 2 == 0 else 0.82)
        corners.append(skia.Point(far * cos(angle), far * sin(angle)))
    path.addPoly(corners, True)
    return path


def _twinkle(canvas: skia.Canvas, plate: Plate, number: int, t: float) -> None:
    """A four-pointed glint that comes and goes."""
    turn = t * 0.6 + number / 7
    dice = Random(number * 100 + int(turn))
    size = 0.035 * plate.short * sin(pi * (turn % 1))
    if size < 1:
        return
    x, y = dice.uniform(0.04, 0.96) * plate.width, dice.uniform(0.04, 0.6) * plate.height
    path = skia.Path()
    path.moveTo(x, y - size)
    for px, py in ((x + size, y), (x, y + size), (x - size, y), (x, y - size)):
        path.quadTo(x, y, px, py)
    canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=skia_colour("#ffffff", 0.9)))


def _snow() -> skia.Image:
    """A tile of noise, dark and light."""
    noise = np.random.default_rng(11).normal(size=(128, 128)).astype(np.float32)
    film = np.zeros((128, 128, 4), np.uint8)
    film[..., 3] = np.clip(np.abs(noise) * 8, 0, 26)
    film[..., :3] = np.where(noise[..., None] > 0, film[..., 3:], 0)
    return picture_of(film)


def _dusk(width: int, height: int, strength: float) -> skia.Image:
    """Dark corners."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    far = ((x / width - 0.5) * 2) ** 2 + ((y / height - 0.5) * 2) ** 2
    film = np.zeros((height, width, 4), np.uint8)
    film[..., 3] = np.clip((far - 0.8) / 1.2, 0, 1) * 255 * strength
    return picture_of(film)
