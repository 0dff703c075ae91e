import asyncio
import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image

from bots.discord.records import DiscordAnswer
from core.clock import now
from core.records import Clip, Comment, Delivery, Like, Post
from core.refusals import Misconfigured
from tests.bots.discord.wire import Town, town
from tests.bots.filming import FILM, film_next
from tests.doubles.discord.interactions import Interaction
from tests.doubles.discord.world import Message, Upload


@pytest.fixture
async def here(tmp_path: Path, sqlite: str, valkey: Path) -> AsyncIterator[Town]:
    async with town(tmp_path, valkey) as place:
        yield place


def a_picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (40, 40), (200, 90, 40)).save(file, "PNG")
    return file.getvalue()


LIBRARY_SETTLES = 0.6  # seconds in which discord.py takes a new server for one that it was in all along


async def drafted(here: Town) -> tuple[Interaction, Clip]:
    await here.join(here.mika)
    made = await here.make(here.mika)
    clip = await film_next(here.house)
    await here.d.wait_for(lambda: made.messages[0].attachments, 8)
    return made, clip


async def posted(here: Town) -> tuple[Message, Clip]:
    made, clip = await drafted(here)
    before = here.d.history(here.channel)
    await here.d.press(here.mika, made.messages[0], "投稿")
    return await here.next_post(before), clip


async def heard(here: Town, user: object = None) -> None:
    """Everything that was said or done before has been heard."""
    await here.d.slash(here.taro, here.channel, "queue")


async def test_every_answer_is_in_the_readers_language_and_for_their_eyes_alone(here: Town) -> None:
    refused = await here.make(here.mika)
    assert refused.acked_after is not None
    assert refused.acked_after < 1.0
    assert "メンバーだけ" in refused.text
    assert refused.messages[0].ephemeral_for is here.mika


async def test_from_a_sentence_to_a_film_that_others_like_and_answer(here: Town) -> None:
    made, _ = await drafted(here)
    draft = made.messages[0]
    assert draft.spoiler
    assert draft.attachments[0].data == FILM
    before = here.d.history(here.channel)
    await here.d.press(here.mika, draft, "投稿")
    post = await here.next_post(before)
    assert not post.spoiler
    assert "猫が踊る" in post.text

    await here.d.react(here.taro, post, "❤️")
    said = await here.d.say(here.taro, here.channel, "すごい!", reply_to=post)
    await heard(here)
    assert (await Like.all().count(), await Comment.all().count()) == (1, 1)
    await here.d.edit(said, "すごくいい!")
    await here.d.unreact(here.taro, post, "❤️")
    await heard(here)
    assert [comment.text for comment in await Comment.all()] == ["すごくいい!"]
    assert not await Like.exists()


async def test_what_is_said_in_the_thread_under_a_film_is_a_comment(here: Town) -> None:
    post, _ = await posted(here)
    thread = await here.d.start_thread(here.taro, post, "感想")
    await here.d.say(here.taro, thread, f"<@{here.d.bot.id}> よかった")
    await heard(here)
    assert await Comment.all().count() == 1


async def test_a_film_that_takes_longer_than_a_token_lives_comes_privately(here: Town) -> None:
    await here.join(here.mika)
    made = await here.make(here.mika)
    here.d.clock.advance(15 * 60)
    await film_next(here.house)
    private = here.d.dm(here.mika)
    await here.d.wait_for(lambda: here.d.history(private), 8)
    (draft,) = here.d.history(private)
    assert draft.spoiler
    before = here.d.history(here.channel)
    await here.d.press(here.mika, draft, "投稿")
    assert "猫が踊る" in (await here.next_post(before)).text
    assert not made.messages[0].attachments


async def test_who_has_left_a_server_posts_nothing_there(here: Town) -> None:
    await here.join(here.mika)
    private = here.d.dm(here.mika)
    made = await here.make(here.mika)
    await here.d.leave(here.mika, here.guild)
    await film_next(here.house)
    await here.d.wait_for(lambda: made.messages[0].attachments, 8)
    clip = (await Clip.get()).public_id
    refused = await here.d.slash(here.mika, private, "post", clip=clip)
    assert "町内会" in refused.text
    assert (await Clip.get()).state == "draft"
    here.guild.join(here.mika)
    await here.d.slash(here.mika, here.channel, "queue")
    await here.d.slash(here.mika, private, "post", clip=clip)
    assert (await Clip.get()).state == "posted"


async def test_who_takes_no_private_messages_finds_the_film_among_their_drafts(here: Town) -> None:
    here.d.refuses_dms(here.mika)
    await here.join(here.mika)
    await here.make(here.mika)
    await DiscordAnswer.all().update(expires_at=now())
    clip = await film_next(here.house)
    for _ in range(300):
        if (await Delivery.get(kind="draft")).state == "dead":
            break
        await asyncio.sleep(0.02)
    shown = await here.d.slash(here.mika, here.channel, "drafts")
    assert shown.messages[0].attachments
    assert clip.public_id in shown.text


@pytest.mark.parametrize("custom_id", ["k:do:drop", "k:run:post", "k:do:post?member=1", "k:ask:make", "k:form:post"])
async def test_forged_buttons_are_refused(here: Town, custom_id: str) -> None:
    made, clip = await drafted(here)
    answer = await here.d.press_raw(here.mika, made.messages[0], custom_id)
    assert "使えません" in answer.text or "必要" in answer.text
    assert (await Clip.get(id=clip.id)).state == "draft"


async def test_a_film_is_thrown_away_only_when_that_is_meant(here: Town) -> None:
    made, clip = await drafted(here)
    asked = await here.d.press(here.mika, made.messages[0], "捨てる")
    assert (await Clip.get(id=clip.id)).state == "draft"
    await here.d.press(here.mika, asked.messages[0], "捨てる")
    assert (await Clip.get(id=clip.id)).state == "removed"
    await here.d.wait_for(lambda: not made.messages[0].attachments, 8)


async def test_a_channel_that_is_closed_to_us_gives_the_film_back(here: Town) -> None:
    made, clip = await drafted(here)
    here.d.allow(here.channel, send_messages=False)
    await here.d.press(here.mika, made.messages[0], "投稿")
    await here.d.wait_for(lambda: "書き込めません" in made.messages[0].text, 8)
    assert (await Clip.get(id=clip.id)).state == "draft"


@pytest.mark.parametrize(
    "trouble",
    [{"status": 429, "retry_after": 0.3}, {"status": 503}, {"drop": True}, {"drop": True, "done": True}],
    ids=["limited", "outage", "broken", "answer lost"],
)
async def test_a_post_is_said_once_whatever_the_weather(here: Town, trouble: dict[str, object]) -> None:
    made, _ = await drafted(here)
    here.d.fail("POST", rf"/channels/{here.channel.id}/messages", **trouble)  # type: ignore[arg-type]
    before = here.d.history(here.channel)
    await here.d.press(here.mika, made.messages[0], "投稿")
    await here.next_post(before)
    await here.d.wait_for(lambda: not made.messages[0].buttons, 12)
    for _ in range(300):
        if await Post.exists():
            break
        await asyncio.sleep(0.02)
    assert len(here.d.history(here.channel)) == len(before) + 1


async def test_what_was_missed_while_away_is_found_out(here: Town) -> None:
    liked, _ = await posted(here)
    before = here.d.history(here.channel)
    made = await here.make(here.mika, "犬が踊る")
    other = await film_next(here.house, title="犬が踊る")
    await here.d.wait_for(lambda: made.messages[0].attachments, 8)
    await here.d.press(here.mika, made.messages[0], "投稿")
    deleted = await here.next_post(before)
    async with here.d.away(resumable=False):
        await here.d.react(here.taro, liked, "👍")
        await here.d.delete(deleted)
    for _ in range(700):
        if await Like.exists() and await Post.all().count() == 1:
            break
        await asyncio.sleep(0.02)
    assert await Like.all().count() == 1
    assert (await Clip.get(id=other.id)).state == "draft"


async def test_a_server_that_lets_us_in_is_told_what_to_do_first(here: Town) -> None:
    await asyncio.sleep(LIBRARY_SETTLES)
    other = here.d.guild("隣町", locale="ja", bot_in=False)
    square = other.channel("広場")
    here.d.add_bot(other)
    await here.d.wait_for(lambda: here.d.history(square), 8)
    assert "/setup" in here.d.history(square)[0].text


async def test_who_installed_us_for_themselves_makes_films_anywhere(here: Town) -> None:
    await here.join(here.mika)
    made = await here.d.slash(here.mika, None, "make", user_install=True, prompt="旅先の猫")
    assert "旅先の猫" in made.text


@pytest.mark.parametrize(
    ("content", "said"), [(b"no picture", "JPEG"), (b"", "空"), (b"\x89PNG\r\n\x1a\n" + b"0" * 11_000_000, "MB")]
)
async def test_pictures_that_cannot_be_used_are_refused_at_once(here: Town, content: bytes, said: str) -> None:
    await here.join(here.mika)
    refused = await here.d.slash(
        here.mika, here.channel, "make", prompt="猫", image=Upload("cat.png", content, "image/png")
    )
    assert said in refused.text
    assert not await Clip.exists()


async def test_several_pictures_go_to_one_film(here: Town) -> None:
    await here.join(here.mika)
    png = Upload("cat.png", a_picture(), "image/png")
    made = await here.d.slash(here.mika, here.channel, "make", prompt="みんなで踊る", image=png, image2=png, image4=png)
    assert "みんなで踊る" in made.text
    assert len((await Clip.get()).pictures) == 3


async def test_of_several_pictures_the_one_that_cannot_be_used_is_named(here: Town) -> None:
    await here.join(here.mika)
    png, none = Upload("cat.png", a_picture(), "image/png"), Upload("b.png", b"no picture", "image/png")
    refused = await here.d.slash(here.mika, here.channel, "make", prompt="猫", image=png, image2=none)
    assert "2 枚目" in refused.text
    assert not await Clip.exists()


async def test_another_copy_with_the_same_token_ends_this_one_with_a_clear_word(
    tmp_path: Path, sqlite: str, valkey: Path
) -> None:
    async with town(tmp_path, valkey) as here:
        here.d.fail("POST", r"/interactions/", status=400, json={"code": 40060, "message": "already acknowledged"})
        await here.d.slash(here.mika, here.channel, "queue", patience=1.0)
        with pytest.raises(Misconfigured, match="another copy"):
            async with asyncio.timeout(10):
                await here.running


async def test_a_token_that_is_none_ends_it_with_a_clear_word(tmp_path: Path, sqlite: str, valkey: Path) -> None:
    async with town(tmp_path, valkey) as here:
        here.d.token = "another"
        from dataclasses import replace

        from bots.desk import Desk
        from bots.discord.run import run

        settings = here.house.settings.model_copy()
        with pytest.raises(Misconfigured, match="token"):
            async with asyncio.timeout(10):
                await run(Desk(replace(here.house, settings=settings)), asyncio.Event())


async def test_a_film_is_sent_once_however_often_its_message_changes(here: Town) -> None:
    made, _ = await drafted(here)
    sent = len(here.d.uploads)
    before = here.d.history(here.channel)
    await here.d.press(here.mika, made.messages[0], "投稿")
    await here.next_post(before)
    await here.d.wait_for(lambda: not made.messages[0].buttons, 8)
    assert made.messages[0].attachments
    assert len(here.d.uploads) == sent + 1  # the post; the draft keeps what it has
