from pathlib import Path

import numpy as np
import pytest

from generator.engines.choose import choose_engine
from generator.engines.engine import Cancelled, Canvas, Rendering
from generator.engines.paper.engine import PaperEngine
from generator.engines.paper.transitions import SECONDS
from generator.pictures.illustration import Illustration
from generator.storyboard import SpokenLine
from generator.vocabulary import ACTIONS, PLACES, STYLES, Transition
from tests.generator.engines.paper.paper_boards import (
    CAT,
    SMALL,
    WOMAN,
    act,
    board,
    difference,
    film,
    frame_at,
    mouths,
    red_picture,
    shot,
)


def test_the_settings_name_it_paper() -> None:
    engine = choose_engine("paper")
    assert engine.name == "paper"
    assert engine.abilities().modes == {"text", "image"}
    assert engine.abilities().max_seconds == 60


@pytest.mark.parametrize(("seconds", "fps", "count"), [(1.0, 12, 12), (0.73, 24, 18), (1.26, 10, 13)])
def test_a_film_has_exactly_as_many_frames_as_its_length_asks_for(seconds: float, fps: int, count: int) -> None:
    frames = film(board(shot(seconds=seconds)), Canvas(64, 114, fps))
    assert len(frames) == count
    assert all(frame.shape == (114, 64, 4) and frame.dtype == np.uint8 for frame in frames)


def test_every_frame_is_opaque() -> None:
    assert all((frame[..., 3] == 255).all() for frame in film(board(shot(weather="fog", light="spot"), style="retro")))


def test_the_same_storyboard_gives_the_same_frames() -> None:
    storyboard = board(shot(weather="rain", acts=(act(CAT, "dance"),), camera="handheld"))
    assert all((one == other).all() for one, other in zip(film(storyboard), film(storyboard), strict=True))


def test_another_seed_gives_another_set() -> None:
    assert difference(frame_at(board(shot(), seed=1), 0), frame_at(board(shot(), seed=2), 0)) > 1


def test_frames_come_one_by_one_in_one_buffer() -> None:
    frames = PaperEngine().render(Rendering(board(shot(seconds=60)), SMALL))
    assert next(frames) is next(frames)


def test_a_cancelled_job_stops_at_the_next_frame() -> None:
    asked = 0

    def check() -> None:
        nonlocal asked
        asked += 1
        if asked == 4:
            raise Cancelled

    frames = PaperEngine().render(Rendering(board(shot()), SMALL, check_cancelled=check))
    with pytest.raises(Cancelled):
        list(frames)
    assert asked == 4


def test_who_dances_moves_and_who_stands_hardly_does() -> None:
    dancing, standing = board(shot(acts=(act(CAT, "dance"),))), board(shot())
    moved = [difference(frame_at(one, 0.2), frame_at(one, 0.7)) for one in (dancing, standing)]
    assert moved[0] > 3 * moved[1]


def test_a_mouth_opens_while_its_line_is_spoken() -> None:
    line = SpokenLine("woman", "あ", 0.0, 1.0, "ja")
    talk = board(shot(cast=(WOMAN,), framing="close", focus="woman"), lines=(line,))
    shut, opened = (frame_at(talk, 0.5, mouths=mouths(0, wide, 1.0)) for wide in (0.0, 1.0))
    assert difference(shut, opened) > 0.5


def test_nobody_opens_the_mouth_for_another() -> None:
    line = SpokenLine("cat", "にゃ", 0.0, 1.0, "ja")
    talk = board(shot(cast=(WOMAN,), framing="close", focus="woman"), lines=(line,))
    assert (frame_at(talk, 0.5, mouths=mouths(0, 0.0, 1.0)) == frame_at(talk, 0.5, mouths=mouths(0, 1.0, 1.0))).all()


def test_what_is_said_is_lettered_above_the_lower_edge_and_gone_afterwards() -> None:
    line = SpokenLine("cat", "こんにちは、みなさん", 0.2, 0.8, "ja")
    silent, talking = board(shot(seconds=3)), board(shot(seconds=3), lines=(line,))
    canvas = Canvas(180, 320, 10)
    spoken = np.abs(frame_at(talking, 0.6, canvas).astype(int) - frame_at(silent, 0.6, canvas)).sum(axis=(1, 2))
    assert spoken[round(320 * 0.8) : round(320 * 0.92)].sum() > 5000
    assert spoken[round(320 * 0.93) :].sum() == 0
    assert (frame_at(talking, 2.6, canvas) == frame_at(silent, 2.6, canvas)).all()


@pytest.mark.parametrize("transition", [name for name in SECONDS if name not in ("cut", "whip")])
def test_a_shot_that_does_not_cut_begins_with_the_picture_of_the_last(transition: str) -> None:
    first, next_ = shot(place="forest"), shot(1.0, 2.0, place="snowfield", transition=transition)
    storyboard = board(first, next_)
    last, begun, done = (frame_at(storyboard, t) for t in (1 - 1 / 12, 1.0, 2.2))
    assert difference(last, begun) < 0.3 * difference(begun, done)


@pytest.mark.parametrize("transition", [name for name in SECONDS if name != "cut"])
def test_a_transition_lasts_as_long_as_it_says(transition: Transition) -> None:
    plain, changing = (
        board(shot(place="forest"), shot(1.0, 2.0, place="snowfield", transition=kind)) for kind in ("cut", transition)
    )
    canvas = Canvas(90, 160, 24)
    differs = [
        number / 24 - 1.0
        for number, (one, other) in enumerate(zip(film(plain, canvas), film(changing, canvas), strict=True))
        if difference(one, other) > 0.01
    ]
    assert differs[0] == 0.0
    assert SECONDS[transition] - 0.15 <= differs[-1] < SECONDS[transition]


def test_a_transition_is_the_same_for_hands_that_begin_in_its_middle() -> None:
    changing = board(shot(place="forest"), shot(1.0, 2.0, place="snowfield", transition="iris"))
    rendering = Rendering(changing, SMALL)
    whole = film(changing)[14]
    alone = next(iter(PaperEngine().render(rendering, [14])))
    assert (whole == alone).all()


def test_a_cut_shows_the_next_shot_at_once() -> None:
    storyboard = board(shot(place="forest"), shot(1.0, place="snowfield"))
    assert difference(frame_at(storyboard, 11 / 12), frame_at(storyboard, 1.0)) > 20


def test_a_film_that_fades_out_ends_black() -> None:
    assert film(board(shot(seconds=1.5), fade_out=True))[-1][..., :3].max() < 20


def test_a_members_picture_is_the_backdrop(tmp_path: Path) -> None:
    storyboard = board(shot(backdrop=0))
    scene = Illustration(red_picture(tmp_path), None, "scene")
    frame = frame_at(storyboard, 0.5, pictures=(scene,))
    top = frame[:40].reshape(-1, 4).mean(axis=0)
    assert top[0] > 150
    assert top[1] < 70


def test_slow_motion_is_slower() -> None:
    acts = (act(CAT, "jump", 0.0, 2.0),)
    usual, slow = (board(shot(seconds=2, acts=acts, slow=slowly)) for slowly in (False, True))
    assert difference(frame_at(usual, 0.45), frame_at(slow, 0.45 / 0.55)) < difference(
        frame_at(usual, 0.45), frame_at(slow, 0.45)
    )


@pytest.mark.parametrize("place", PLACES)
def test_every_place_has_a_set_of_its_own_that_fills_the_frame(place: str) -> None:
    frame = frame_at(board(shot(place=place, cast=()), cast=()), 0, Canvas(54, 96, 10))
    rows = frame[..., :3].reshape(96, -1).astype(int)
    assert rows.std() > 8
    assert (rows.max(axis=1) > 12).all()


@pytest.mark.parametrize("time", ["morning", "evening", "night"])
def test_hours_look_different(time: str) -> None:
    at = Canvas(54, 96, 10)
    assert difference(frame_at(board(shot(time_of_day=time)), 0, at), frame_at(board(shot()), 0, at)) > 8


@pytest.mark.parametrize("weather", ["rain", "snow", "storm", "fog", "wind", "sunny"])
def test_weather_is_seen_outdoors_and_not_under_a_roof(weather: str) -> None:
    at = Canvas(90, 160, 10)
    outside, clear = (frame_at(board(shot(weather=one, place="field")), 0.5, at) for one in (weather, "clear"))
    assert difference(outside, clear) > 0.4
    moved = [frame_at(board(shot(weather=weather, place="office", cast=())), t, at) for t in (0.1, 0.6)]
    assert (moved[0] == moved[1]).all()


@pytest.mark.parametrize("light", ["spot", "backlight", "neon", "lantern", "moonlight", "flash"])
def test_every_light_changes_the_picture(light: str) -> None:
    assert difference(frame_at(board(shot(light=light)), 0.5), frame_at(board(shot()), 0.5)) > 1.5


@pytest.mark.parametrize("style", [style for style in STYLES if style != "paper"])
def test_every_style_has_a_grade_of_its_own(style: str) -> None:
    assert difference(frame_at(board(shot(), style=style), 0.5), frame_at(board(shot()), 0.5)) > 1


def test_a_monochrome_film_has_no_colour() -> None:
    frame = frame_at(board(shot(), tint="mono"), 0.5)[..., :3].astype(int)
    assert np.abs(frame[..., 0] - frame[..., 2]).max() <= 2


def test_sepia_is_one_brown_from_dark_to_light() -> None:
    frame = frame_at(board(shot(), tint="sepia"), 0.5)[..., :3].reshape(-1, 3).astype(float)
    assert (frame[:, 0] >= frame[:, 2]).all()
    assert np.corrcoef(frame[:, 0], frame[:, 2])[0, 1] > 0.97


@pytest.mark.parametrize("orientation", ["portrait", "landscape", "square"])
def test_a_crowd_fits_into_every_shape_of_frame(orientation: str) -> None:
    canvas = {"portrait": Canvas(90, 160), "landscape": Canvas(160, 90), "square": Canvas(120, 120)}[orientation]
    cast = [type(WOMAN)(f"w{i}", "woman", "女", "👩", "#ff0000", 1.0, person=True) for i in range(5)]
    frame = frame_at(board(shot(cast=cast, place="snowfield"), cast=cast, orientation=orientation), 0, canvas)
    red = (frame[..., 0] > 150) & (frame[..., 1] < 70) & (frame[..., 2] < 70)
    assert red.any()
    assert not red[:, 0].any()
    assert not red[:, -1].any()


def test_every_action_can_be_filmed() -> None:
    both = (CAT, WOMAN)
    for number, action in enumerate(ACTIONS):
        acts = (act(WOMAN, action, 0.0, 0.3, target="cat"), act(CAT, action, 0.0, 0.3, prop="ball", prop_figure="⚽"))
        frames = film(board(shot(seconds=0.3, cast=both, acts=acts)), Canvas(36, 64, 10))
        assert len(frames) == 3, (number, action)


@pytest.mark.parametrize("place", PLACES)
def test_no_place_is_bare_along_the_lower_edge(place: str) -> None:
    picture = frame_at(board(shot(place=place, cast=())), 0.0, Canvas(90, 160, 12))[int(160 * 0.82) :, :, :3]
    assert picture.astype(int).std(axis=(0, 1)).max() > 14


@pytest.mark.parametrize(("place", "falls"), [("stage", True), ("studio", True), ("room", False), ("street", True)])
def test_it_rains_on_a_stage_if_the_play_wants_it_and_in_no_room(place: str, falls: bool) -> None:
    wet = board(shot(place=place, weather="rain", cast=()))
    frames = [frame.astype(int) for frame in film(wet)]
    assert (difference(frames[3], frames[4]) > 0.2) == falls
