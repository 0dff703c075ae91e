import asyncio
from typing import Any

import pytest

from bots.cards import Card, Progress
from bots.web.room import CHANNEL, PAGE
from core.records import Clip, Comment, Identity, Like, Member, Post


@pytest.fixture
def opened(database: str) -> str:
    return database  # what people say is kept alike in both kinds of database


async def posted_film(room: Any, user: str, public_id: str = "abc234") -> int:
    """A film in the feed of the room; the id of its message."""
    author = await Identity.get(platform="web", external_id=user)
    place = await Member.get(id=author.member_id).prefetch_related("owned")
    clip = await Clip.create(
        public_id=public_id,
        author_id=author.member_id,
        community_id=place.owned[0].id,  # type: ignore[attr-defined]
        state="posted",
        seed=1,
        request_key=public_id,
    )
    message = (
        await room.send(CHANNEL, Card(text="", title="猫が踊る", tone="post", clip=public_id), only=None)
    ).message_id
    await Post.create(clip=clip, platform="web", channel=CHANNEL, message_id=message)
    return int(message)


async def test_what_one_says_the_others_hear_at_once(enter: Any) -> None:
    hanako, taro = await enter("はなこ"), await enter("たろう")

    await hanako.say("こんばんは")

    heard = await taro.until_message(lambda message: message.get("text") == "こんばんは")
    assert heard["author"] == {"name": "はなこ", "user": hanako.user, "me": False}
    own = await hanako.until_message(lambda message: message.get("text") == "こんばんは")
    assert own["author"]["me"] is True


async def test_who_is_here_is_told_as_people_come_and_go(enter: Any) -> None:
    hanako = await enter("はなこ")
    taro = await enter("たろう")

    def here(*names: str) -> Any:
        return lambda event: event["type"] == "people" and {person["name"] for person in event["people"]} == set(names)

    await hanako.until(here("はなこ", "たろう"))
    came = len(hanako.heard)
    await taro.close()
    await hanako.until(here("はなこ"), came)


async def test_the_same_words_sent_again_are_said_once(enter: Any) -> None:
    hanako = await enter("はなこ")

    first, again = await asyncio.gather(
        hanako.say("一度だけ", key="same-key-1"), hanako.say("一度だけ", key="same-key-1")
    )

    assert first["message"] == again["message"]
    assert [m["text"] for m in (await hanako.open())["messages"] if "text" in m] == ["一度だけ"]


async def test_a_command_sent_again_is_answered_once(enter: Any) -> None:
    hanako = await enter("はなこ")

    for _ in range(2):
        await hanako.ask({"type": "command", "command": "invite"}, key="same-key-2")

    asked = [m for m in (await hanako.open())["messages"] if m.get("asked")]
    assert [m["asked"] for m in asked] == [{"by": "はなこ", "command": "invite"}]


async def test_an_answer_for_the_asker_reaches_nobody_else(enter: Any) -> None:
    hanako, taro = await enter("はなこ"), await enter("たろう")

    await taro.command("quota")
    mine = await taro.until_message(lambda message: message.get("private", False))
    await hanako.say("おしまい")
    await taro.until_message(lambda message: message.get("text") == "おしまい")

    assert mine["card"]["text"]
    assert not any(message["id"] == mine["id"] for message in hanako.messages())
    assert mine["id"] not in [message["id"] for message in (await hanako.open())["messages"]]
    gone = await hanako.say("返信", reply_to=mine["id"])
    assert (gone["type"], gone["text"]) == ("refused", "そのメッセージはもうありません。")


async def test_a_page_that_was_away_hears_what_changed_and_nothing_twice(enter: Any, room: Any) -> None:
    hanako, taro = await enter("はなこ"), await enter("たろう")
    await hanako.say("残るもの")
    gone = (await hanako.say("消すもの"))["message"]
    job = (
        await room.send(CHANNEL, Card(text="", tone="progress", progress=Progress("順番待ち", None)), only=None)
    ).message_id
    await taro.until_message(lambda message: message["id"] == int(job))
    since = taro.welcome["now"]
    await taro.close()

    await hanako.ask({"type": "dismiss", "message": gone})
    await room.edit(CHANNEL, job, Card(text="できました"), only=None)
    await hanako.say("留守のあいだに")

    back = await taro.open(since=since)
    told = {message["id"]: message for message in back["messages"]}
    assert back["fresh"] is False
    assert len(told) == len(back["messages"])
    assert told[gone] == {"id": gone, "version": 2, "deleted": True}
    assert told[int(job)]["card"]["text"] == "できました"
    assert told[int(job)]["version"] == 2
    assert any(message.get("text") == "留守のあいだに" for message in back["messages"])


async def test_a_page_that_was_away_for_long_starts_afresh(enter: Any, room: Any) -> None:
    hanako = await enter("はなこ")
    await hanako.close()

    back = await hanako.open(since=0)
    assert back["fresh"] is False
    for number in range(301):
        await room.send(CHANNEL, Card(text=str(number)), only=None)

    again = await hanako.open(since=0)
    assert again["fresh"] is True
    assert len(again["messages"]) == PAGE
    assert again["messages"][-1]["card"]["text"] == "300"


async def test_a_page_that_lags_too_far_behind_is_cut_off_and_catches_up(
    enter: Any, room: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    hanako = await enter("はなこ")
    since = hanako.welcome["now"]
    await room.send(CHANNEL, Card(text="聞こえる?"), only=None)
    monkeypatch.setattr("bots.web.socket.BEHIND", 3)

    for viewer in room.hub.viewers():
        for _ in range(5):  # faster than any page can listen
            viewer.tell({"type": "people", "people": []})

    await hanako.close()
    back = await hanako.open(since=since)
    assert any(message["card"]["text"] == "聞こえる?" for message in back["messages"])


async def test_older_messages_come_by_pages_without_gap_or_overlap(enter: Any, room: Any) -> None:
    hanako = await enter("はなこ")
    for number in range(2 * PAGE + 5):
        await room.send(CHANNEL, Card(text=str(number)), only=None)
    newest = await hanako.open()

    middle = await hanako.ask({"type": "older", "before": newest["messages"][0]["id"]})
    oldest = await hanako.ask({"type": "older", "before": middle["messages"][0]["id"]})

    pages = oldest["messages"] + middle["messages"] + newest["messages"]
    texts = [message["card"]["text"] for message in pages if not message.get("private")]
    assert texts == [str(number) for number in range(2 * PAGE + 5)]
    assert (newest["more"], middle["more"], oldest["more"]) == (True, True, False)


async def test_a_card_changes_in_place_and_keeps_its_audience(enter: Any, room: Any) -> None:
    hanako, taro = await enter("はなこ"), await enter("たろう")
    card = Card(text="", tone="progress", progress=Progress("撮影", 0.2, 9.0))
    message = (await room.send(CHANNEL, card, only=hanako.user)).message_id

    assert await room.edit(CHANNEL, message, Card(text="", progress=Progress("撮影", 0.6, 4.0)), only=hanako.user)

    told = await hanako.until_message(lambda m: m["id"] == int(message) and m["version"] == 2)
    assert told["card"]["progress"] == {"label": "撮影", "fraction": 0.6, "seconds_left": 4.0, "position": None}
    assert all(message_told["id"] != int(message) for message_told in taro.messages())
    assert await room.edit(CHANNEL, message, card, only=taro.user) is None


async def test_a_message_that_is_gone_cannot_be_edited(enter: Any, room: Any) -> None:
    await enter("はなこ")
    message = (await room.send(CHANNEL, Card(text="いまのうち"), only=None)).message_id

    await room.delete(CHANNEL, message)

    assert await room.edit(CHANNEL, message, Card(text="遅い"), only=None) is None
    assert await room.edit(CHANNEL, "999999", Card(text="ない"), only=None) is None
    assert await room.edit(CHANNEL, "discord-id", Card(text="よそ"), only=None) is None


async def test_reactions_on_a_film_are_one_like_a_person(enter: Any, room: Any) -> None:
    hanako, taro = await enter("はなこ"), await enter("たろう")
    film = await posted_film(room, hanako.user)

    await taro.react(film, "❤️")
    await taro.react(film, "🔥")
    assert await Like.all().count() == 1
    told = await hanako.until_message(lambda m: len(m.get("reactions", [])) == 2)
    assert told["reactions"][0] == {"emoji": "❤️", "count": 1, "mine": False, "names": ["たろう"]}

    await taro.react(film, "❤️", on=False)
    assert await Like.all().count() == 1
    await taro.react(film, "🔥", on=False)
    assert await Like.all().count() == 0


async def test_replies_to_a_film_are_comments_and_quote_it(enter: Any, room: Any) -> None:
    hanako, taro = await enter("はなこ"), await enter("たろう")
    film = await posted_film(room, hanako.user)

    said = await taro.say("しっぽが最高", reply_to=film)

    comment = await Comment.get()
    assert (comment.text, comment.message_id) == ("しっぽが最高", str(said["message"]))
    told = await hanako.until_message(lambda m: m.get("text") == "しっぽが最高")
    assert (told["reply"]["id"], told["reply"]["text"]) == (film, "猫が踊る")


async def test_a_reply_to_words_is_only_words(enter: Any) -> None:
    hanako, taro = await enter("はなこ"), await enter("たろう")
    words = (await hanako.say("どう思う?"))["message"]

    await taro.say("いいね", reply_to=words)

    assert (await hanako.until_message(lambda m: m.get("text") == "いいね"))["reply"]["author"]["name"] == "はなこ"
    assert await Comment.all().count() == 0


async def test_only_its_author_takes_words_back(enter: Any) -> None:
    hanako, taro = await enter("はなこ"), await enter("たろう")
    message = (await hanako.say("うっかり"))["message"]

    refused = await taro.ask({"type": "dismiss", "message": message})
    done = await hanako.ask({"type": "dismiss", "message": message})

    assert (refused["type"], done["type"]) == ("refused", "done")
    assert await taro.until_message(lambda m: m["id"] == message and m.get("deleted", False))


async def test_everybody_is_answered_in_their_own_language(enter: Any) -> None:
    hanako, alice = await enter("はなこ", "ja,en;q=0.5"), await enter("Alice", "en-GB,ja;q=0.4")

    await hanako.command("nonsense")
    await alice.command("nonsense")

    ja = await hanako.until_message(lambda m: m.get("asked", {}).get("command") == "nonsense")
    en = await alice.until_message(lambda m: m.get("asked", {}).get("command") == "nonsense")
    assert "というコマンドはありません" in ja["card"]["text"]
    assert "I do not know" in en["card"]["text"]
    assert ja["card"]["tone"] == "refusal"
