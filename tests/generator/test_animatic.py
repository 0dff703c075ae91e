import time
from pathlib import Path

import av
import pytest
from PIL import Image

from generator import animatic as module
from generator.animatic import Animatic, animatic, picture, preview
from generator.engines.engine import Cancelled, Canvas
from generator.engines.hands import Hands
from tests.generator.engines.paper.paper_boards import CAT, WOMAN, board, shot

CANVAS = Canvas(360, 640, 24)
FILM = board(shot(seconds=0.5), shot(start=0.5, seconds=1.0, cast=(CAT, WOMAN), place="forest"))


def test_the_first_picture_is_of_half_size_and_of_the_fullest_shot(tmp_path: Path) -> None:
    with Image.open(picture(FILM, CANVAS, "みか", tmp_path / "a.jpg")) as image:
        assert (image.format, image.size) == ("JPEG", (180, 320))
        green = image.convert("RGB").resize((1, 1)).getpixel((0, 0))
    with Image.open(picture(board(FILM.shots[1]), CANVAS, "みか", tmp_path / "b.jpg")) as other:
        assert isinstance(green, tuple)
        expected = other.convert("RGB").resize((1, 1)).getpixel((0, 0))
        assert isinstance(expected, tuple)
        assert max(abs(one - two) for one, two in zip(green, expected, strict=True)) < 12


def test_the_preview_is_the_whole_film_of_quarter_size_without_sound(tmp_path: Path) -> None:
    with Hands("paper", 1) as hands:
        drawn = preview(FILM, CANVAS, "みか", tmp_path / "a.mp4", hands=hands)
    with av.open(str(drawn)) as film:
        (stream,) = film.streams
        assert (stream.type, film.streams.video[0].width, film.streams.video[0].height) == ("video", 90, 160)
        assert sum(1 for _ in film.decode(video=0)) == 18


def test_picture_and_film_are_shown_in_that_order_while_something_else_is_done(tmp_path: Path) -> None:
    shown: list[Animatic] = []
    with animatic(FILM, CANVAS, "みか", tmp_path, shown.append):
        assert [one.film for one in shown] == [None]
    assert [one.film is not None for one in shown] == [False, True]
    assert shown[1].still.is_file()


def test_a_film_that_cannot_be_previewed_is_made_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*given: object, **named: object) -> Path:
        raise ZeroDivisionError

    monkeypatch.setattr(module, "preview", broken)
    with animatic(FILM, CANVAS, "みか", tmp_path, lambda shown: None):
        pass
    assert "ZeroDivisionError" in caplog.text


def test_what_ends_the_production_ends_the_preview(tmp_path: Path) -> None:
    long = board(shot(seconds=60.0))
    started = time.monotonic()
    with pytest.raises(Cancelled), animatic(long, CANVAS, "みか", tmp_path, lambda shown: None):
        raise Cancelled
    assert time.monotonic() - started < 20
    assert not (tmp_path / "animatic.mp4").exists()
