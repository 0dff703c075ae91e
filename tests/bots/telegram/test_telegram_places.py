"""What only Telegram has: topics, links that open a chat, groups that speak, limits, and people who close the door."""

import pytest

from core.records import Clip, Comment, Member
from tests.bots.filming import film_next
from tests.bots.telegram.conftest import Group
from tests.doubles.telegram.files import Upload
from tests.doubles.telegram.world import Message


async def test_a_film_asked_for_in_a_topic_is_made_and_posted_there(group: Group) -> None:
    forum = group.telegram.group("フォーラム", forum=True)
    forum.bot_is_admin = True
    forum.join(group.boss, admin=True)
    films = group.telegram.topic(forum, "映画", group.boss)
    seen = {message.id for message in group.telegram.history(forum)}
    asked = await group.telegram.say(group.boss, forum, "/make 猫が踊る", topic=films)
    placeholder = await group.next(forum, seen | {asked.id})
    assert placeholder.topic is films
    await film_next(group.house)
    await group.telegram.wait_for(lambda: placeholder.media is not None)
    seen = {message.id for message in group.telegram.history(forum)}
    await group.telegram.press(group.boss, placeholder, "投稿")
    post = await group.next(forum, seen)
    assert post.topic is films
    await group.telegram.say(group.taro, forum, "いいね!", reply_to=post)
    await group.answer(group.taro, "/queue", chat=forum)
    assert [comment.text for comment in await Comment.all()] == ["いいね!"]


async def test_a_link_with_a_code_lets_a_guest_in(group: Group) -> None:
    private = group.telegram.private(group.boss)
    await group.answer(group.boss, "/help")
    issued = await group.answer(group.boss, "/invite", chat=private)
    (link,) = [button.url for button in issued.buttons]
    assert link is not None
    pressed = await group.telegram.open(group.mika, link)
    welcome = await group.next(group.telegram.private(group.mika), {pressed.id})
    assert "みか" in welcome.text
    assert (await Member.get(name="みか")).joined_at is not None


async def test_who_speaks_as_the_group_is_told_why_they_get_no_film(group: Group) -> None:
    await group.answer(group.boss, "/setup language:ja")
    seen = {message.id for message in group.telegram.history(group.chat)}
    asked = await group.telegram.say(group.boss, group.chat, "/make 猫", anonymous=True)
    refused = await group.next(group.chat, seen | {asked.id})
    assert "匿名" in refused.text
    assert not await Clip.exists()


async def test_who_blocks_us_after_asking_keeps_the_film_among_their_drafts(group: Group) -> None:
    await group.join(group.mika)
    private = group.telegram.private(group.mika)
    await group.answer(group.mika, "/start", chat=private)
    await group.answer(group.mika, "/make 猫が踊る", chat=private)
    await group.telegram.block(group.mika)
    await film_next(group.house)
    shown = await group.answer(group.taro, "/queue")  # others are served all the same
    assert shown.text
    listed = await group.answer(group.mika, "/drafts")
    clip = await Clip.get()
    assert (clip.state, clip.ready_at is not None) == ("draft", True)
    assert clip.public_id in listed.text


async def test_people_who_ask_much_are_all_answered_within_telegrams_limits(group: Group) -> None:
    group.telegram.enforce_limits = True
    people = [group.telegram.user(f"Member {number}") for number in range(12)]
    private = [group.telegram.private(person) for person in people]
    for _ in range(4):
        for person, chat in zip(people, private, strict=True):
            await group.telegram.say(person, chat, "/queue")

    def answered() -> bool:
        said = [m for chat in private for m in group.telegram.history(chat)]
        return sum(message.sender is group.telegram.bot for message in said) == 48

    await group.telegram.wait_for(answered, 20)


@pytest.mark.parametrize("name", ["*太郎* [x](http://evil) <b>b</b>", "‮tset‬", "a​b‏c", "@everyone"])
async def test_names_are_only_ever_shown(group: Group, name: str) -> None:
    stranger = group.telegram.user(name)
    await group.join(stranger)
    made = await group.answer(stranger, "/make 猫が踊る")
    clip = await film_next(group.house)
    await group.telegram.wait_for(lambda: made.media is not None)
    seen = {message.id for message in group.telegram.history(group.chat)}
    await group.telegram.press(stranger, made, "投稿")
    post = await group.next(group.chat, seen)
    assert not {"text_link", "mention", "text_mention"} & {entity["type"] for entity in post.entities}
    assert not set("‮​‏") & set(post.text)
    assert clip.public_id in post.text


async def test_a_prompt_as_long_as_a_message_can_be_is_taken_or_refused_in_words(group: Group) -> None:
    await group.join(group.mika)
    taken = await group.answer(group.mika, "/make " + "猫" * 4000)
    assert len(taken.text) <= 4096
    refused = await group.answer(group.mika, "/make " + "猫" * 4050)
    assert "4000" in refused.text.replace(",", "")
    assert await Clip.all().count() == 1


@pytest.mark.parametrize(
    "upload",
    [
        Upload("a.gif", b"GIF89a nothing", "image/gif"),
        Upload("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
        Upload("a.png", b"\x89PNG\r\n\x1a\n" + bytes(64), "image/png"),
    ],
    ids=["gif", "svg", "torn png"],
)
async def test_attachments_that_are_no_pictures_are_refused(group: Group, upload: Upload) -> None:
    await group.join(group.mika)
    seen = {message.id for message in group.telegram.history(group.chat)}
    asked = await group.telegram.say(group.mika, group.chat, "/make 猫", document=upload)
    refused = await group.next(group.chat, seen | {asked.id})
    assert refused.media is None
    assert "JPEG" in refused.text
    assert not await Clip.exists()


async def test_what_comes_late_changes_nothing(group: Group) -> None:
    """A reaction that was taken back long ago, told after the taking back; a comment told twice."""
    await group.join(group.mika)
    made = await group.answer(group.mika, "/make 猫が踊る")
    await film_next(group.house)
    await group.telegram.wait_for(lambda: made.media is not None)
    seen = {message.id for message in group.telegram.history(group.chat)}
    await group.telegram.press(group.mika, made, "投稿")
    post: Message = await group.next(group.chat, seen)
    await group.telegram.say(group.taro, group.chat, "すごい", reply_to=post)
    group.telegram.duplicate_updates = True
    await group.telegram.say(group.taro, group.chat, "もう一回", reply_to=post)
    await group.answer(group.taro, "/queue")
    assert sorted(comment.text for comment in await Comment.all()) == ["すごい", "もう一回"]
