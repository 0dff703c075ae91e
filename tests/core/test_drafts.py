import asyncio
from pathlib import Path

import pytest

from core import feed, jobs
from core.allowance import standing
from core.asking import arrive
from core.drafts import Posted, discard, draft, drafts, post
from core.making import Wish, make, reroll
from core.records import Clip, Community, Delivery, Job
from core.refusals import NotFound, NotYours, TooLate
from core.removal import purge
from core.settings import Settings
from core.storage import Storage
from tests.core.conftest import FILM, Films, People


class Shelf(Storage):
    """A storage that only notes what it is told to delete."""

    def __init__(self) -> None:
        super().__init__(Path("nowhere"))
        self.deleted: list[str] = []

    def delete(self, name: str) -> None:
        self.deleted.append(name)


async def _due() -> list[tuple[str, str, str]]:
    return [(one.kind, one.platform, one.channel) for one in await Delivery.all().order_by("id")]


async def test_drafts_are_finished_films_newest_first_and_nobody_elses(
    member: People, wished: Films, finished: Films
) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    mine = [await finished(aki) for _ in range(3)]
    await finished(ben)
    await wished(aki)
    first = await drafts(aki, 1, per_page=2)
    assert ([clip.public_id for clip in first.clips], first.more) == ([mine[2].public_id, mine[1].public_id], True)
    second = await drafts(aki, 2, per_page=2)
    assert ([clip.public_id for clip in second.clips], second.more) == ([mine[0].public_id], False)
    assert (await draft(aki, mine[0].public_id)).id == mine[0].clip_id


async def test_a_post_goes_to_the_feed_and_the_drafts_message_hears_of_it(member: People, finished: Films) -> None:
    aki = await member("Aki")
    made = await finished(aki)
    await Community.filter(id=aki.community_id).update(feed_channel="screen")
    assert await post(aki, made.public_id) == Posted(made.public_id, FILM.title, "web", "screen")
    clip = await Clip.get(id=made.clip_id)
    assert clip.state == "posted"
    assert clip.posted_at is not None
    assert await _due() == [("draft", "web", "stage"), ("post", "web", "screen"), ("draft", "web", "stage")]
    assert not (await drafts(aki, 1)).clips


async def test_where_no_feed_is_set_a_post_goes_to_the_askers_channel(member: People, finished: Films) -> None:
    aki = await member("Aki", channel="attic")
    assert (await post(aki, (await finished(aki)).public_id)).channel == "attic"


async def test_pressing_post_ten_times_posts_once(member: People, finished: Films) -> None:
    aki = await member("Aki")
    made = await finished(aki)
    outcomes = await asyncio.gather(*(post(aki, made.public_id) for _ in range(10)), return_exceptions=True)
    assert sum(isinstance(outcome, Posted) for outcome in outcomes) == 1
    refused = [outcome for outcome in outcomes if isinstance(outcome, TooLate)]
    assert [refusal.message for refusal in refused] == ["refusal-already-posted"] * 9
    assert await Delivery.filter(kind="post").count() == 1


async def test_what_is_not_finished_cannot_be_posted(member: People, wished: Films) -> None:
    aki = await member("Aki")
    made = await wished(aki)
    with pytest.raises(TooLate, match="refusal-not-finished"):
        await post(aki, made.public_id)
    await jobs.cancel(aki)
    with pytest.raises(TooLate, match="refusal-not-finished"):
        await draft(aki, made.public_id)


async def test_another_members_draft_is_out_of_reach(member: People, finished: Films) -> None:
    aki, eve = await member("Aki"), await member("Eve")
    made = await finished(aki)
    for attempt in (post, discard, draft):
        with pytest.raises(NotYours, match="refusal-not-yours"):
            await attempt(eve, made.public_id)
        with pytest.raises(NotFound, match="refusal-no-such-clip"):
            await attempt(eve, "zzzzzzzz")
    assert (await Clip.get(id=made.clip_id)).state == "draft"


async def test_a_discarded_draft_is_gone_with_its_files_but_stays_counted(member: People, finished: Films) -> None:
    aki = await member("Aki")
    made = await finished(aki)
    storage = Shelf()
    assert await purge(storage, await discard(aki, made.public_id)) == 1
    assert storage.deleted == [FILM.video, FILM.poster, FILM.vtt]
    clip = await Clip.get(id=made.clip_id)
    assert (clip.state, clip.video, clip.poster, clip.vtt) == ("removed", None, None, None)
    assert await purge(storage) == 0
    assert await _due() == [("draft", "web", "stage")] * 2
    assert (await standing(aki.member_id, 30)).used == 1
    with pytest.raises(NotFound, match="refusal-no-such-clip"):
        await discard(aki, made.public_id)


async def test_discarding_what_is_still_being_made_cancels_it(member: People, wished: Films) -> None:
    aki = await member("Aki")
    made = await wished(aki)
    await jobs.claim("w", 60)
    await discard(aki, made.public_id)
    assert (await Job.get(id=made.job_id)).state == "cancelled"
    assert not await jobs.finish(made.job_id, "w", 1, FILM)
    assert (await standing(aki.member_id, 30)).left == 30
    assert [kind for kind, _, _ in await _due()] == ["cancelled"]


async def test_a_posted_film_cannot_be_discarded(member: People, finished: Films) -> None:
    aki = await member("Aki")
    made = await finished(aki)
    await post(aki, made.public_id)
    with pytest.raises(TooLate, match="refusal-posted-stays"):
        await discard(aki, made.public_id)
    assert (await Clip.get(id=made.clip_id)).video == FILM.video


async def test_a_picture_is_deleted_with_the_last_film_made_of_it(member: People, settings: Settings) -> None:
    aki = await member("Aki")
    first = await make(aki, Wish("a cat", pictures=("p", "q")), key="1", settings=settings)
    second = await reroll(aki, first.public_id, key="2", settings=settings)
    storage = Shelf()
    await purge(storage, await discard(aki, first.public_id))
    assert storage.deleted == []
    await discard(aki, second.public_id)  # and a crash: the sweep finds it
    await purge(storage)
    assert storage.deleted == ["p", "q"]


async def test_a_draft_that_is_posted_from_a_private_chat_goes_where_it_was_asked_for(
    member: People, finished: Films, settings: Settings
) -> None:
    asker = await member()
    made = await finished(asker)
    alone = await arrive(
        platform=asker.platform,
        external_id=asker.external_id,
        name=asker.name,
        locale=asker.locale,
        community="user-1",
        channel="their private chat",
        private=True,
    )
    again = await reroll(alone, made.public_id, key="again", settings=settings)
    posted = await post(alone, made.public_id)
    assert posted.channel == asker.channel
    assert (await Clip.get(id=again.clip_id)).community_id == asker.community_id
    assert await feed.home(alone) == asker.community_id
