import numpy as np
import pytest

from generator.engines.paper.tracing import traced


def test_a_disc_is_traced_as_a_circle_of_its_size() -> None:
    y, x = np.mgrid[:80, :80] + 0.5
    path = traced((20 - np.hypot(x - 40, y - 40)).astype(np.float32))
    bounds = path.computeTightBounds()
    assert bounds.width() == pytest.approx(40, abs=1)
    assert bounds.centerX() == pytest.approx(40, abs=0.5)
    assert path.contains(40, 40)
    assert not path.contains(10, 10)


def test_a_ring_keeps_its_hole() -> None:
    y, x = np.mgrid[:80, :80] + 0.5
    path = traced((8 - np.abs(np.hypot(x - 40, y - 40) - 25)).astype(np.float32))
    assert path.contains(40, 15)
    assert not path.contains(40, 40)


def test_nothing_gives_an_empty_path() -> None:
    assert traced(np.full((20, 20), -1, np.float32)).isEmpty()


def test_a_straight_whisker_is_traced_though_it_has_hardly_a_corner() -> None:
    y, x = np.mgrid[:80, :80] + 0.5
    path = traced(np.minimum(30 - np.abs(x - 40), 2.5 - np.abs(y - 40)).astype(np.float32))
    assert all(path.contains(at, 40 + off) for at in (13, 25, 40, 55, 67) for off in (-1.5, 1.5))
