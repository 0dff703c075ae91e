from hypothesis import given, settings
from hypothesis import strategies as st

from generator.finish.rates import AUDIO_BITS, FILL, LEAST_BITS, MOST_BITS, video_rates


@given(st.integers(24, 24 * 90), st.sampled_from([12, 16, 24, 25, 30, 60]), st.integers(2**20, 50 * 2**20))
@settings(max_examples=200, deadline=None)
def test_what_the_bucket_lets_through_and_the_sound_stay_under_the_limit(frames: int, fps: int, limit: int) -> None:
    rates = video_rates(frames, fps, limit)
    seconds = frames / fps
    worst = (FILL * rates.bufsize + rates.maxrate * seconds + AUDIO_BITS * seconds) / 8
    assert worst < limit or rates.maxrate == LEAST_BITS


def test_a_longer_film_gets_less_a_second() -> None:
    rates = [video_rates(24 * seconds, 24, 9 * 2**20).maxrate for seconds in (2, 15, 30, 60)]
    assert rates == sorted(rates, reverse=True)
    assert rates[0] == MOST_BITS
    assert rates[1] > 4_000_000


def test_scaling_never_goes_below_a_picture() -> None:
    assert video_rates(240, 24, 2**20).scaled(0.0001).maxrate == LEAST_BITS
