from hypothesis import given, settings
from hypothesis import strategies as st

from generator.sound.timing import COMFORTABLE, GAP, HURRIED, TAIL, cut_to_fit, line_starts, paces

_lines = st.lists(st.tuples(st.floats(0.0, 11.0), st.floats(0.2, 6.0)), min_size=1, max_size=6)


@settings(max_examples=150, deadline=None)
@given(_lines)
def test_lines_never_overlap_and_always_end_inside_the_film(lines: list[tuple[float, float]]) -> None:
    starts = sorted(start for start, _ in lines)
    lengths = cut_to_fit([length for _, length in lines], 12.0)

    placed = line_starts(starts, lengths, 12.0)

    assert placed[0] >= 0.0
    for start, length, after in zip(placed, lengths, placed[1:], strict=False):
        assert start + length + GAP <= after + 1e-6
    assert placed[-1] + lengths[-1] <= 12.0 - TAIL + 1e-6


def test_a_line_that_fits_stays_where_it_was_planned_and_at_its_own_pace() -> None:
    assert paces([1.0, 5.0], [2.0, 2.0], 10.0) == [1.0, 1.0]
    assert line_starts([1.0, 5.0], [2.0, 2.0], 10.0) == [1.0, 5.0]


def test_a_line_that_is_too_long_hurries_then_pushes_the_next_one_later() -> None:
    speeds = paces([0.0, 2.0], [4.0, 1.0], 12.0)

    assert speeds == [COMFORTABLE, 1.0]
    assert line_starts([0.0, 2.0], [4.0 / COMFORTABLE, 1.0], 12.0)[1] > 2.0


def test_near_the_end_of_the_film_everybody_hurries_before_a_line_moves_earlier() -> None:
    assert paces([0.0, 4.0], [6.0, 2.4], 6.0) == [HURRIED, HURRIED]


def test_in_a_film_too_short_for_its_words_the_longest_line_is_cut() -> None:
    assert cut_to_fit([1.0, 9.0, 1.0], 6.0) == [1.0, 6.0 - TAIL - 2 * GAP - 2.0, 1.0]
