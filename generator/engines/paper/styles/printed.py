"""Pictures on paper: comic, picture book, woodblock print, ink, watercolour."""

import numpy as np
import skia
from numpy.typing import NDArray

from generator.engines.paper.colours import rgb, skia_colour
from generator.engines.paper.pictures import picture_of
from generator.engines.paper.styles.letters import letters
from generator.engines.paper.styles.overlay import Overlay, Plate, still

Field = NDArray[np.float32]

_SEAL = "#b5261e"


def comic(plate: Plate) -> Overlay:
    """A panel: a white gutter, a thick frame drawn by hand, printers' dots that grow towards the corners."""
    w, h, short = plate.width, plate.height, plate.short
    surface = plate.surface()
    with surface as canvas:
        canvas.drawImage(_dots(w, h), 0, 0)
        gutter, line = 0.026 * short, 0.014 * short
        panel = skia.Path()
        corners = ((gutter, 1.3 * gutter), (w - 1.4 * gutter, gutter), (w - gutter, h - 1.3 * gutter),
                   (1.4 * gutter, h - gutter))  # fmt: skip
        panel.addPoly([skia.Point(x, y) for x, y in corners], True)
        canvas.save()
        canvas.clipPath(panel, skia.ClipOp.kDifference, True)
        canvas.clear(skia_colour("#fffdf4"))
        canvas.restore()
        pen = skia.Paint(AntiAlias=True, Color=skia_colour("#15100f"), Style=skia.Paint.kStroke_Style)
        pen.setStrokeWidth(line)
        canvas.drawPath(panel, pen)
    return still(surface.makeImageSnapshot())


def picture_book(plate: Plate) -> Overlay:
    """A page: the picture lies in cream paper with ragged edges, the words below it, the page's number at the foot."""
    w, h, short = plate.width, plate.height, plate.short
    y, x = _grid(w, h)
    side, top, foot = 0.045 * short, 0.04 * short, max(0.17 * h, 0.11 * short)
    near = np.minimum(np.minimum(x - side, w - side - x), np.minimum(y - top, h - foot - y))
    rough = _cloud(w, h, 30, 5) * 0.0045 * short
    alpha = np.clip(0.5 - (near + rough) / (0.006 * short), 0, 1)
    paper = 1 - 0.012 * np.clip(_cloud(w, h, 320, 6), -2, 2)[..., None]
    fold = 1 - 0.1 * np.exp(-np.abs(x) / (0.03 * w))[..., None]
    page = np.array(rgb("#fbf1da"), np.float32) * paper * fold
    shadow = np.clip(1 - near / (0.03 * short), 0, 1) * 0.12 * (1 - alpha)
    film = np.zeros((h, w, 4), np.uint8)
    film[..., 3] = np.round((alpha + shadow) * 255)
    film[..., :3] = np.round(np.clip(page, 0, 255) * alpha[..., None])
    surface = plate.surface()
    with surface as canvas:
        canvas.drawImage(picture_of(film), 0, 0)
    base = surface.makeImageSnapshot()
    numbers = [
        letters(f"— {number + 1} —", 0.034 * short, "#a58a68", serif=True) for number in range(len(plate.board.shots))
    ]

    def over(canvas: skia.Canvas, t: float) -> None:
        canvas.drawImage(base, 0, 0)
        page_now = max(0, sum(shot.start <= t + 1e-6 for shot in plate.board.shots) - 1)
        number = numbers[page_now]
        canvas.drawImage(number, round((w - number.width()) / 2), round(h - number.height() - 0.008 * short))

    return over


def ukiyoe(plate: Plate) -> Overlay:
    """A woodblock print: indigo wiped in from above, mulberry paper, a plain margin, title and seal from above down."""
    w, h, short = plate.width, plate.height, plate.short
    y, x = _grid(w, h)
    margin = 0.03 * short
    inside = np.minimum(np.minimum(x - margin, w - margin - x), np.minimum(y - margin, h - margin - y))
    paper = np.clip(0.5 - inside / 2, 0, 1)
    wiped = (
        np.clip(1 - (y - margin) / (0.22 * h), 0, 1) ** 1.5 * 0.88 + np.clip((y - 0.93 * h) / (0.07 * h), 0, 1) * 0.3
    )
    indigo, cream = np.array(rgb("#1d3a66"), np.float32), np.array(rgb("#f0e4c2"), np.float32)
    fibres = np.clip(_cloud(w, h, 260, 8, stretched=6.0) - 1.1, 0, 1) * 0.2
    alpha = wiped + (1 - wiped) * fibres
    colour = (indigo * wiped[..., None] + cream * ((1 - wiped) * fibres)[..., None]) / np.maximum(alpha, 1e-3)[
        ..., None
    ]
    out = paper + alpha * (1 - paper)
    both = (cream * paper[..., None] + colour * (alpha * (1 - paper))[..., None]) / np.maximum(out, 1e-3)[..., None]
    surface = plate.surface()
    with surface as canvas:
        canvas.drawImage(_filmed(out, both), 0, 0)
        line = skia.Paint(AntiAlias=True, Color=skia_colour("#1c1a20"), Style=skia.Paint.kStroke_Style)
        line.setStrokeWidth(max(1.5, 0.005 * short))
        canvas.drawRect(skia.Rect.MakeLTRB(margin, margin, w - margin, h - margin), line)
        _cartouche(canvas, plate, 0.07 * short)
    return still(surface.makeImageSnapshot())


def sumi(plate: Plate) -> Overlay:
    """Ink on paper: the picture runs out into bare paper with a wet brush's edge; a red seal."""
    w, h, short = plate.width, plate.height, plate.short
    y, x = _grid(w, h)
    near = np.minimum(np.minimum(x, w - x), np.minimum(y, h - y)) / short
    cloud = _cloud(w, h, 40, 4)
    bare = np.clip(1.2 - (near + 0.022 * cloud) / 0.1, 0, 1)
    fibres = np.clip(_cloud(w, h, 200, 12, stretched=4.0) - 1.3, 0, 1) * 0.18
    surface = plate.surface()
    with surface as canvas:
        canvas.drawImage(_filmed(np.maximum(bare, fibres), np.broadcast_to(_ink("#f4efe1"), (h, w, 3))), 0, 0)
        size = 0.05 * short
        seal = _seal(plate.say("紙芝居", "KAMI"), size)
        canvas.drawImage(seal, w - seal.width() - 0.07 * short, h * 0.9 - seal.height())
    return still(surface.makeImageSnapshot())


def watercolor(plate: Plate) -> Overlay:
    """Paper that the wash did not reach, with blooms and the tooth of the paper."""
    w, h, short = plate.width, plate.height, plate.short
    y, x = _grid(w, h)
    bloom = _cloud(w, h, 24, 3)
    near = np.minimum(np.minimum(x, w - x), np.minimum(y, h - y)) / short
    alpha = np.clip(1.15 - (near + 0.014 * bloom) / 0.06, 0, 1) * 0.96
    alpha = np.maximum(alpha, np.clip(bloom - 0.6, 0, 1) * 0.12)
    alpha = np.maximum(alpha, np.clip(_cloud(w, h, max(h // 3, 40), 9) - 0.9, 0, 1) * 0.14)
    return still(_filmed(alpha, np.broadcast_to(_ink("#ffffff"), (h, w, 3))))


def _cartouche(canvas: skia.Canvas, plate: Plate, inset: float) -> None:
    """The title from above down on a slip of red paper in the corner, the seal below it; level where it is English."""
    w, short = plate.width, plate.short
    size = 0.046 * short
    if plate.japanese:
        title = letters(plate.board.title, size, "#fff6e0", serif=True, vertical=True, room=0.4 * plate.height)
    else:
        title = letters(plate.board.title, size, "#fff6e0", serif=True, room=0.6 * w)
    wide, high = title.width() + 0.5 * size, title.height() + 0.5 * size
    x, y = w - inset - wide, inset
    canvas.drawRect(skia.Rect.MakeXYWH(x, y, wide, high), skia.Paint(Color=skia_colour("#a5342b")))
    rim = skia.Paint(AntiAlias=True, Color=skia_colour("#f0e2bd"), Style=skia.Paint.kStroke_Style)
    rim.setStrokeWidth(max(1.0, 0.004 * short))
    canvas.drawRect(skia.Rect.MakeXYWH(x + 0.1 * size, y + 0.1 * size, wide - 0.2 * size, high - 0.2 * size), rim)
    canvas.drawImage(title, x + 0.25 * size, y + 0.25 * size)
    seal = _seal(plate.say("紙", "K"), 0.8 * size)
    canvas.drawImage(seal, x + wide - seal.width(), y + high + 0.2 * size)


def _seal(text: str, size: float) -> skia.Image:
    """A seal: letters cut out of a red square."""
    word = letters(text, size, "#fbeee0", serif=True, vertical=True)
    surface = skia.Surface(round(word.width() + 0.3 * size), round(word.height() + 0.3 * size))
    with surface as canvas:
        box = skia.Rect.MakeWH(surface.width(), surface.height())
        canvas.drawRoundRect(box, 0.16 * size, 0.16 * size, skia.Paint(AntiAlias=True, Color=skia_colour(_SEAL)))
        canvas.drawImage(word, 0.15 * size, 0.15 * size)
    return surface.makeImageSnapshot()


def _dots(width: int, height: int) -> skia.Image:
    """Printers' dots that grow towards the corners."""
    y, x = _grid(width, height)
    pitch = min(width, height) / 84
    dot = np.sin((x + y) * np.pi / pitch) * np.sin((x - y) * np.pi / pitch)
    edge = np.clip(((x / width - 0.5) ** 2 + (y / height - 0.5) ** 2) * 3.4 - 0.25, 0, 1)
    film = np.zeros((height, width, 4), np.uint8)
    film[..., 3] = np.clip((dot - 1 + 1.4 * edge) * 320, 0, 96)
    return picture_of(film)


def _grid(width: int, height: int) -> tuple[Field, Field]:
    """(y, x) of every pixel's middle."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    return y + 0.5, x + 0.5


def _cloud(width: int, height: int, cells: int, seed: int, stretched: float = 1.0) -> Field:
    """Soft noise of standard deviation 1, about `cells` across the shorter edge; `stretched` makes it run across."""
    from scipy import ndimage

    unit = min(width, height) / cells
    small = max(4, round(height / unit)), max(4, round(width / unit / stretched))
    coarse = np.random.default_rng(seed).normal(size=small).astype(np.float32)
    coarse = ndimage.gaussian_filter(coarse, 0.8)
    grown = ndimage.zoom(coarse, (height / small[0], width / small[1]), order=1)
    full = np.zeros((height, width), np.float32)
    full[: grown.shape[0], : grown.shape[1]] = grown[:height, :width]
    return np.asarray(full / max(1e-6, float(full.std())), np.float32)


def _ink(colour: str) -> Field:
    return np.array(rgb(colour), np.float32)


def _filmed(alpha: Field, colour: Field) -> skia.Image:
    film = np.empty((*alpha.shape, 4), np.uint8)
    film[..., 3] = np.round(np.clip(alpha, 0, 1) * 255)
    film[..., :3] = np.round(np.clip(colour, 0, 255) * np.clip(alpha, 0, 1)[..., None])
    return picture_of(film)
