"""Figures: an emoji's outline as cut and painted paper.

The ink of a glyph is rasterised once; the card is its silhouette, closed where contours are open; every area that the
ink encloses becomes a patch of paint, and where the ink itself is broad (a bear, a mop of hair) all but its rim becomes
paint too. What is kept are distance fields and flat colours, so that a figure can be cut at any size with crisp edges.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
import skia
from numpy.typing import NDArray
from scipy import ndimage

from generator.engines.paper.colours import rgb
from generator.engines.paper.faces import Eye, Face, Mouth, find_face
from generator.engines.paper.looks import Look, look_of
from generator.engines.paper.outline import contours
from generator.engines.paper.tracing import traced

SIDE = 320  # pixels of the sheet on which a figure is analysed
_MARGIN = 0.09  # of the sheet, left free on each side for the edge of the card
_GAP = 0.024  # of the sheet: openings between strokes up to twice this wide are closed
_RIM = 0.6  # of a stroke's width stays ink around broad ink that is painted
_BROAD = 0.95  # times a stroke's width from the rim: ink is broad where it is that deep
_LEAST = 0.006  # of the card: broad ink smaller than this stays ink (eyes, noses, buttons)
_MOSTLY_INK = 0.3  # of the card painted as broad ink: then that is the body, and what it encloses are features

_DRAWN_AS = {"❤": "🤍", "💨": "☁"}  # the font hatches its red heart; its puff of wind is a knot of lines

Field = NDArray[np.float32]  # (SIDE, SIDE)
Mask = NDArray[np.bool_]  # (SIDE, SIDE)
Paint = NDArray[np.uint8]  # (SIDE, SIDE, 3)
Colour = tuple[int, int, int]
Area = tuple[skia.Path, Colour]


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A painted figure on a square sheet of `SIDE` pixels.

    All is in sheet pixels. `card` says where the silhouette is and `card_outline` outlines it; `under` are the painted
    areas below the `ink`, `over` those on broad ink. The eyes (and a mouth that stands alone) have been taken out of
    the ink, so that they can be drawn as the moment asks. `bounds` are left, top, right and bottom of the card.
    """

    emoji: str
    look: Look
    ink: skia.Path
    card: Mask
    card_outline: skia.Path
    under: tuple[Area, ...]
    over: tuple[Area, ...]
    bounds: tuple[float, float, float, float]
    eyes: tuple[Eye, ...] = ()
    mouth: Mouth | None = None

    def covers(self, x: float, y: float) -> bool:
        """Whether the card has paper at a place of the sheet."""
        return 0 <= x < SIDE and 0 <= y < SIDE and bool(self.card[int(y), int(x)])


@lru_cache(maxsize=256)
def figure(emoji: str, colour: str | None = None, *, seed: int = 0, skin: str | None = None) -> Figure | None:
    """The figure of `emoji` in `colour` ("#rrggbb"; None for its natural one); None if the font has no picture.

    `seed` varies what nature varies, such as hair; `skin` is a person's, where it is of another colour.
    """
    parts = _placed(contours(_DRAWN_AS.get(emoji.replace("\ufe0f", ""), emoji)))
    if not parts:
        return None
    look = look_of(emoji, colour, seed, skin)
    silhouette = _silhouette(_closed(_mask(_joined(parts)), look.open_at))
    face = _face_of(parts, look)
    ink = _joined([part for index, part in enumerate(parts) if index not in face.drawn_by])
    mask = _mask(ink)
    broad = _broad_ink(mask, silhouette)
    inverted = look.inverted if look.inverted is not None else bool((broad > 0).sum() > _MOSTLY_INK * silhouette.sum())
    fill = _patches(mask, silhouette, look, inverted)
    solid = _solids(broad, look, inverted)
    rows, columns = np.flatnonzero(silhouette.any(1)), np.flatnonzero(silhouette.any(0))
    bounds = (float(columns[0]), float(rows[0]), float(columns[-1] + 1), float(rows[-1] + 1))
    outline = traced(_signed(silhouette))
    under = ((outline, rgb(look.base)), *_areas(fill, silhouette, rgb(look.base)))
    over = _painted_ink(broad, solid)
    return Figure(emoji, look, ink, silhouette, outline, under, over, bounds, face.eyes, _mouth_of(face, look, bounds))


def _areas(paint: Paint, silhouette: Mask, ground: Colour) -> tuple[Area, ...]:
    """The areas of `paint` that are of another colour than the `ground`, traced."""
    codes = paint[..., 0].astype(np.int32) << 16 | paint[..., 1].astype(np.int32) << 8 | paint[..., 2]
    areas = []
    for code in np.unique(codes[silhouette]).tolist():
        colour = (code >> 16, code >> 8 & 255, code & 255)
        if colour != ground:
            areas.append((traced(_softened((codes == code) & silhouette)), colour))
    return tuple(areas)


def _painted_ink(broad: Field, solid: Paint) -> tuple[Area, ...]:
    """Broad ink less its rim, by colour."""
    codes = solid[..., 0].astype(np.int32) << 16 | solid[..., 1].astype(np.int32) << 8 | solid[..., 2]
    return tuple(
        (
            traced(np.where(codes == code, np.maximum(broad, -3.0), np.float32(-3.0))),
            (code >> 16, code >> 8 & 255, code & 255),
        )
        for code in np.unique(codes[broad > 0]).tolist()
    )


def _softened(mask: Mask) -> Field:
    """A mask as a field whose zero line is smooth; outlines lie below the ink, so a pixel does not matter."""
    return np.asarray(ndimage.gaussian_filter(mask.astype(np.float32), 1.0) - 0.5, np.float32)


def _placed(parts: Sequence[skia.Path]) -> list[skia.Path]:
    """`parts` scaled to fill the sheet but for its margin, in the middle."""
    if not parts:
        return []
    box = _joined(parts).computeTightBounds()
    scale = SIDE * (1 - 2 * _MARGIN) / max(box.width(), box.height(), 1.0)
    matrix = skia.Matrix()
    matrix.setTranslate(SIDE / 2, SIDE / 2)
    matrix.preScale(scale, scale)
    matrix.preTranslate(-box.centerX(), -box.centerY())
    placed = [skia.Path(part) for part in parts]
    for part in placed:
        part.transform(matrix)
    return placed


def _joined(parts: Sequence[skia.Path]) -> skia.Path:
    whole = skia.Path()
    for part in parts:
        whole.addPath(part)
    return whole


def _mask(path: skia.Path) -> Mask:
    """Where `path` has ink."""
    surface = skia.Surface(SIDE, SIDE)
    with surface as canvas:
        canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=skia.ColorBLACK))
    return np.asarray(surface.toarray()[:, :, 3] > 127)


def _closed(ink: Mask, side: Literal["right"] | None) -> Mask:
    """`ink` with the open ends of its strokes joined along the side of the sheet where the font cuts them off."""
    if side is None:
        return ink
    column = int(np.flatnonzero(ink.any(0))[-1])
    rows = np.flatnonzero(ink[:, column - 1])
    joined = ink.copy()
    joined[rows[0] : rows[-1] + 1, column] = True
    return joined


def _silhouette(ink: Mask) -> Mask:
    """The ink with the gaps between its strokes closed and all that it encloses."""
    reach = int(_GAP * SIDE)
    grown = _grown(ink, reach)
    solid = ndimage.binary_fill_holes(grown)
    shrunk = ndimage.distance_transform_edt(solid) > reach
    return np.asarray(ndimage.binary_fill_holes(shrunk | ink))


def _grown(mask: Mask, by: float) -> Mask:
    return np.asarray(ndimage.distance_transform_edt(~mask) <= by)


def _signed(mask: Mask) -> Field:
    """Distance in pixels to the edge of `mask`, positive inside."""
    inside = ndimage.distance_transform_edt(mask)
    outside = ndimage.distance_transform_edt(~mask)
    return np.asarray(ndimage.gaussian_filter(inside - outside, 0.9), np.float32)


def _stroke(depth: Field) -> float:
    """The width of the pen: twice the depth that is common on the ridges of the ink, within what the font draws."""
    ridge = (depth == ndimage.maximum_filter(depth, size=3)) & (depth > 1.5)
    if not ridge.any():
        return 8.0
    return float(np.clip(2 * np.percentile(depth[ridge], 35), 0.02 * SIDE, 0.05 * SIDE))


def _broad_ink(ink: Mask, silhouette: Mask) -> Field:
    """Signed distance to the edge of the paint on broad ink."""
    depth = np.asarray(ndimage.distance_transform_edt(ink), np.float32)
    stroke = _stroke(depth)
    labels, count = ndimage.label(depth > _RIM * stroke)
    if not count:
        return np.full(ink.shape, -1e3, np.float32)
    index = np.arange(1, count + 1)
    deep = ndimage.maximum(depth, labels, index) > _BROAD * stroke
    large = ndimage.sum_labels(np.ones_like(depth), labels, index) > _LEAST * silhouette.sum()
    chosen = np.isin(labels, index[np.asarray(deep) & np.asarray(large)])
    inside = depth - np.float32(_RIM * stroke)
    return np.where(_grown(chosen, 2.0), inside, np.float32(-1e3)).astype(np.float32)


def _patches(ink: Mask, silhouette: Mask, look: Look, inverted: bool) -> Paint:
    """Flat colours of what the ink encloses, carried on under the ink to its middle."""
    labels, count = ndimage.label(silhouette & ~ink)
    if not count:
        return np.broadcast_to(np.array(rgb(look.base), np.uint8), (*ink.shape, 3)).copy()
    sizes = np.bincount(labels.ravel(), minlength=count + 1)[1:] / silhouette.sum()
    outer = ndimage.distance_transform_edt(silhouette) < 1.6 * 0.035 * SIDE
    colours = np.zeros((count + 1, 3), np.uint8)
    for number in range(1, count + 1):
        colours[number] = _patch_colour(labels == number, float(sizes[number - 1]), outer, look, inverted, ink)
    for (x, y), colour in look.spots:
        number = _label_at(labels, x, y)
        if number:
            colours[number] = rgb(colour)
    colours[0] = colours[1 + int(np.argmax(sizes))]
    nearest = ndimage.distance_transform_edt(labels == 0, return_distances=False, return_indices=True)
    return np.asarray(colours[labels[tuple(nearest)]])


def _patch_colour(patch: Mask, size: float, outer: Mask, look: Look, inverted: bool, ink: Mask) -> tuple[int, int, int]:
    """What an enclosed area is painted: the body, a paler inner part, the white of an eye."""
    if size < 0.0018:
        return rgb(look.glint)
    if inverted:
        return rgb(look.pale)
    touches = bool((patch & outer).any())
    if size < 0.035 and not touches and _has_pupil(patch, ink):
        return (255, 253, 248)
    if touches or size > 0.3:
        return rgb(look.base)
    return rgb(look.pale)


def _has_pupil(patch: Mask, ink: Mask) -> bool:
    """Whether the patch is a ring around a little ink."""
    filled = ndimage.binary_fill_holes(patch)
    pupil = filled & ink
    return bool(0.06 * filled.sum() < pupil.sum() < 0.8 * filled.sum())


def _solids(broad: Field, look: Look, inverted: bool) -> Paint:
    """Flat colours of broad ink."""
    solid = np.empty((*broad.shape, 3), np.uint8)
    solid[:] = rgb(look.base if inverted else look.deep)
    labels, _ = ndimage.label(broad > 0)
    for (x, y), colour in look.solid_spots:
        number = _label_at(labels, x, y)
        if number:
            solid[_grown(labels == number, 3.0)] = rgb(colour)
    return solid


def _label_at(labels: NDArray[np.int32], x: float, y: float) -> int:
    """The label at a place given in fractions of the sheet, or 0."""
    row, column = (min(SIDE - 1, max(0, int(part * SIDE))) for part in (y, x))
    return int(labels[row, column])


def _face_of(parts: Sequence[skia.Path], look: Look) -> Face:
    if look.eyes == "none":
        return Face()
    known = [(x * SIDE, y * SIDE) for x, y in look.eyes_at]
    return find_face(parts, in_profile=look.eyes == "profile", holes=look.eyes == "holes", at=known)


def _mouth_of(face: Face, look: Look, bounds: tuple[float, float, float, float]) -> Mouth | None:
    """The mouth that stands alone in the glyph, or where the table says one is (fractions of the card)."""
    if look.mouth is None:
        return face.mouth
    x, y, width = look.mouth
    left, top, right, bottom = bounds
    return Mouth(left + x * (right - left), top + y * (bottom - top), width * (right - left))
