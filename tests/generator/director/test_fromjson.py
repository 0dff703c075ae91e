"""Storyboards come back as they were written; what is none is refused in words that name the field."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from core.refusals import BadInput
from generator.director.asjson import as_json
from generator.director.fromjson import from_json
from tests.generator.remix.films import PROMPTS, film


@pytest.mark.parametrize("number", range(len(PROMPTS)))
def test_a_storyboard_survives_its_json(number: int) -> None:
    board = film(number)

    assert from_json(json.loads(json.dumps(as_json(board)))) == board


def _put(*path: str | int, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(board: dict[str, Any]) -> None:
        at: Any = board
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (_put("shots", 0, "place", value="atlantis"), "shots.0.place"),
        (_put("shots", 0, "seconds", value="long"), "shots.0.seconds"),
        (_put("shots", 0, "start", value=4.0), "shots.0.start"),
        (_put("shots", 0, "seconds", value=float("nan")), "shots.0"),
        (_put("shots", 0, "cast", 0, "character", value="c77"), "shots.0"),
        (_put("cast", 0, "horns", value=2), "cast.0.horns"),
        (_put("lines", 0, "speaker", value="c77"), "lines.0.speaker"),
        (_put("seconds", value=1e9), "seconds"),
        (_put("shots", value=[]), "seconds"),
        (_put("seed", value=True), "seed"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(change: Callable[[dict[str, Any]], None], field: str) -> None:
    value: dict[str, Any] = json.loads(json.dumps(as_json(film(1))))
    change(value["storyboard"])

    with pytest.raises(BadInput) as refused:
        from_json(value)
    assert refused.value.message == "refusal-storyboard-wrong"
    assert str(refused.value.params["field"]).startswith(field)


@pytest.mark.parametrize("value", [None, [], "film", {}, {"shots": []}, {"storyboard": 3}])
def test_what_is_no_storyboard_is_refused(value: object) -> None:
    with pytest.raises(BadInput, match="refusal-storyboard-none"):
        from_json(value)
