import subprocess
import sys
from pathlib import Path

import av
import numpy as np
import pytest

from generator.engines.engine import Canvas
from generator.finish.encode import film
from generator.finish.rates import AUDIO_RATE
from generator.finish.shrink import CANNOT, shrink
from generator.finish.squeeze import TooLong
from generator.finish.watermark import Watermark

CANVAS = Canvas(240, 426, 24)


class Tone:
    rate = AUDIO_RATE
    samples = np.repeat(
        np.sin(np.arange(2 * AUDIO_RATE, dtype=np.float32) * 0.05)[:, None].astype(np.float32) * 0.3, 2, axis=1
    )


@pytest.fixture(scope="module")
def noisy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds that do not compress."""
    dice = np.random.default_rng(1)
    frames = (dice.integers(0, 255, (426, 240, 4), dtype=np.uint8) for _ in range(48))
    out = tmp_path_factory.mktemp("film") / "film.mp4"
    mark = Watermark("みか", CANVAS, seed=1)
    film(frames, Tone(), CANVAS, out, watermark=mark, seconds=2.0, metadata={"title": "雪"})
    return out


def test_a_film_becomes_small_enough_and_keeps_its_sound_length_and_title(noisy: Path, tmp_path: Path) -> None:
    limit = noisy.stat().st_size // 3
    shrink(noisy, tmp_path / "less.mp4", limit)
    assert (tmp_path / "less.mp4").stat().st_size <= limit
    with av.open(str(tmp_path / "less.mp4")) as container:
        assert sum(1 for _ in container.decode(video=0)) == 48
        container.seek(0)
        assert sum(frame.samples for frame in container.decode(audio=0)) / AUDIO_RATE == pytest.approx(2.0, abs=0.1)
        assert container.metadata["title"] == "雪"
    assert list(tmp_path.iterdir()) == [tmp_path / "less.mp4"]


def test_what_cannot_be_made_that_small_says_so_and_leaves_nothing(noisy: Path, tmp_path: Path) -> None:
    with pytest.raises(TooLong):
        shrink(noisy, tmp_path / "less.mp4", 9000)
    assert not list(tmp_path.iterdir())
    command = [sys.executable, "-m", "generator.finish.shrink", str(noisy), str(tmp_path / "less.mp4"), "9000"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == CANNOT
