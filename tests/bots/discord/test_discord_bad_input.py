"""What people and programs should not do on Discord: refused in words or shown as it is, and nothing is lost."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.records import Clip, Comment, Post
from tests.bots.discord.wire import Town, town
from tests.bots.filming import film_next
from tests.doubles.discord.world import Message, User


@pytest.fixture
async def here(tmp_path: Path, sqlite: str, valkey: Path) -> AsyncIterator[Town]:
    async with town(tmp_path, valkey) as place:
        yield place


async def posted(here: Town, user: User, prompt: str = "猫が踊る") -> Message:
    await here.join(user)
    made = await here.make(user, prompt)
    await film_next(here.house)
    await here.d.wait_for(lambda: made.messages[0].attachments, 8)
    before = here.d.history(here.channel)
    await here.d.press(user, made.messages[0], "投稿")
    return await here.next_post(before)


@pytest.mark.parametrize("name", ["*太郎* [x](http://evil)", "‮tset‬", "a​b‏c", "@everyone", "<@&1> <t:0>"])
async def test_names_are_only_ever_shown(here: Town, name: str) -> None:
    stranger = here.d.user(name, locale="ja")
    here.guild.join(stranger)
    post = await posted(here, stranger)
    assert not set("‮​‏") & set(post.text)
    assert not re.search(r"(?<!\\)(\[x\]\(|<@&1>|<t:0)", post.text)
    assert post.mentions == []
    assert not post.mention_everyone


@pytest.mark.parametrize("prompt", ["@everyone が踊る", "<@&123> と <@456> が踊る", "||秘密|| # 大きい"])
async def test_prompts_ping_nobody_and_format_nothing(here: Town, prompt: str) -> None:
    post = await posted(here, here.mika, prompt)
    assert post.mentions == []
    assert not post.mention_everyone


async def test_a_prompt_of_four_thousand_characters_is_taken_and_one_more_is_refused_in_words(here: Town) -> None:
    await here.join(here.mika)
    taken = await here.make(here.mika, "猫" * 4000)
    assert (await Clip.get()).prompt == "猫" * 4000
    assert len(taken.text) <= 4000
    refused = await here.make(here.mika, "猫" * 4001)
    assert "4000" in refused.text.replace(",", "")


async def test_what_other_bots_say_is_no_comment(here: Town) -> None:
    post = await posted(here, here.mika)
    robot = here.d.user("another bot", bot=True)
    here.guild.join(robot)
    await here.d.say(robot, here.channel, "I am a bot", reply_to=post)
    await here.d.react(robot, post, "👍")
    await here.d.say(here.taro, here.channel, "いいね", reply_to=post)
    await here.d.slash(here.taro, here.channel, "queue")
    assert [comment.text for comment in await Comment.all()] == ["いいね"]


async def test_messages_deleted_in_one_go_take_their_films_and_comments_back(here: Town) -> None:
    post = await posted(here, here.mika)
    said = await here.d.say(here.taro, here.channel, "いいね", reply_to=post)
    await here.d.slash(here.taro, here.channel, "queue")
    assert await Comment.exists()
    await here.d.delete_many([post, said])
    await here.d.slash(here.taro, here.channel, "queue")
    assert not await Comment.exists()
    assert not await Post.exists()
    assert (await Clip.get()).state == "draft"


async def test_a_deleted_channel_takes_its_films_back(here: Town) -> None:
    await posted(here, here.mika)
    elsewhere = here.guild.channel("elsewhere")
    await here.d.delete_channel(here.channel)
    await here.d.slash(here.taro, elsewhere, "queue")
    assert (await Clip.get()).state == "draft"


async def test_what_happened_while_the_line_was_cut_is_heard_when_it_is_resumed(here: Town) -> None:
    post = await posted(here, here.mika)
    async with here.d.away(resumable=True):
        await here.d.say(here.taro, here.channel, "聞こえる?", reply_to=post)
    await here.d.connected()
    await here.d.slash(here.taro, here.channel, "queue")
    for _ in range(100):
        if await Comment.exists():
            break
        await here.d.slash(here.taro, here.channel, "queue")
    assert [comment.text for comment in await Comment.all()] == ["聞こえる?"]


async def test_a_command_in_the_wrong_place_says_where_it_works(here: Town) -> None:
    await here.join(here.mika)
    films = here.guild.channel("films-only")
    await here.d.slash(here.boss, here.channel, "setup", command="make", channel=films)
    refused = await here.make(here.mika)
    assert f"<#{films.id}>" in refused.text
    taken = await here.d.slash(here.mika, films, "make", prompt="猫")
    assert "猫" in taken.text
    assert await Clip.all().count() == 1
