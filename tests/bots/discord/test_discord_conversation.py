from core.records import Clip, Comment, Delivery, Like, Post
from tests.bots.discord.conftest import Server
from tests.bots.discord.reading import is_spoiler, labels, readable
from tests.bots.filming import film_next


async def test_a_guest_is_shown_the_way_in(server: Server) -> None:
    refused = await server.mika.slash(server.channel, "make", prompt="猫")
    assert refused.response.ephemeral
    assert labels(refused.response) == ["Enter a code"]
    asked = await server.mika.click(refused.response, label="Enter a code")
    assert asked.modal["title"] == "Redeem an invite"


async def test_from_a_sentence_to_a_film_that_others_like_and_answer(server: Server) -> None:
    await server.join(server.mika)
    made = await server.mika.slash(server.channel, "make", prompt="猫が踊っている動画を作って")
    assert made.response.ephemeral
    assert "猫が踊っている動画を作って" in readable(made.response)

    clip = await film_next(server.house)
    await server.deliver()
    draft = made.response
    assert is_spoiler(draft)
    assert [file.filename for file in draft.attachments] == [f"kamishibai-{clip.public_id}.mp4"]
    assert labels(draft) == ["Post", "Edit", "Reroll", "Discard"]

    await server.mika.click(draft, label="Post")
    await server.deliver()
    post = server.channel.history(viewer=server.taro)[-1]
    assert "猫が踊る" in readable(post)
    assert not is_spoiler(post)
    assert labels(draft) == []

    await server.taro.react(post, "❤️")
    await server.taro.react(post, "👍")
    assert await Like.all().count() == 1
    await server.taro.unreact(post, "👍")
    assert await Like.all().count() == 1
    await server.taro.unreact(post, "❤️")
    assert await Like.all().count() == 0

    reply = await server.taro.send(server.channel, "すごい!", reply_to=post)
    assert [comment.text for comment in await Comment.all()] == ["すごい!"]
    await server.taro.edit(reply, "すごくいい!")
    assert [comment.text for comment in await Comment.all()] == ["すごくいい!"]
    await server.taro.delete(reply)
    assert not await Comment.exists()


async def test_a_film_that_takes_longer_than_an_interaction_comes_by_private_message(server: Server) -> None:
    await server.join(server.mika)
    made = await server.mika.slash(server.channel, "make", prompt="猫")
    await film_next(server.house)
    from bots.discord.records import DiscordAnswer
    from core.clock import now

    await DiscordAnswer.all().update(expires_at=now())
    await server.deliver()
    assert "Draft" not in readable(made.response)
    delivery = await Delivery.get(kind="draft")
    assert delivery.state == "sent"
    assert delivery.channel != delivery.message_id


async def test_buttons_of_before_a_restart_still_work(server: Server) -> None:
    from bots.desk import Desk
    from bots.discord.client import KamishibaiClient

    await server.join(server.mika)
    made = await server.mika.slash(server.channel, "make", prompt="猫")
    await film_next(server.house)
    await server.deliver()
    server.client = KamishibaiClient(Desk(server.house))
    await server.env.restart_bot(server.client)
    await server.mika.click(made.response, label="Post")
    await server.deliver()
    assert await Post.all().count() == 1


async def test_another_members_film_is_not_mine_to_post(server: Server) -> None:
    await server.join(server.mika)
    await server.join(server.taro)
    await server.mika.slash(server.channel, "make", prompt="猫")
    clip = await film_next(server.house)
    refused = await server.taro.slash(server.channel, "post", clip=clip.public_id)
    assert "somebody else" in readable(refused.response)
    assert (await Clip.get(id=clip.id)).state == "draft"


async def test_editing_opens_a_form_with_the_prompt_in_it(server: Server) -> None:
    await server.join(server.mika)
    await server.mika.slash(server.channel, "make", prompt="猫が踊る")
    clip = await film_next(server.house)
    asked = await server.mika.slash(server.channel, "edit", clip=clip.public_id)
    field = asked.modal["components"][0]["component"]
    assert (field["custom_id"], field["value"]) == ("prompt", "猫が踊る")
    made = await server.mika.submit_modal(asked, {"prompt": "犬が踊る"})
    assert "犬が踊る" in readable(made.response)
    assert await Clip.filter(prompt="犬が踊る").count() == 1


async def test_a_picture_that_is_none_is_refused_at_once(server: Server) -> None:
    await server.join(server.mika)
    refused = await server.mika.slash(server.channel, "make", prompt="猫", image=("cat.png", b"not a picture"))
    assert "JPEG" in readable(refused.response)
    assert not await Clip.exists()


async def test_an_admin_sets_the_feed_and_where_films_are_made(server: Server) -> None:
    hall = server.guild.create_text_channel("hall")
    await server.boss.slash(server.channel, "setup", feed=server.channel)
    shown = await server.boss.slash(hall, "setup", command="make", channel=server.channel)
    assert f"<#{server.channel.id}>" in readable(shown.response)
    await server.join(server.mika)
    refused = await server.mika.slash(hall, "make", prompt="猫")
    assert f"<#{server.channel.id}>" in readable(refused.response)


async def test_films_are_offered_while_somebody_types_an_id(server: Server) -> None:
    await server.join(server.mika)
    await server.mika.slash(server.channel, "make", prompt="月の兎")
    clip = await film_next(server.house, title="月の兎")
    offered = await server.mika.autocomplete(server.channel, "post", "clip", "兎")
    assert [choice["value"] for choice in offered] == [clip.public_id]
    assert await server.taro.autocomplete(server.channel, "post", "clip", "兎") == []


async def test_a_film_on_which_the_menu_is_used_is_explained(server: Server) -> None:
    await server.join(server.mika)
    made = await server.mika.slash(server.channel, "make", prompt="猫")
    clip = await film_next(server.house)
    await server.deliver()
    await server.mika.click(made.response, label="Post")
    await server.deliver()
    post = server.channel.history(viewer=server.taro)[-1]
    shown = await server.taro.context_menu(server.channel, "About this film", post)
    assert clip.public_id in readable(shown.response)


async def test_a_film_on_which_remix_is_chosen_opens_a_form_for_what_to_change(server: Server) -> None:
    await server.join(server.mika)
    await server.join(server.taro)
    made = await server.mika.slash(server.channel, "make", prompt="猫")
    clip = await film_next(server.house)
    await server.deliver()
    await server.mika.click(made.response, label="Post")
    await server.deliver()
    post = server.channel.history(viewer=server.taro)[-1]
    asked = await server.taro.context_menu(server.channel, "Remix", post)
    assert asked.modal["components"][0]["component"]["custom_id"] == "instruction"
    started = await server.taro.submit_modal(asked, {"instruction": "make the cat a gorilla"})
    assert "gorilla" in readable(started.response)
    assert await Clip.filter(parent_id=clip.id, prompt="make the cat a gorilla").count() == 1


async def test_a_deleted_post_gives_the_film_back_to_its_maker(server: Server) -> None:
    await server.join(server.mika)
    made = await server.mika.slash(server.channel, "make", prompt="猫")
    clip = await film_next(server.house)
    await server.deliver()
    await server.mika.click(made.response, label="Post")
    await server.deliver()
    await server.boss.delete(server.channel.history(viewer=server.taro)[-1])
    assert (await Clip.get(id=clip.id)).state == "draft"
