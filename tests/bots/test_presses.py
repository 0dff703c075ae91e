from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.cards import Button, Form
from bots.commands import COMMANDS
from bots.presses import Press, decode, encode, press_of
from core.ids import new_public_id
from core.refusals import BadInput

TELEGRAM, DISCORD = 64, 100  # bytes and characters that the platforms keep

presses = st.builds(
    lambda way, command, values: Press(
        way, command.name, {p.name: value for p, value in zip(command.parameters, values, strict=False)}
    ),
    st.sampled_from(["do", "form", "ask"]),
    st.sampled_from(COMMANDS),
    st.lists(st.text(min_size=1, max_size=20), max_size=3),
)


@given(presses)
def test_a_press_comes_back_as_it_was(press: Press) -> None:
    assert decode(encode(press, 10_000)) == press


@given(st.text(max_size=100))
def test_what_is_none_of_ours_is_refused(text: str) -> None:
    with suppress(BadInput):  # and nothing else
        assert decode(text).command in {command.name for command in COMMANDS}


@pytest.mark.parametrize(
    "forged", ["", "do:", "do:nothing", "run:post", "do:post?clip", "do:post?member=1", "do:post?" + "clip=a&" * 20]
)
def test_forged_presses_are_refused(forged: str) -> None:
    with pytest.raises(BadInput, match="refusal-stale-button"):
        decode(forged)


def test_every_button_about_a_clip_fits_both_platforms() -> None:
    for command in COMMANDS:
        for way in ("do", "form", "ask"):
            press = Press(way, command.name, {"clip": new_public_id()})
            assert len(encode(press, min(TELEGRAM, DISCORD))) <= TELEGRAM


def test_a_button_that_cannot_fit_is_a_bug() -> None:
    with pytest.raises(ValueError, match="a button of"):
        encode(Press("do", "make", {"prompt": "猫" * 60}), TELEGRAM)


def test_a_button_opens_its_form_asks_or_does() -> None:
    form = Form("直す", "作る", "edit", (), {"clip": "abcd"})
    assert press_of(Button("直す", "edit", form=form)) == Press("form", "edit", {"clip": "abcd"})
    assert press_of(Button("捨てる", "discard", {"clip": "abcd"}, confirm="本当に?")).way == "ask"
    assert press_of(Button("投稿", "post", {"clip": "abcd"})).way == "do"
