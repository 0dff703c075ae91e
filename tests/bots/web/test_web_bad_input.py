import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bots.web.limits import Buckets
from bots.web.orders import key_of, read_frame
from bots.web.room import TEXT_CHARS, clean_text
from core.refusals import BadInput

KEY = "abcdefgh-1"
BAD_FRAMES = [
    "",
    "not json",
    "[]",
    "5",
    "null",
    "{}",
    "[" * 5000,
    json.dumps({"key": KEY}),
    json.dumps({"key": KEY, "type": "conquer"}),
    json.dumps({"key": "short", "type": "say", "text": "x"}),
    json.dumps({"key": 5, "type": "say", "text": "x"}),
    json.dumps({"key": KEY, "type": "say"}),
    json.dumps({"key": KEY, "type": "say", "text": 5}),
    json.dumps({"key": KEY, "type": "say", "text": "x", "reply_to": "1"}),
    json.dumps({"key": KEY, "type": "say", "text": "x", "reply_to": -1}),
    json.dumps({"key": KEY, "type": "say", "text": "x", "reply_to": 10**30}),
    json.dumps({"key": KEY, "type": "command", "command": None}),
    json.dumps({"key": KEY, "type": "command", "command": "make", "arguments": []}),
    json.dumps({"key": KEY, "type": "command", "command": "make", "arguments": {"prompt": 5}}),
    json.dumps({"key": KEY, "type": "command", "command": "make", "arguments": {str(n): "" for n in range(40)}}),
    json.dumps({"key": KEY, "type": "react", "message": True, "emoji": "❤️", "on": True}),
    json.dumps({"key": KEY, "type": "react", "message": 1, "emoji": "❤️", "on": 1}),
    json.dumps({"key": KEY, "type": "older", "before": 1.5}),
    json.dumps({"key": KEY, "type": "say", "text": "x" * 70_000}),
]


@pytest.mark.parametrize("text", BAD_FRAMES, ids=range(len(BAD_FRAMES)))
def test_a_frame_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        read_frame(text)


@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.dictionaries(st.text(), inner))
)
@settings(max_examples=150, deadline=None)
def test_no_json_at_all_makes_reading_fail_otherwise(value: Any) -> None:
    for text in (json.dumps(value), json.dumps({"key": KEY, "type": "say", "text": value})):
        assert key_of(text) in ("", KEY)
        try:
            read_frame(text)
        except BadInput:
            continue
        assert isinstance(value, str)


async def test_nonsense_is_answered_in_words_and_the_page_stays(enter: Any) -> None:
    hanako = await enter("はなこ")
    await hanako.close()

    for text in BAD_FRAMES:
        await hanako.open()
        await hanako.send_raw(text)
        refused = await hanako.until(lambda event: event["type"] == "refused")
        assert refused["text"]
        assert (await hanako.say("まだいます"))["type"] in ("done", "refused")
        await hanako.close()


async def test_a_frame_beyond_all_measure_closes_the_page_with_its_reason(enter: Any) -> None:
    hanako = await enter("はなこ")

    await hanako.send_raw("x" * (300 * 1024))
    await hanako._listening

    assert hanako._socket.close_code == 1009


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "何も書かれていません"),
        (" \n\t ", "何も書かれていません"),
        ("\x00\x07", "何も書かれていません"),
        ("あ" * (TEXT_CHARS + 1), "文字までにしてください"),
    ],
)
async def test_words_that_will_not_do_are_refused(enter: Any, text: str, said: str) -> None:
    hanako = await enter("はなこ")

    refused = await hanako.say(text)

    assert refused["type"] == "refused"
    assert said in refused["text"]


@pytest.mark.parametrize("text", ["🐈" * 200, "مرحبا بالعالم", "a\nb", "x" * TEXT_CHARS, "<script>alert(1)</script>"])
async def test_words_of_all_kinds_arrive_as_they_were_said(enter: Any, text: str) -> None:
    hanako = await enter("はなこ")

    await hanako.say(text)

    assert await hanako.until_message(lambda m: m.get("text") == text)


def test_control_characters_are_dropped_and_lines_kept() -> None:
    assert clean_text("a\x00b\r\nc\rd\x1b[31m\x7f ") == "ab\nc\nd[31m"


@pytest.mark.parametrize("message", [1, 999_999])
async def test_reacting_to_what_is_not_there_for_one_is_refused(enter: Any, message: int) -> None:
    await enter("はなこ")  # message 1 is the owner's alone
    taro = await enter("たろう")

    assert (await taro.react(message))["text"] == "そのメッセージはもうありません。"


async def test_only_our_reactions_are_given_and_none_to_what_only_i_see(enter: Any) -> None:
    hanako = await enter("はなこ")
    own = hanako.welcome["messages"][0]["id"]
    said = (await hanako.say("どうぞ"))["message"]

    assert (await hanako.react(said, "🦖"))["type"] == "refused"
    assert (await hanako.react(own))["text"].startswith("あなたにしか見えない")


async def test_a_flood_is_slowed_down_with_the_seconds_to_wait(enter: Any) -> None:
    hanako = await enter("はなこ")

    answers = [await hanako.say(f"{number}") for number in range(20)]

    assert [answer["type"] for answer in answers[:12]] == ["done"] * 12
    assert "秒ほど待って" in answers[-1]["text"]


def test_a_bucket_fills_up_again_with_time() -> None:
    clock = [0.0]
    buckets = Buckets(burst=2, per_second=0.5, clock=lambda: clock[0])

    assert [buckets.take("a"), buckets.take("a")] == [0, 0]
    assert buckets.take("a") == pytest.approx(2.0)
    assert buckets.take("b") == 0
    clock[0] = 2.0
    assert buckets.take("a") == 0
    assert buckets.take("a") > 0


async def test_wrong_arguments_are_the_desks_to_refuse_and_name_the_parameter(enter: Any) -> None:
    hanako = await enter("はなこ")

    assert "seconds" in (await hanako.command("make", prompt="猫", seconds="たくさん"))["refused"]
    assert "code" in (await hanako.command("join"))["refused"]
    assert "nonsense" in (await hanako.command("make", nonsense="1"))["refused"]
    assert (await hanako.command("post", clip="nosuch"))["refused"]
