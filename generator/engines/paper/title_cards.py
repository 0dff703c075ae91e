"""Title and end cards: the first and the last card of a film, painted and lettered as its style does."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from math import cos, pi, sin
from typing import Literal

import budoux
import skia

from generator.engines.paper.colours import darker, lighter, mixed, skia_colour
from generator.engines.paper.easing import clamp, ease, overshoot
from generator.engines.paper.sheets import paper_grain
from generator.engines.paper.styles.letters import letters, stacked
from generator.engines.paper.styles.overlay import Plate
from generator.engines.paper.transitions import Gate, lay_over
from generator.finish.captions import cells
from generator.finish.lettering import typeset
from generator.storyboard import Storyboard
from generator.style_book import MANNERS
from generator.vocabulary import Style

_LEAVES, _COMES = 0.6, 0.5  # seconds in which a title card is pulled away, in which an end card comes
_LETTERED = 0.45  # seconds in which the letters appear
_BEGUN = 0.2  # seconds of that are over when a card appears: the first frame is a poster already
_ROWS = 3  # of a title at most
_COLUMN = 9  # letters from above down in an upright frame at most
_LARGEST = 0.15  # of the shorter edge: letters of a title
_SHORT = 1.4  # times as large is one of a word or two
_WIDE = 0.8  # of the width, or of the height for a vertical title, that a title may take
_OVER = (0.07, 0.3)  # of the height: between these a title stands over a picture, above the heads


@dataclass(frozen=True, slots=True)
class _Card:
    """How a style's cards are painted: `ground` in `paper` and `second`, letters in `ink` with an `edge`."""

    ground: Literal["paper", "rays", "frame", "dusk", "grid", "stripes"]
    paper: str
    second: str
    ink: str
    edge: str | None = None
    serif: bool = False
    vertical: bool = False  # Japanese titles run from above down where the frame is upright
    end: tuple[str, str] = ("おしまい", "The End")


_CARDS: Mapping[Style, _Card] = {
    "paper": _Card("paper", "#f4e6c8", "#8a5a34", "#4a2c20"),
    "anime": _Card("stripes", "#ff5c9a", "#5ac8ff", "#ffffff", "#3a1a5a", end=("つづく", "To be continued")),
    "retro": _Card("rays", "#f0a23c", "#d8642e", "#fff6d8", "#5a2412", end=("おわり", "The End")),
    "noir": _Card("dusk", "#565658", "#050506", "#ffffff", "#101012", serif=True, end=("終", "The End")),
    "pastel": _Card("rays", "#ffe3f1", "#fff6fb", "#c0609a", "#ffffff"),
    "watercolor": _Card("paper", "#fbfaf4", "#7fb0c4", "#4a5a6a", serif=True),
    "comic": _Card("rays", "#ffd92e", "#ff9a1f", "#ffffff", "#15100f", end=("つづく!", "To be continued!")),
    "festive": _Card("rays", "#d8342a", "#b8241c", "#fff2d0", "#5a0f0c", serif=True, end=("おしまい", "The End")),
    "golden": _Card("dusk", "#f0a050", "#7a3420", "#fff8e4", "#8a3c18", serif=True),
    "sumi": _Card("paper", "#f4efe1", "#b5261e", "#1c1b1c", serif=True, vertical=True, end=("了", "Fin")),
    "picture_book": _Card("frame", "#fbf1da", "#c88a5a", "#5a3c28", serif=True, vertical=True),
    "ukiyoe": _Card("dusk", "#f0e2bd", "#1d3a66", "#17203a", serif=True, vertical=True, end=("終", "Fin")),
    "ghost": _Card("dusk", "#12262a", "#010204", "#d8f0e4", serif=True, vertical=True, end=("了", "The End…?")),
    "cyberpunk": _Card("grid", "#0a0424", "#ff2fa0", "#7df2ff", "#3a0f8a"),
    "old_film": _Card("frame", "#15100c", "#cdb68c", "#fbeed0", serif=True, end=("終", "The End")),
    "nature": _Card("dusk", "#20402e", "#06120c", "#f4f0dc", serif=True, end=("終", "The End")),
    "commercial": _Card("rays", "#fff3d0", "#ffd84a", "#e8223a", "#ffffff", end=("新登場。", "Out now.")),
}  # fmt: skip


class TitleCards:
    """The cards of one film on a canvas of `width` by `height` pixels."""

    def __init__(self, board: Storyboard, width: int, height: int) -> None:
        self._board = board
        self._plate = Plate(board, width, height)
        self._look = _CARDS.get(board.style, _CARDS["paper"])
        self._ground: skia.Image | None = None

    def draw(self, canvas: skia.Canvas, t: float) -> None:
        """Draw what stands of them at film time `t`."""
        board = self._board
        if t < board.title_seconds:
            self._draw_title(canvas, t)
        if board.end_seconds and t >= board.seconds - board.end_seconds:
            self._draw_end(canvas, t - board.seconds + board.end_seconds)

    def _draw_title(self, canvas: skia.Canvas, t: float) -> None:
        board, w, h = self._board, self._plate.width, self._plate.height
        if board.title_over:
            come = ease(t / 0.35) * (1 - ease((t - board.title_seconds + 0.4) / 0.4))
            title = self._lettered(board.title, over=True)
            top, low = (h * part for part in _OVER)
            y = max(top, min((top + low - title.height()) / 2, low))
            paint = skia.Paint(Alphaf=come)
            canvas.drawImage(title, (w - title.width()) / 2, y - 0.02 * h * (1 - come), skia.SamplingOptions(), paint)
            return
        leaves = min(_LEAVES, 0.5 * board.title_seconds)
        u = (t - board.title_seconds + leaves) / leaves
        if u <= 0:
            self._draw_card(canvas, board.title, t)
            return
        kind = MANNERS[board.style].turn
        still = skia.Surface(w, h)
        self._draw_card(still.getCanvas(), board.title, t)
        gate = Gate(w, h, still.makeImageSnapshot(), (w / 2, h / 2))
        lay_over(canvas, "page" if kind in ("cut", "whip") else kind, u, gate, (w / 2, h / 2))

    def _draw_end(self, canvas: skia.Canvas, since: float) -> None:
        w, h = self._plate.width, self._plate.height
        words = self._look.end[0 if self._plate.japanese else 1]
        x = w * (1 - ease(clamp(since / min(_COMES, 0.5 * self._board.end_seconds))))
        canvas.save()
        canvas.translate(x, 0)
        if x > 0:
            reach = 0.06 * w
            shader = skia.GradientShader.MakeLinear(
                points=[skia.Point(-reach, 0), skia.Point(0, 0)],
                colors=[skia_colour("#120a18", 0), skia_colour("#120a18", 0.5)],
            )
            canvas.drawRect(skia.Rect.MakeXYWH(-reach, 0, reach, h), skia.Paint(Shader=shader))
        above = self._board.title if self._board.style == "commercial" else ""
        self._draw_card(canvas, words, since - 0.3, above)
        canvas.restore()

    def _draw_card(self, canvas: skia.Canvas, words: str, since: float, above: str = "") -> None:
        if self._ground is None:
            self._ground = _ground(self._look, self._plate)
        canvas.drawImage(self._ground, 0, 0)
        w, h = self._plate.width, self._plate.height
        title = self._lettered(words) if not above else stacked([self._lettered(above), self._lettered(words)])
        come = clamp((since + _BEGUN) / _LETTERED)
        grown = 0.9 + 0.1 * overshoot(come) if self._look.ground in ("rays", "stripes", "grid") else 1.0
        canvas.save()
        canvas.translate(w / 2, 0.49 * h)
        if self._look.ground == "stripes":
            canvas.rotate(-5)
        canvas.scale(grown, grown)
        paint = skia.Paint(Alphaf=ease(come))
        sampling = skia.SamplingOptions(skia.FilterMode.kLinear)
        canvas.drawImage(title, -title.width() / 2, -title.height() / 2, sampling, paint)
        canvas.restore()

    def _lettered(self, words: str, *, over: bool = False) -> skia.Image:
        """A title in as many rows as look well; over a picture it has a dark edge."""
        look, plate = self._look, self._plate
        upright = look.vertical and plate.japanese and plate.height > plate.width
        if upright and not over and len(words) <= 2 * _COLUMN:
            return _columns(words, look, plate)
        room = _WIDE * plate.width
        rows = broken(words, plate.width / plate.height)
        whole = max(typeset(row, 100, serif=look.serif).LongestLine for row in rows)
        largest = _LARGEST * plate.short * (0.8 if over else _SHORT if whole < 450 else 1.0)
        size = min(largest, 99 * room / max(whole, 1.0))
        if over:
            ink, edge = ("#ffffff", mixed(look.edge or look.ink, "#201018", 0.5))
            return stacked([letters(row, size, ink, serif=look.serif, outline=edge, weight=0.1, room=room)
                            for row in rows], -0.34 * size)  # fmt: skip
        return stacked(
            [letters(row, size, look.ink, serif=look.serif, outline=look.edge, weight=0.1, room=room) for row in rows],
            (-0.34 if look.edge else 0.06) * size,
        )


def broken(title: str, ratio: float) -> Sequence[str]:
    """`title` in one to three rows of even length, broken between phrases; `ratio` is the frame's width by its height.

    Rows are as few as leave the letters large.
    """
    most = (11, 14, 99) if ratio < 0.8 else (17, 22, 99) if ratio < 1.4 else (26, 34, 99)
    phrases = _phrases(title)
    for count, widest in enumerate(most[:_ROWS], 1):
        rows = _evenly(phrases, count)
        if max(map(cells, rows)) <= widest:
            return rows
    return _evenly(phrases, _ROWS)


def _phrases(title: str) -> list[str]:
    """What is read in one breath: words of English with the space after them, phrases of Japanese."""
    if not any(ord(letter) > 0x2E7F for letter in title):
        return re.findall(r"\S+\s*", title) or [title]
    return [piece for phrase in _parser().parse(title) for piece in re.findall(r"\S+\s*", phrase)] or [title]


@cache
def _parser() -> budoux.Parser:
    return budoux.load_default_japanese_parser()


def _evenly(phrases: Sequence[str], count: int) -> list[str]:
    """`phrases` in at most `count` rows, the longest as short as can be."""
    best: list[str] | None = None
    for cuts in combinations(range(1, len(phrases)), min(count, len(phrases)) - 1):
        edges = (0, *cuts, len(phrases))
        rows = ["".join(phrases[start:end]).strip(" —–:：") for start, end in pairwise(edges)]
        if best is None or max(map(cells, rows)) < max(map(cells, best)):
            best = rows
    return best or ["".join(phrases).strip()]


def _columns(words: str, look: _Card, plate: Plate) -> skia.Image:
    """A title from above down, in one or two columns, the first at the right."""
    columns = [words] if len(words) <= _COLUMN else _evenly(_phrases(words), 2)
    size = min(_LARGEST * plate.short, 0.62 * plate.height / (1.08 * max(map(len, columns))))
    images = [letters(column, size, look.ink, serif=look.serif, vertical=True) for column in columns]
    wide, high = sum(image.width() for image in images), max(image.height() for image in images)
    surface = skia.Surface(wide, high)
    with surface as canvas:
        x = float(wide)
        for number, image in enumerate(images):
            x -= image.width()
            canvas.drawImage(image, x, number * min(0.5 * size, high - image.height()))
    return surface.makeImageSnapshot()


def _ground(look: _Card, plate: Plate) -> skia.Image:
    """The card without its letters."""
    w, h, short = plate.width, plate.height, plate.short
    surface = skia.Surface(w, h)
    with surface as canvas:
        canvas.clear(skia_colour(look.paper))
        match look.ground:
            case "rays":
                _rays(canvas, w, h, look.second)
            case "stripes":
                _stripes(canvas, w, h, look)
            case "dusk":
                _dusk(canvas, w, h, look)
            case "grid":
                _grid(canvas, w, h, look)
            case "frame":
                _frame(canvas, w, h, short, look)
            case "paper":
                _wooden(canvas, w, h, short, look.second)
        grain = paper_grain().makeShader(skia.TileMode.kRepeat, skia.TileMode.kRepeat, skia.SamplingOptions())
        canvas.drawRect(skia.Rect.MakeWH(w, h), skia.Paint(Shader=grain))
    return surface.makeImageSnapshot()


def _rays(canvas: skia.Canvas, w: int, h: int, colour: str) -> None:
    far, count = float(w + h), 16
    for number in range(count):
        path = skia.Path()
        path.moveTo(w / 2, 0.49 * h)
        for edge in (number, number + 0.5):
            angle = 2 * pi * edge / count + 0.1
            path.lineTo(w / 2 + far * cos(angle), 0.49 * h + far * sin(angle))
        path.close()
        canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=skia_colour(colour)))


def _stripes(canvas: skia.Canvas, w: int, h: int, look: _Card) -> None:
    """Two colours that meet on a slant, with bands of light along it."""
    lean = 0.5 * min(w, h)
    for at, colour in ((0.56, look.second), (0.53, "#ffffff"), (0.545, "#ffe14a")):
        path = skia.Path()
        low = h * at
        path.addPoly(
            [skia.Point(0, low + lean / 2), skia.Point(w, low - lean / 2), skia.Point(w, h * 2), skia.Point(0, h * 2)],
            True,
        )
        if colour == look.second:
            canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=skia_colour(colour)))
        else:
            pen = skia.Paint(AntiAlias=True, Color=skia_colour(colour), StrokeWidth=0.016 * min(w, h))
            canvas.drawLine(0, low + lean / 2, w, low - lean / 2, pen)
    for number in range(9):
        x, y = w * ((0.13 + 0.37 * number) % 1), h * ((0.09 + 0.23 * number) % 1)
        dot = skia.Paint(AntiAlias=True, Color=skia_colour("#ffffff", 0.5))
        canvas.drawCircle(x, y, (0.008 + 0.006 * (number % 3)) * min(w, h), dot)


def _dusk(canvas: skia.Canvas, w: int, h: int, look: _Card) -> None:
    """A colour wiped in from above and, thinner, from below, as on a woodblock print."""
    shader = skia.GradientShader.MakeLinear(
        points=[skia.Point(0, 0), skia.Point(0, h)],
        colors=[skia_colour(look.second, share) for share in (1.0, 0.25, 0.0, 0.0, 0.7)],
        positions=[0.0, 0.28, 0.42, 0.7, 1.0],
    )
    canvas.drawRect(skia.Rect.MakeWH(w, h), skia.Paint(Shader=shader))


def _grid(canvas: skia.Canvas, w: int, h: int, look: _Card) -> None:
    """A glowing floor that runs to a horizon, a half sun above it."""
    horizon = 0.66 * h
    sun = skia.GradientShader.MakeLinear(
        points=[skia.Point(0, horizon - 0.34 * min(w, h)), skia.Point(0, horizon)],
        colors=[skia_colour("#ffd24a"), skia_colour(look.second)],
    )
    canvas.save()
    canvas.clipRect(skia.Rect.MakeWH(w, horizon))
    canvas.drawCircle(w / 2, horizon, 0.34 * min(w, h), skia.Paint(AntiAlias=True, Shader=sun, Alphaf=0.5))
    canvas.restore()
    pen = skia.Paint(AntiAlias=True, Color=skia_colour(look.second, 0.85), StrokeWidth=max(1.5, 0.004 * min(w, h)))
    for number in range(9):
        y = horizon + (h - horizon) * (number / 8) ** 2
        canvas.drawLine(0, y, w, y, pen)
    for number in range(-12, 13):
        canvas.drawLine(w / 2 + number * 0.035 * w, horizon, w / 2 + number * 0.3 * w, h, pen)


def _frame(canvas: skia.Canvas, w: int, h: int, short: int, look: _Card) -> None:
    """Two lines around the card, with a leaf in each corner."""
    for inset, width in ((0.055, 0.008), (0.075, 0.003)):
        pen = skia.Paint(AntiAlias=True, Color=skia_colour(look.second), Style=skia.Paint.kStroke_Style)
        pen.setStrokeWidth(max(1.0, width * short))
        edge = inset * short
        canvas.drawRoundRect(skia.Rect.MakeLTRB(edge, edge, w - edge, h - edge), 0.03 * short, 0.03 * short, pen)
    leaf = skia.Paint(AntiAlias=True, Color=skia_colour(look.second))
    for x, y, turn in ((0, 0, 0), (w, 0, 90), (w, h, 180), (0, h, 270)):
        canvas.save()
        canvas.translate(x, y)
        canvas.rotate(turn)
        canvas.translate(0.115 * short, 0.115 * short)
        for angle in (0, 45, 90):
            canvas.save()
            canvas.rotate(angle)
            canvas.drawOval(skia.Rect.MakeLTRB(0, -0.012 * short, 0.075 * short, 0.012 * short), leaf)
            canvas.restore()
        canvas.restore()


def _wooden(canvas: skia.Canvas, w: int, h: int, short: int, wood: str) -> None:
    """The wooden frame in which cards of paper theatre stand."""
    thick = 0.055 * short
    for box, light in (
        (skia.Rect.MakeWH(w, thick), 0.16), (skia.Rect.MakeXYWH(0, h - thick, w, thick), 0.0),
        (skia.Rect.MakeWH(thick, h), 0.08), (skia.Rect.MakeXYWH(w - thick, 0, thick, h), 0.04),
    ):  # fmt: skip
        canvas.drawRect(box, skia.Paint(Color=skia_colour(lighter(wood, light))))
    soft = skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.01 * short)
    inner = skia.Rect.MakeLTRB(thick, thick, w - thick, h - thick)
    shade = skia.Paint(AntiAlias=True, Color=skia_colour(darker(wood, 0.6), 0.6), MaskFilter=soft)
    shade.setStyle(skia.Paint.kStroke_Style)
    shade.setStrokeWidth(0.02 * short)
    canvas.drawRect(inner, shade)
