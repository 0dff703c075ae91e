"""Tracing: where a field crosses zero, as smooth closed paths (marching squares with linear interpolation)."""

import numpy as np
import skia
from numpy.typing import NDArray

_FINE = 0.35  # pixels by which a traced line may be simplified (Ramer-Douglas-Peucker)
_SMALLEST = 6  # crossings of the grid; smaller rings are specks of the raster
_CORNER = 8.0  # pixels: how far a corner rounds off a long side at most

# For each of the 16 cases of a cell's corners (1 top left, 2 top right, 4 bottom right, 8 bottom left inside) the edges
# (0 top, 1 right, 2 bottom, 3 left) that a line enters and leaves by, the inside on its right.
_CASES: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((3, 0),), 2: ((0, 1),), 3: ((3, 1),), 4: ((1, 2),), 5: ((3, 0), (1, 2)), 6: ((0, 2),), 7: ((3, 2),),
    8: ((2, 3),), 9: ((2, 0),), 10: ((0, 1), (2, 3)), 11: ((2, 1),), 12: ((1, 3),), 13: ((1, 0),), 14: ((0, 3),),
}  # fmt: skip


def traced(field: NDArray[np.float32], scale: float = 1.0) -> skia.Path:
    """The outline of where `field` is positive, one unit being `scale` units of the path; pixel centres at 0.5."""
    padded = np.pad(field, 1, constant_values=-1.0).astype(np.float64)
    path = skia.Path()
    for ring in _rings(padded):
        if len(ring) >= _SMALLEST:
            _add_smooth(path, (_cornered(_simplified(ring)) - 0.5) * scale)
    return path


def _rings(field: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    """Closed lines of (x, y) along which `field` is zero."""
    inside = field > 0
    case = inside[:-1, :-1] * 1 + inside[:-1, 1:] * 2 + inside[1:, 1:] * 4 + inside[1:, :-1] * 8
    rows, columns = np.nonzero((case > 0) & (case < 15))
    follow: dict[tuple[int, int, int], tuple[int, int, int]] = {}
    for row, column, kind in zip(rows.tolist(), columns.tolist(), case[rows, columns].tolist(), strict=True):
        for enter, leave in _CASES[kind]:
            follow[_edge(row, column, enter)] = _edge(row, column, leave)
    rings = []
    while follow:
        start, here = follow.popitem()
        ring = [start]
        while here != start and here in follow:
            ring.append(here)
            here = follow.pop(here)
        rings.append(np.array([_crossing(field, *edge) for edge in ring]))
    return rings


def _edge(row: int, column: int, side: int) -> tuple[int, int, int]:
    """An edge of the grid: (row, column, 0 for the one to the right of that corner, 1 for the one below it)."""
    return ((row, column, 0), (row, column + 1, 1), (row + 1, column, 0), (row, column, 1))[side]


def _crossing(field: NDArray[np.float64], row: int, column: int, down: int) -> tuple[float, float]:
    one = field[row, column]
    other = field[row + down, column + 1 - down]
    share = one / (one - other)
    return (column, row + share) if down else (column + share, row)


def _simplified(ring: NDArray[np.float64]) -> NDArray[np.float64]:
    """The ring with as few points as stay within `_FINE` of it."""
    keep = np.zeros(len(ring), bool)
    far = int(np.argmax(((ring - ring[0]) ** 2).sum(1)))
    keep[[0, far]] = True
    closed = np.vstack([ring, ring[:1]])
    spans = [(0, far), (far, len(ring))]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        along = closed[last] - closed[first]
        length = float(np.hypot(*along)) or 1.0
        offset = closed[first + 1 : last] - closed[first]
        away = np.abs(along[0] * offset[:, 1] - along[1] * offset[:, 0]) / length
        worst = int(np.argmax(away))
        if away[worst] > _FINE:
            middle = first + 1 + worst
            keep[middle] = True
            spans += [(first, middle), (middle, last)]
    return ring[keep]


def _cornered(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """The ring with two more points on long sides, so that a thin straight whisker stays as wide as it is."""
    ends = np.roll(points, -1, axis=0)
    kept: list[NDArray[np.float64]] = []
    for start, end in zip(points, ends, strict=True):
        kept.append(start)
        length = float(np.hypot(*(end - start)))
        if length > 3 * _CORNER:
            step = (end - start) * (_CORNER / length)
            kept += [start + step, end - step]
    return np.array(kept)


def _add_smooth(path: skia.Path, points: NDArray[np.float64]) -> None:
    """A closed curve through the middles of the sides, with the points as its controls."""
    middles = (points + np.roll(points, -1, axis=0)) / 2
    path.moveTo(float(middles[-1][0]), float(middles[-1][1]))
    for (x, y), (mx, my) in zip(points.tolist(), middles.tolist(), strict=True):
        path.quadTo(x, y, mx, my)
    path.close()
