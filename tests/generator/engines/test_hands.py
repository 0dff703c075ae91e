import os
import signal
import time
from collections.abc import Iterator

import numpy as np
import pytest

from generator.engines.engine import Cancelled, Canvas, Rendering
from generator.engines.hands import BLOCK, HandLost, Hands, dealt
from generator.engines.paper.engine import PaperEngine
from generator.storyboard import Storyboard
from tests.generator.engines.paper.paper_boards import board, shot

CANVAS = Canvas(90, 160, 12)


def film() -> Storyboard:
    """Two shots, the second comes in over the last picture of the first."""
    return board(shot(seconds=1.5), shot(start=1.5, seconds=1.5, place="forest", transition="fade"))


@pytest.fixture(scope="module", params=[1, 2, 3])
def hands(request: pytest.FixtureRequest) -> Iterator[Hands]:
    with Hands("paper", request.param) as some:
        yield some


def test_frames_of_several_hands_are_those_of_the_engine_in_order(hands: Hands) -> None:
    rendering = Rendering(film(), CANVAS)
    expected = [frame.copy() for frame in PaperEngine().render(rendering)]
    for _ in range(2):  # the same hands draw the next film too
        got = [frame.copy() for frame in hands.frames(rendering)]
        assert len(got) == len(expected) == 36
        assert all(np.array_equal(one, other) for one, other in zip(got, expected, strict=True))


def test_a_film_of_one_shot_is_dealt_out_in_blocks(hands: Hands) -> None:
    rendering = Rendering(board(shot(seconds=3.0)), CANVAS)
    assert 3 * BLOCK < 36
    expected = [frame.copy() for frame in PaperEngine().render(rendering)]
    got = [frame.copy() for frame in hands.frames(rendering)]
    assert all(np.array_equal(one, other) for one, other in zip(got, expected, strict=True))


def test_shots_are_dealt_out_in_turn() -> None:
    assert dealt(Rendering(film(), Canvas(90, 160, 2)), 2) == [0, 0, 0, 1, 1, 1]
    assert dealt(Rendering(film(), Canvas(90, 160, 2)), 1) == [0] * 6


def test_hands_draw_films_of_other_sizes_as_they_come(hands: Hands) -> None:
    for canvas in (Canvas(160, 90, 12), Canvas(270, 480, 12), CANVAS):
        frames = [frame.shape for frame in hands.frames(Rendering(film(), canvas))]
        assert frames == [(canvas.height, canvas.width, 4)] * 36


def test_a_cancel_ends_the_hands_and_the_next_film_has_new_ones(hands: Hands) -> None:
    asked: list[None] = []

    def check() -> None:
        asked.append(None)
        if len(asked) > 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        list(hands.frames(Rendering(film(), Canvas(360, 640, 24), check_cancelled=check)))
    assert sum(1 for _ in hands.frames(Rendering(film(), CANVAS))) == 36


def test_a_hand_that_is_killed_is_noticed() -> None:
    with Hands("paper", 1) as hands:
        frames = hands.frames(Rendering(board(shot(seconds=30)), Canvas(360, 640, 24)))
        next(frames)
        os.kill(hands.process_ids[0], signal.SIGKILL)
        with pytest.raises(HandLost):
            for _ in frames:
                pass


def test_hands_whose_master_is_gone_go_too() -> None:
    hands = Hands("paper", 1)
    hands.warm_up()
    (process,) = hands.process_ids
    hands.close()
    time.sleep(0.1)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_bug_in_a_hand_comes_back_with_its_trace() -> None:
    broken = Rendering(board(shot(place="nowhere")), CANVAS)
    with Hands("paper", 1) as hands, pytest.raises(RuntimeError, match="nowhere"):
        list(hands.frames(broken))
