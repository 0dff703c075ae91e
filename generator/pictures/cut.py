"""Cutting out: from a clean picture to what stands out of it, and whether that can go on stage by itself."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from generator.pictures.edges import Alpha, Pixels, along_edges, as_scissors_cut, own_colours
from generator.pictures.ground import before_plain_ground
from generator.pictures.illustration import Illustration, Shows
from generator.pictures.salience import Salience

LONGEST = 800  # pixels of a cut: what a close shot of a puppet shows of it on the largest canvas
_SEEN = 0.5
_TRACE = 0.05
_LEAST, _MOST = 0.02, 0.97  # of the picture: less is a speck, more is the picture itself
_LEAST_FOUND = 0.04  # of a photograph: where less stands out, it is the place that counts
_DOUBTFUL = 0.6  # of what is found may be neither in nor out
_CRUMB = 0.1  # of the largest piece: smaller ones are swept away
_MOST_PIECES = 3  # who stand beside each other are a group; more are a pattern
_HOLE = 0.012  # of what is found: smaller holes are closed


@dataclass(frozen=True, slots=True)
class _Found:
    alpha: Alpha
    shows: Shows


def cut_out(clean: Path, folder: Path, salience: Salience) -> Illustration:
    """Cut out what stands out of `clean` (an inspected picture, RGB or RGBA) into files in `folder`."""
    with Image.open(clean) as opened:
        picture = opened.convert("RGBA")
    whole, on_paper = clean, picture
    if _has_alpha(picture):
        whole, on_paper = folder / f"{clean.stem}-whole.png", Image.new("RGBA", picture.size, "white")
        on_paper.alpha_composite(picture)
        on_paper.convert("RGB").save(whole, compress_level=1)
    picture.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    on_paper.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    pixels = np.asarray(on_paper.convert("RGB"), np.float32) / 255
    found = (
        _by_its_own_alpha(picture) or _by_its_ground(pixels) or _by_salience(on_paper.convert("RGB"), pixels, salience)
    )
    if found is None:
        return Illustration(whole, None, "scene")
    if _has_alpha(picture):  # white of the paper has no part in a soft edge
        pixels = np.asarray(picture.convert("RGB"), np.float32) / 255
    cut = folder / f"{clean.stem}-cut.png"
    rows, columns = np.flatnonzero((found.alpha > _TRACE).any(1)), np.flatnonzero((found.alpha > _TRACE).any(0))
    top, bottom, left, right = int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
    _coloured(pixels[top:bottom, left:right], found.alpha[top:bottom, left:right]).save(cut, compress_level=1)
    high, wide = found.alpha.shape
    return Illustration(whole, cut, found.shows, (left / wide, top / high, right / wide, bottom / high))


def _has_alpha(picture: Image.Image) -> bool:
    """Whether anything in an RGBA picture can be seen through."""
    return picture.getchannel("A").getextrema() != (255, 255)


def _by_its_own_alpha(picture: Image.Image) -> _Found | None:
    """What is opaque of a picture with a ground of nothing."""
    alpha = np.asarray(picture.getchannel("A"), np.float32) / 255
    share = float((alpha > _SEEN).mean())
    return _Found(_swept(alpha, crumb=0.004), "figure") if 0 < share <= _MOST else None


def _by_its_ground(pixels: Pixels) -> _Found | None:
    mask = before_plain_ground(pixels)
    if mask is None or not _LEAST <= mask.mean() <= _MOST:
        return None
    mask = _swept(mask.astype(np.float32), crumb=0.01) > _SEEN
    mask = ndimage.binary_opening(mask, iterations=1) if mask.mean() > 4 * _LEAST else mask
    return _Found(as_scissors_cut(mask.astype(np.float32)), "figure")


def _by_salience(picture: Image.Image, pixels: Pixels, salience: Salience) -> _Found | None:
    rough = salience.of(picture)
    if rough is None:
        return None
    share = float((rough > _SEEN).mean())
    if share < _LEAST:
        return None
    doubt = float(((rough > 0.1) & (rough < 0.9)).mean()) / share
    pieces = _pieces(rough > _SEEN)
    alpha = _swept(as_scissors_cut(along_edges(_swept(rough, crumb=_CRUMB), pixels)), crumb=_CRUMB)
    clear = share >= _LEAST_FOUND and share <= 0.9 and doubt <= _DOUBTFUL and pieces <= _MOST_PIECES
    return _Found(alpha, "figure" if clear else "scene") if (alpha > _SEEN).any() else None


def _pieces(mask: NDArray[np.bool_]) -> int:
    labels, count = ndimage.label(mask)
    sizes = np.sort(np.bincount(labels.ravel(), minlength=count + 1)[1:])
    return int((sizes > _CRUMB * sizes[-1]).sum()) if count else 0


def _swept(alpha: Alpha, *, crumb: float) -> Alpha:
    """`alpha` without pieces smaller than `crumb` of the largest, and with small holes closed."""
    labels, count = ndimage.label(alpha > 0.12)
    if not count:
        return alpha
    sizes = np.bincount(labels.ravel(), minlength=count + 1)
    sizes[0] = 0
    kept = np.where((sizes >= crumb * sizes.max())[labels], alpha, 0)
    holes, count = ndimage.label(kept < _SEEN)
    sizes = np.bincount(holes.ravel(), minlength=count + 1)
    rim = np.unique(np.concatenate([holes[0], holes[-1], holes[:, 0], holes[:, -1]]))
    small = sizes < _HOLE * (kept > _SEEN).sum()
    small[[0, *rim.tolist()]] = False
    return np.where(small[holes], np.float32(1), kept).astype(np.float32)


def _coloured(pixels: Pixels, alpha: Alpha) -> Image.Image:
    """The cut in its own colours."""
    stacked = np.concatenate([own_colours(pixels, alpha), alpha[..., None]], axis=-1)
    return Image.fromarray(np.clip(stacked * 255 + 0.5, 0, 255).astype(np.uint8), "RGBA")
