from dataclasses import replace

from core import deliveries, drafts, feed, happenings, making
from core.asking import Asker, arrive
from core.clock import now
from core.records import Clip, Comment, Community, Delivery, Identity, Job, Member, Post
from core.settings import Settings


async def mika(community: str = "-100") -> Asker:
    asker = await arrive(
        platform="telegram", external_id="7", name="みか", locale="ja", community=community, channel=community
    )
    await Member.filter(id=asker.member_id).update(joined_at=now())
    return replace(asker, joined=True)


async def posted_film(asker: Asker, settings: Settings) -> Clip:
    made = await making.make(asker, making.Wish("猫"), key="k", settings=settings)
    await Clip.filter(id=made.clip_id).update(ready_at=now(), title="猫")
    await Job.filter(id=made.job_id).update(state="done")
    await drafts.post(asker, made.public_id)
    await feed.posted(made.clip_id, "telegram", asker.channel, "55")
    return await Clip.get(id=made.clip_id)


async def test_a_film_whose_post_was_deleted_is_a_draft_again_and_can_be_posted_again(
    database: str, settings: Settings
) -> None:
    asker = await mika()
    clip = await posted_film(asker, settings)
    await feed.like(asker, channel="-100", message_id="55")
    for _ in range(2):  # told twice
        await happenings.messages_gone("telegram", "-100", ["55", "56"])
    assert (await Clip.get(id=clip.id)).state == "draft"
    assert not await Post.exists()
    await drafts.post(asker, clip.public_id)
    assert await Delivery.filter(kind="post").count() == 2


async def test_a_deleted_reply_is_no_comment_any_more(database: str, settings: Settings) -> None:
    asker = await mika()
    await posted_film(asker, settings)
    await feed.comment(asker, channel="-100", message_id="55", reply_message_id="60", text="いいね")
    await happenings.messages_gone("telegram", "-100", ["60"])
    assert not await Comment.exists()


async def test_an_edited_reply_is_an_edited_comment(database: str, settings: Settings) -> None:
    asker = await mika()
    await posted_film(asker, settings)
    for text in ("いいね", "すごくいいね"):
        await feed.comment(asker, channel="-100", message_id="55", reply_message_id="60", text=text)
    assert [comment.text for comment in await Comment.all()] == ["すごくいいね"]


async def test_a_deleted_channel_is_nobodys_feed(database: str, settings: Settings) -> None:
    asker = await mika()
    await Community.filter(id=asker.community_id).update(feed_channel="-100")
    clip = await posted_film(asker, settings)
    await happenings.channel_gone("telegram", "-100")
    assert (await Community.get(id=asker.community_id)).feed_channel is None
    assert (await Clip.get(id=clip.id)).state == "draft"


async def test_a_group_that_becomes_a_supergroup_keeps_everything(database: str, settings: Settings) -> None:
    asker = await mika("-5")
    made = await making.make(asker, making.Wish("猫"), key="k", settings=settings)
    await deliveries.owe("draft", key="d", platform="telegram", channel="-5", clip_id=made.clip_id, job_id=made.job_id)
    await mika("-1005")  # somebody spoke in the new one before we were told
    await happenings.community_moved("telegram", "-5", "-1005")
    assert (await mika("-1005")).community_id == asker.community_id
    assert (await Delivery.get(key="d")).channel == "-1005"
    assert (await Job.get(id=made.job_id)).channel == "-1005"


async def test_a_place_that_showed_us_the_door_is_back_when_somebody_speaks_there(database: str) -> None:
    asker = await mika()
    await happenings.community_left("telegram", "-100")
    assert (await Community.get(id=asker.community_id)).left_at is not None
    await mika()
    assert (await Community.get(id=asker.community_id)).left_at is None


async def test_a_private_chat_is_known_until_it_is_closed(database: str) -> None:
    await mika()
    await happenings.private_chat("telegram", "7", "7")
    assert (await Identity.get(external_id="7")).private_channel == "7"
    await happenings.private_chat("telegram", "7", None)
    assert (await Identity.get(external_id="7")).private_channel is None
