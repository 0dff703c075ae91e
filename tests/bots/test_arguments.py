import pytest

from bots.arguments import read_arguments
from bots.commands import BY_NAME
from core.refusals import BadInput

MAKE, POST = BY_NAME["make"], BY_NAME["post"]
NONE: frozenset[str] = frozenset()


def test_values_are_read_by_the_catalogue() -> None:
    typed = {"prompt": " 猫が踊る ", "seconds": "１０秒", "orientation": "Landscape", "style": ""}

    assert read_arguments(MAKE, typed, NONE) == {"prompt": "猫が踊る", "seconds": 10.0, "orientation": "landscape"}


@pytest.mark.parametrize("seconds", ["ten", "1", "61", "nan", "inf", "-5"])
def test_a_number_out_of_bounds_is_refused_with_its_bounds(seconds: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_arguments(MAKE, {"seconds": seconds}, NONE)

    assert refused.value.message == "refusal-not-a-number"
    assert refused.value.params == {"parameter": "seconds", "value": seconds, "low": 2, "high": 60}


def test_a_wrong_choice_is_refused_with_the_choices() -> None:
    with pytest.raises(BadInput) as refused:
        read_arguments(MAKE, {"style": "oil"}, NONE)

    assert refused.value.message == "refusal-not-a-choice"
    assert "watercolor" in str(refused.value.params["choices"])


def test_a_missing_parameter_is_named() -> None:
    with pytest.raises(BadInput) as refused:
        read_arguments(POST, {"clip": "  "}, NONE)

    assert (refused.value.message, refused.value.params["parameter"]) == ("refusal-missing-parameter", "clip")


def test_an_unknown_parameter_is_named() -> None:
    with pytest.raises(BadInput) as refused:
        read_arguments(MAKE, {"volume": "11"}, NONE)

    assert (refused.value.message, refused.value.params["parameter"]) == ("refusal-unknown-parameter", "volume")
