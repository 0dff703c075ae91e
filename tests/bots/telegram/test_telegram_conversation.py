import asyncio
import io
from typing import Any

import pytest
from PIL import Image

from bots.commands import COMMANDS
from core import jobs
from core.records import Clip, Comment, Community, Job, Like, Post
from tests.bots.filming import FILM, film_next, sketch_next
from tests.bots.telegram.conftest import Group
from tests.doubles.telegram.world import Message


async def drafted(group: Group, prompt: str = "猫が踊る") -> tuple[Message, Clip]:
    """みか's draft in the group."""
    await group.join(group.mika)
    placeholder = await group.answer(group.mika, f"/make {prompt}")
    clip = await film_next(group.house)
    await group.telegram.wait_for(lambda: placeholder.media is not None)
    return placeholder, clip


async def posted(group: Group) -> tuple[Message, Clip]:
    """みか's film in the feed."""
    draft, clip = await drafted(group)
    seen = {message.id for message in group.telegram.history(group.chat)}
    await group.telegram.press(group.mika, draft, "投稿")
    post = await group.next(group.chat, seen)
    await group.telegram.wait_for(lambda: draft.deleted)
    return post, clip


async def test_the_menus_are_those_of_the_catalogue_with_setup_for_admins_alone(group: Group) -> None:
    menus = group.telegram.menus
    listed = [command.name for command in COMMANDS if command.listed]
    for language in ("", "ja"):
        assert list(menus["all_chat_administrators", language]) == listed
        assert list(menus["all_group_chats", language]) == [name for name in listed if name != "setup"]


async def test_a_guest_is_shown_the_way_in(group: Group) -> None:
    refused = await group.answer(group.mika, "/make 猫")
    assert "メンバーだけ" in refused.text
    assert [button.text for button in refused.buttons] == ["🎟️ コードを入力"]
    seen = {message.id for message in group.telegram.history(group.chat)}
    await group.telegram.press(group.mika, refused, "コード")
    question = await group.next(group.chat, seen)
    assert question.force_reply
    wrong = await group.answer(group.mika, "AAAA-AAAA", reply_to=question)
    assert "AAAA-AAAA" in wrong.text


async def test_from_a_sentence_to_a_film_that_others_like_and_answer(group: Group) -> None:
    post, _ = await posted(group)
    assert post.media is not None
    assert (post.media.data, post.spoiler) == (FILM, False)
    assert "猫が踊る" in post.text

    await group.telegram.react(group.taro, post, ["❤"])
    await group.telegram.say(group.taro, group.chat, "すごい!", reply_to=post)
    await group.answer(group.taro, "/queue")  # what was said before has been heard
    assert await Comment.all().count() == 1
    assert await Like.all().count() == 1
    (said,) = [one for one in group.telegram.history(group.chat) if one.text == "すごい!"]
    await group.telegram.edit(said, "すごくいい!")
    await group.telegram.unreact(group.taro, post)
    await group.answer(group.taro, "/queue")
    assert [comment.text for comment in await Comment.all()] == ["すごくいい!"]
    assert not await Like.exists()


async def test_a_draft_is_blurred_and_its_buttons_are_its_makers(group: Group) -> None:
    draft, clip = await drafted(group)
    assert draft.spoiler
    pressed = await group.telegram.press(group.taro, draft, "投稿")
    assert pressed.alert
    assert (await Clip.get(id=clip.id)).state == "draft"


async def test_who_has_opened_the_private_chat_gets_drafts_there(group: Group) -> None:
    await group.join(group.mika)
    private = group.telegram.private(group.mika)
    await group.answer(group.mika, "/start", chat=private)
    seen = {message.id for message in group.telegram.history(private)}
    asked = await group.telegram.say(group.mika, group.chat, "/make 猫")
    placeholder = await group.next(private, seen)
    await group.telegram.wait_for(lambda: asked.reactions.get(group.telegram.bot.id) == ["👀"])
    await film_next(group.house)
    await group.telegram.wait_for(lambda: placeholder.media is not None)
    seen = {message.id for message in group.telegram.history(group.chat)}
    await group.telegram.press(group.mika, placeholder, "投稿")
    post = await group.next(group.chat, seen)
    assert post.media is not None


@pytest.mark.parametrize("told", [True, False])
async def test_who_has_left_a_group_posts_nothing_there(group: Group, told: bool) -> None:
    await group.join(group.mika)
    private = group.telegram.private(group.mika)
    await group.answer(group.mika, "/start", chat=private)
    seen = {message.id for message in group.telegram.history(private)}
    await group.telegram.say(group.mika, group.chat, "/make 猫")
    placeholder = await group.next(private, seen)
    await film_next(group.house)
    await group.telegram.wait_for(lambda: placeholder.media is not None)
    with group.telegram.withheld() as missed:
        await group.telegram.leave(group.mika, group.chat)
    if told:
        await group.telegram.late(*missed)
    pressed = await group.telegram.press(group.mika, placeholder, "投稿")
    answers = [pressed.answer_text, *(message.text for message in group.telegram.history(private)[-1:])]
    assert any("町内会" in answer for answer in answers)
    assert (await Clip.get()).state == "draft"


async def test_an_invite_code_is_never_said_in_a_group(group: Group) -> None:
    answer = await group.answer(group.boss, "/invite")
    assert "-" not in answer.text
    (button,) = answer.buttons
    assert button.url == "https://t.me/kamishibai_test_bot?start=invite"


async def test_editing_asks_for_the_new_prompt_and_makes_it(group: Group) -> None:
    draft, _ = await drafted(group)
    seen = {message.id for message in group.telegram.history(group.chat)}
    await group.telegram.press(group.mika, draft, "直す")
    question = await group.next(group.chat, seen)
    assert question.force_reply
    assert "猫が踊る" in question.text
    made = await group.answer(group.mika, "犬が踊る", reply_to=question)
    assert "犬が踊る" in made.text


async def test_forged_and_stale_buttons_are_refused(group: Group) -> None:
    draft, clip = await drafted(group)
    for data in ("do:drop_table", "x", "do:post?member=1", "ask:make"):
        pressed = await group.telegram.press_raw(group.mika, draft, data)
        assert pressed.alert
        assert pressed.answer_text
    assert (await Clip.get(id=clip.id)).state == "draft"


async def test_an_update_that_comes_twice_is_one(group: Group) -> None:
    await group.join(group.mika)
    await group.answer(group.mika, "/make 猫")
    await group.telegram.late(*group.telegram.updates)
    await group.answer(group.mika, "/queue")
    assert await Clip.all().count() == 1


async def test_a_command_for_another_bot_is_not_ours(group: Group) -> None:
    await group.telegram.say(group.mika, group.chat, "/help@another_bot")
    answer = await group.answer(group.mika, "/help@kamishibai_test_bot")
    assert "/make" in answer.text
    assert len([one for one in group.telegram.history(group.chat) if one.sender is group.telegram.bot]) == 1


async def test_only_who_runs_the_group_sets_it_up(group: Group) -> None:
    refused = await group.answer(group.mika, "/setup feed:here")
    assert "管理者だけ" in refused.text
    await group.answer(group.boss, "/setup feed:here language:en")
    place = await Community.get(external_id=str(group.chat.id))
    assert (place.feed_channel, place.locale) == (str(group.chat.id), "en")


async def test_a_group_that_moves_keeps_its_members_and_its_feed(group: Group) -> None:
    old = group.telegram.group("引っ越し", supergroup=False)
    old.admins.add(group.boss.id)
    await group.answer(group.boss, "/setup feed:here", chat=old)
    before = await Community.get(external_id=str(old.id))
    new = await group.telegram.migrate(old)
    new.admins.add(group.boss.id)
    await group.answer(group.boss, "/setup", chat=new)
    after = await Community.get(external_id=str(new.id))
    assert (after.id, after.feed_channel) == (before.id, str(new.id))


async def test_a_place_that_lets_us_in_is_told_what_to_do_first(group: Group) -> None:
    seen = {message.id for message in group.telegram.history(group.chat)}
    await group.telegram.add_bot(group.chat, group.boss)
    said = await group.next(group.chat, seen)
    assert "/setup" in said.text


async def test_a_picture_goes_with_the_command_in_its_caption(group: Group) -> None:
    await group.join(group.mika)
    seen = {message.id for message in group.telegram.history(group.chat)}
    asked = await group.telegram.say(group.mika, group.chat, "/make 猫", photo=b"no picture at all")
    refused = await group.next(group.chat, seen | {asked.id})
    assert "JPEG" in refused.text
    assert not await Clip.exists()


def a_picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (40, 40), (200, 90, 40)).save(file, "JPEG")
    return file.getvalue()


async def test_an_album_is_one_film_of_all_its_pictures(group: Group) -> None:
    await group.join(group.mika)
    seen = {message.id for message in group.telegram.history(group.chat)}
    group.telegram.privacy = False
    for words in ("", "/make みんなで踊る", ""):
        said = await group.telegram.say(group.mika, group.chat, words, photo=a_picture(), album="an album")
        seen.add(said.id)
    made = await group.next(group.chat, seen)
    assert "みんなで踊る" in made.text
    clip = await Clip.get()
    assert len(clip.pictures) == 3


async def test_an_album_of_more_than_a_film_takes_is_refused(group: Group) -> None:
    await group.join(group.mika)
    seen = {message.id for message in group.telegram.history(group.chat)}
    group.telegram.privacy = False
    for words in ("/make 猫", "", "", "", ""):
        said = await group.telegram.say(group.mika, group.chat, words, photo=a_picture(), album="an album")
        seen.add(said.id)
    refused = await group.next(group.chat, seen)
    assert "4 枚" in refused.text
    assert not await Clip.exists()


async def test_a_reply_to_a_picture_makes_a_film_of_it(group: Group) -> None:
    await group.join(group.mika)
    photo = await group.telegram.say(group.taro, group.chat, "うちの犬", photo=a_picture())
    seen = {message.id for message in group.telegram.history(group.chat)}
    asked = await group.telegram.say(group.mika, group.chat, "/make この子が踊る", reply_to=photo)
    made = await group.next(group.chat, seen | {asked.id})
    assert "この子が踊る" in made.text
    assert len((await Clip.get()).pictures) == 1


async def test_a_picture_alone_in_the_private_chat_makes_a_film(group: Group) -> None:
    await group.join(group.mika)
    alone = group.telegram.private(group.mika)
    seen = {message.id for message in group.telegram.history(alone)}
    photo = await group.telegram.say(group.mika, alone, photo=a_picture())
    await group.next(alone, seen | {photo.id})
    assert len((await Clip.get()).pictures) == 1


async def test_finished_films_are_shared_in_other_chats(group: Group) -> None:
    await posted(group)
    found = await group.telegram.inline(group.mika, "猫")
    assert [result["title"] for result in found] == ["猫が踊る"]
    assert [call["is_personal"] for method, call in group.telegram.calls if method == "answerInlineQuery"] == [True]
    assert await group.telegram.inline(group.taro, "") == []


@pytest.mark.parametrize(
    "trouble",
    [
        {"status": 429, "retry_after": 1},
        {"status": 502},
        {"status": 500},
        {"drop": True},
        {"drop": True, "done": True},
        {"status": 502, "done": True},
    ],
)
async def test_a_post_is_said_once_whatever_the_weather(group: Group, trouble: dict[str, Any]) -> None:
    draft, _ = await drafted(group)
    group.telegram.fail("sendVideo", **trouble)
    seen = {message.id for message in group.telegram.history(group.chat)}
    await group.telegram.press(group.mika, draft, "投稿")
    await group.next(group.chat, seen)
    await group.telegram.wait_for(lambda: draft.deleted)
    for _ in range(200):
        if await Post.exists():
            break
        await asyncio.sleep(0.02)
    assert len([one for one in group.telegram.history(group.chat) if one.media is not None]) == 1
    assert await Post.all().count() == 1


async def test_a_group_that_threw_us_out_gives_the_film_back(group: Group) -> None:
    draft, clip = await drafted(group)
    group.telegram.fail("sendVideo", 403, "Forbidden: bot was kicked from the supergroup chat", times=9)
    await group.telegram.press(group.mika, draft, "投稿")
    await group.telegram.wait_for(lambda: "書き込めません" in draft.text)
    assert (await Clip.get(id=clip.id)).state == "draft"


async def test_a_sketch_is_blurred_in_a_group_and_sent_once(group: Group) -> None:
    await group.join(group.mika)
    placeholder = await group.answer(group.mika, "/make 猫")
    job = await sketch_next(group.house)
    await group.telegram.wait_for(lambda: placeholder.spoiler)
    edits = placeholder.edits
    await Job.filter(id=job.id).update(percent=50.0)
    for _ in range(16):
        await group.house.signals.tell({"kind": "progress", "platform": job.platform, "job": job.id})
        await asyncio.sleep(0.25)
    await group.telegram.wait_for(lambda: placeholder.edits > edits and "50 %" in placeholder.text)
    assert [method for method, _ in group.telegram.calls].count("editMessageMedia") == 1


async def test_a_film_that_fails_after_its_sketch_is_explained(group: Group) -> None:
    await group.join(group.mika)
    placeholder = await group.answer(group.mika, "/make 猫")
    job = await sketch_next(group.house)
    await group.telegram.wait_for(lambda: placeholder.spoiler)
    seen = {message.id for message in group.telegram.history(group.chat)}
    assert await jobs.fail(job.id, "worker", job.attempt, reference="abc123", retry=False)
    await group.house.signals.nudge("telegram")
    said = await group.next(group.chat, seen)
    assert "abc123" in said.text
    assert placeholder.deleted


async def test_an_answer_waits_as_long_as_telegram_asks_for(group: Group) -> None:
    group.telegram.fail("sendMessage", 429, times=2, retry_after=1)
    answer = await group.answer(group.mika, "/queue")
    assert answer.text


async def test_remix_in_reply_to_a_film_is_of_that_film(group: Group) -> None:
    post, clip = await posted(group)
    started = await group.answer(group.mika, "/remix 猫をゴリラにして", reply_to=post)
    assert "ゴリラ" in str(started.text)
    assert await Clip.filter(parent_id=clip.id, prompt="猫をゴリラにして").count() == 1


async def test_remix_with_nothing_but_an_id_asks_what_to_change(group: Group) -> None:
    await group.join(group.mika)
    await group.answer(group.mika, "/make 猫")
    clip = await film_next(group.house)
    question = await group.answer(group.mika, f"/remix {clip.public_id}")
    assert "どこを変える" in question.text
    await group.answer(group.mika, "夜にして", reply_to=question)
    assert await Clip.filter(parent_id=clip.id, prompt="夜にして").count() == 1
