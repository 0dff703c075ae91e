"""Captions in the picture: what is said, lettered as the style does, above the lower edge, in time with the voice."""

from collections import OrderedDict
from collections.abc import Sequence
from random import Random

import skia

from generator.engines.paper.colours import darker, skia_colour
from generator.engines.paper.easing import clamp, overshoot
from generator.engines.paper.styles.subtitles import SUBTITLES, Subtitle
from generator.finish.captions import Cue, cells, cues
from generator.finish.lettering import typeset
from generator.storyboard import SpokenLine, Storyboard
from generator.vocabulary import Style

_LETTER = 0.0475  # of the frame's width a caption may be lettered large, 18 characters and margins fill it
_LARGEST = 0.062  # of the shorter edge
_BOTTOM = 0.085  # of the height stays free under captions: what players lay over a film
_POP = 0.16  # seconds in which a strip comes up
_KEPT = 6  # pictures of strips
_VOICES = ("#d9604f", "#3f8f9a", "#d99a2b", "#7a68b5", "#5f9a52", "#c7618f")


class Captions:
    """The captions of a film on a canvas of `width` by `height` pixels."""

    def __init__(self, board: Storyboard, width: int, height: int) -> None:
        self._board = board
        self._w, self._h = width, height
        self._cues = cues(board)
        self._size = min(_LETTER * width, _LARGEST * min(width, height))
        self._order = {who.label: number for number, who in enumerate(board.cast)}
        self._pictures: OrderedDict[int, list[skia.Image]] = OrderedDict()

    def draw(self, canvas: skia.Canvas, t: float) -> None:
        """Draw what is being said at film time `t`."""
        now = round(t * 1000)
        for number, cue in enumerate(self._cues):
            if cue.start <= now < cue.end:
                self._draw_cue(canvas, number, cue, t - cue.start / 1000)

    def top(self, t: float) -> float:
        """How high captions reach at film time `t`, in pixels from above; the frame's height if there are none."""
        now = round(t * 1000)
        heights = [
            sum(strip.height() for strip in self._strips(number, cue))
            for number, cue in enumerate(self._cues)
            if cue.start <= now < cue.end
        ]
        return self._h * (1 - _BOTTOM) - max(heights) if heights else float(self._h)

    def _draw_cue(self, canvas: skia.Canvas, number: int, cue: Cue, since: float) -> None:
        strips = self._strips(number, cue)
        y = self._h * (1 - _BOTTOM) - sum(strip.height() for strip in strips)
        for place, strip in enumerate(strips):
            grown = overshoot(clamp((since - 0.05 * place) / _POP), 1.4)
            if grown > 0.02:
                canvas.save()
                canvas.translate(self._w / 2, y + strip.height() / 2)
                canvas.scale(0.8 + 0.2 * grown, grown)
                canvas.translate(-strip.width() / 2, -strip.height() / 2)
                canvas.drawImage(
                    strip, 0, 0, skia.SamplingOptions(skia.FilterMode.kLinear), skia.Paint(Alphaf=clamp(2 * grown))
                )
                canvas.restore()
            y += strip.height()

    def _strips(self, number: int, cue: Cue) -> list[skia.Image]:
        if number not in self._pictures:
            made = []
            for name, lines in cue.voices:
                spoken = self._line_of(cue, name)
                colour = _VOICES[self._order.get(name or "", 0) % len(_VOICES)] if name else None
                widest = max(lines, key=cells)
                made += [
                    _strip(
                        text,
                        widest,
                        self._size,
                        spoken.manner if spoken else "say",
                        colour,
                        number * 8 + row,
                        self._board.style,
                        self._w,
                    )
                    for row, text in enumerate(lines)
                ]
            self._pictures[number] = made
            while len(self._pictures) > _KEPT:
                self._pictures.popitem(last=False)
        return self._pictures[number]

    def _line_of(self, cue: Cue, name: str | None) -> SpokenLine | None:
        labels = {who.id: who.label for who in self._board.cast}
        said: Sequence[SpokenLine] = [
            line for line in self._board.lines
            if line.start * 1000 - 1 <= cue.start < (line.start + line.seconds) * 1000 + 700
            and (labels.get(line.speaker or "") == name or (line.speaker is None) == (name is None))
        ]  # fmt: skip
        return max(said, key=lambda line: line.start, default=None)


def _strip(
    text: str, widest: str, size: float, manner: str, colour: str | None, seed: int, style: Style, width: int
) -> skia.Image:
    """One row of a caption as its style letters it, in the colour of who speaks; the narrator has none."""
    look = SUBTITLES[style]
    roomy = 1.32 if cells(widest) <= 16 else 1.14 if cells(widest) <= 24 else 1.0  # few words are lettered larger
    letter = size * roomy * {"shout": 1.16, "whisper": 0.84}.get(manner, 1.0)
    longest = typeset(widest, letter, serif=look.serif).LongestLine
    letter *= min(1.0, (width * 0.92 - 1.75 * letter) / max(longest, 1.0))  # rows of one cue are lettered alike
    ink = look.ink if colour or look.ground == "none" else look.told[1]
    paragraph = typeset(text, letter, _pen(ink, 0.03 * letter if look.serif else 0.0), serif=look.serif)
    long, high = paragraph.LongestLine + 1.15 * letter, 1.52 * letter
    room = 0.3 * letter
    surface = skia.Surface(int(long + 2 * room), int(high + 0.36 * letter))
    with surface as canvas:
        canvas.translate(room, 0.1 * letter)
        if look.ground == "none":
            _outlined(canvas, text, letter, look, colour, 0.64 * letter, high)
        else:
            rough = 0.03 * letter * (2.4 if manner == "shout" else 1)
            _grounded(canvas, look, colour, skia.Rect.MakeWH(long, high), letter, rough, seed)
        paragraph.paint(canvas, 0.64 * letter, (high - paragraph.Height) / 2)
    return surface.makeImageSnapshot()


def _pen(colour: str, width: float) -> skia.Paint:
    paint = skia.Paint(AntiAlias=True, Color=skia_colour(colour), StrokeJoin=skia.Paint.kRound_Join)
    if width:
        paint.setStyle(skia.Paint.kStrokeAndFill_Style)
        paint.setStrokeWidth(width)
    return paint


def _outlined(
    canvas: skia.Canvas, text: str, letter: float, look: Subtitle, colour: str | None, x: float, high: float
) -> None:
    """What lies around letters that stand on nothing."""
    edge = look.outline or "#000000"
    if look.voiced == "outline" and colour:
        edge = darker(colour, 0.5)
    if look.soft:
        dim = _pen(edge, 0.3 * letter)
        dim.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.14 * letter))
        halo = typeset(text, letter, dim, serif=look.serif)
        halo.paint(canvas, x, (high - halo.Height) / 2)
    around = typeset(text, letter, _pen(edge, (0.12 if look.soft else 0.24) * letter), serif=look.serif)
    around.paint(canvas, x, (high - around.Height) / 2)


def _grounded(
    canvas: skia.Canvas, look: Subtitle, colour: str | None, box: skia.Rect, letter: float, rough: float, seed: int
) -> None:
    """The paper, box or bar under the letters."""
    paper = look.paper if colour else look.told[0]
    shape = skia.Path()
    if look.ground == "torn":
        shape = _torn(box.width(), box.height(), Random(seed), rough)
    elif look.ground == "box":
        bend = look.bend * letter
        shape.addRoundRect(box.makeInset(0, 0.03 * letter), bend, bend)
    else:
        shape.addRect(box)
    paint = skia.Paint(AntiAlias=True, Color=skia_colour(paper, 1 - look.clear))
    if look.ground == "torn":
        shadow = skia_colour("#1a1020", 0.5)
        soft = 0.06 * letter
        paint.setImageFilter(skia.ImageFilters.DropShadow(0.03 * letter, 0.07 * letter, soft, soft, shadow))
    canvas.drawPath(shape, paint)
    canvas.save()
    canvas.clipPath(shape, skia.ClipOp.kIntersect, True)
    if colour and look.voiced == "edge":
        canvas.drawRect(skia.Rect.MakeWH(0.2 * letter, box.height()), skia.Paint(Color=skia_colour(colour)))
    if look.ground == "torn" and colour:
        fold = skia.Rect.MakeXYWH(0, box.height() * 0.93, box.width(), box.height() * 0.1)
        canvas.drawRect(fold, skia.Paint(Color=skia_colour(darker(paper, 0.12), 0.6)))
    if look.ground == "bar" and look.border:
        line = skia.Rect.MakeXYWH(0, box.height() - 0.09 * letter, box.width(), 0.09 * letter)
        canvas.drawRect(line, skia.Paint(Color=skia_colour(look.border)))
    canvas.restore()
    if look.ground == "box" and look.border:
        pen = skia.Paint(AntiAlias=True, Color=skia_colour(look.border), Style=skia.Paint.kStroke_Style)
        pen.setStrokeWidth(0.09 * letter)
        canvas.drawPath(shape, pen)


def _torn(long: float, high: float, dice: Random, rough: float) -> skia.Path:
    """A strip whose short edges are torn and whose long ones were cut by hand."""
    path = skia.Path()
    lean = dice.uniform(-1, 1) * rough * 1.5
    path.moveTo(0, rough)
    steps = max(3, int(long / (high * 0.5)))
    for i in range(1, steps + 1):
        path.lineTo(long * i / steps, rough + dice.uniform(-1, 1) * rough + lean * i / steps)
    for i in range(1, 5):
        path.lineTo(long - (dice.uniform(0.2, 2.6) * rough if i < 4 else 0), high * i / 4)
    for i in range(steps - 1, -1, -1):
        path.lineTo(long * i / steps, high - rough + dice.uniform(-1, 1) * rough)
    for i in range(3, 0, -1):
        path.lineTo(dice.uniform(0, 2.2) * rough, high * i / 4)
    path.close()
    return path
