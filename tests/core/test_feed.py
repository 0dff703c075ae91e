import asyncio

import pytest

from core import feed
from core.asking import Asker
from core.drafts import post
from core.making import Made
from core.records import Clip, Comment, Post
from core.refusals import BadInput, NotFound
from tests.core.conftest import Films, People


async def _posted(asker: Asker, made: Made, message: str) -> None:
    await post(asker, made.public_id)
    await feed.posted(made.clip_id, "web", "stage", message)


async def test_the_feed_shows_the_newest_posts_with_who_made_them(member: People, finished: Films) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    made = [await finished(asker) for asker in (aki, ben, aki)]
    await finished(aki)
    for number, (asker, one) in enumerate(zip((aki, ben, aki), made, strict=True)):
        await _posted(asker, one, f"m{number}")
    await feed.like(ben, channel="stage", message_id="m2")
    first = await feed.latest(aki.community_id, 1, per_page=2)
    assert [(entry.clip.public_id, entry.author, entry.likes) for entry in first.entries] == [
        (made[2].public_id, "Aki", 1),
        (made[1].public_id, "Ben", 0),
    ]
    assert first.more
    second = await feed.latest(aki.community_id, 2, per_page=2)
    assert [entry.clip.id for entry in second.entries] == [made[0].clip_id]
    assert not second.more
    assert not (await feed.latest(aki.community_id, 99)).entries
    assert not (await feed.latest(aki.community_id + 1, 1)).entries


async def test_a_like_counts_once_a_person_and_can_be_taken_back(
    member: People, guest: People, finished: Films
) -> None:
    aki, ben = await member("Aki"), await guest("Ben")
    made = await finished(aki)
    await _posted(aki, made, "m")
    assert await asyncio.gather(*(feed.like(ben, channel="stage", message_id="m") for _ in range(10))) == [1] * 10
    assert await feed.like(await member("Cho"), channel="stage", message_id="m") == 2
    assert await feed.unlike(ben, channel="stage", message_id="m") == 1
    assert await feed.unlike(ben, channel="stage", message_id="m") == 1


async def test_ones_own_like_does_not_count(member: People, finished: Films) -> None:
    aki = await member("Aki")
    await _posted(aki, await finished(aki), "m")
    assert await feed.like(aki, channel="stage", message_id="m") == 0


async def test_a_film_posted_in_two_places_has_its_likes_together(member: People, finished: Films) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    made = await finished(aki)
    await _posted(aki, made, "m")
    await feed.posted(made.clip_id, "web", "attic", "m")
    await feed.like(ben, channel="stage", message_id="m")
    assert await feed.like(ben, channel="attic", message_id="m") == 1


async def test_replies_are_kept_once(member: People, guest: People, finished: Films) -> None:
    aki, ben = await member("Aki"), await guest("Ben")
    made = await finished(aki)
    await _posted(aki, made, "m")

    async def reply(message: str, text: str = "かわいい！") -> int:
        return await feed.comment(ben, channel="stage", message_id="m", reply_message_id=message, text=text)

    assert await asyncio.gather(*(reply("r1") for _ in range(5))) == [1] * 5
    assert await reply("r2", "x" * 9000) == 2
    assert [len(one.text) for one in await Comment.all().order_by("id")] == [5, 4096]
    with pytest.raises(BadInput, match="refusal-empty-comment"):
        await reply("r3", " \u202e\n")
    assert await feed.counts([made.clip_id, 0]) == {made.clip_id: feed.Counts(0, 2), 0: feed.Counts(0, 0)}


async def test_what_is_not_a_post_cannot_be_liked_or_answered(member: People, finished: Films) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    made = await finished(aki)
    await _posted(aki, made, "m")
    elsewhere = await member("Cho", platform="discord")
    for asker, message in ((ben, "other"), (elsewhere, "m")):
        with pytest.raises(NotFound, match="refusal-no-such-post"):
            await feed.like(asker, channel="stage", message_id=message)
        with pytest.raises(NotFound, match="refusal-no-such-post"):
            await feed.comment(asker, channel="stage", message_id=message, reply_message_id="r", text="hi")
    await Clip.filter(id=made.clip_id).update(state="removed")
    with pytest.raises(NotFound, match="refusal-no-such-post"):
        await feed.like(ben, channel="stage", message_id="m")


async def test_a_post_that_is_reported_twice_is_one(member: People, finished: Films) -> None:
    aki = await member("Aki")
    made = await finished(aki)
    await asyncio.gather(*(feed.posted(made.clip_id, "web", "stage", "m") for _ in range(5)))
    assert await Post.all().count() == 1
