"""Who may remix what, and what a remix keeps of its parent."""

from dataclasses import replace

import pytest

from core import drafts, jobs
from core.making import edit, reroll
from core.records import AllowanceEntry, Clip, Job, Post
from core.refusals import BadInput, NotFound, Spent, TooLate
from core.remixing import parent_of, remix
from core.settings import Settings
from tests.core.conftest import FILM, Films, People


async def test_a_remix_has_a_parent_a_job_and_a_place_in_the_allowance(
    member: People, finished: Films, settings: Settings
) -> None:
    aki = await member("Aki")
    parent = await finished(aki)

    made = await remix(aki, f"#{parent.public_id.upper()}", "make the cat a dog", key="k", settings=settings)

    clip, job = await Clip.get(id=made.clip_id), await Job.get(id=made.job_id)
    assert (clip.parent_id, clip.prompt, clip.state) == (parent.clip_id, "make the cat a dog", "draft")
    assert (job.state, job.film_seconds) == ("queued", FILM.seconds)
    assert (await AllowanceEntry.get(clip_id=clip.id)).state == "held"
    assert clip.notes == [["remix-of", {"clip": parent.public_id, "author": "Aki"}]]


async def test_what_it_is_a_remix_of_stays_noted_when_it_is_finished(
    member: People, finished: Films, settings: Settings
) -> None:
    aki = await member("Aki")
    parent = await finished(aki)
    made = await remix(aki, parent.public_id, "at night", key="k", settings=settings)
    claimed = await jobs.claim("w", 60)
    assert claimed is not None

    await jobs.finish(claimed.job_id, "w", claimed.attempt, replace(FILM, notes=[["remix-rest-stays", {}]], seed=5))

    clip = await Clip.get(id=made.clip_id)
    assert [note[0] for note in clip.notes if isinstance(note, list)] == ["remix-of", "remix-rest-stays"]
    assert clip.seed == 5


async def test_another_members_draft_cannot_be_told_from_none(
    member: People, finished: Films, settings: Settings
) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    parent = await finished(aki)

    for id in (parent.public_id, "22222222"):
        with pytest.raises(NotFound, match="refusal-no-such-clip"):
            await remix(ben, id, "at night", key=id, settings=settings)


async def test_a_posted_film_is_remixed_where_it_was_posted_and_nowhere_else(
    member: People, finished: Films, settings: Settings
) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    parent = await finished(aki)
    await drafts.post(aki, parent.public_id)

    made = await remix(ben, parent.public_id, "at night", key="k", settings=settings)
    assert (await Clip.get(id=made.clip_id)).author_id == ben.member_id
    with pytest.raises(NotFound):
        await remix(replace(ben, community_id=10_000), parent.public_id, "at night", key="l", settings=settings)
    assert not await Post.exists()


async def test_an_unfinished_film_and_an_empty_instruction_are_refused_and_cost_nothing(
    member: People, wished: Films, finished: Films, settings: Settings
) -> None:
    aki = await member("Aki")
    parent = await finished(aki)
    waiting = await wished(aki)

    with pytest.raises(TooLate, match="refusal-not-finished"):
        await remix(aki, waiting.public_id, "at night", key="a", settings=settings)
    with pytest.raises(BadInput, match="refusal-remix-empty"):
        await remix(aki, parent.public_id, "  ", key="b", settings=settings)
    await Clip.filter(id=parent.clip_id).update(storyboard={"shots": []})
    with pytest.raises(TooLate, match="refusal-remix-no-storyboard"):
        await remix(aki, parent.public_id, "at night", key="c", settings=settings)
    assert await AllowanceEntry.all().count() == 2


async def test_a_remix_counts_like_any_film(member: People, finished: Films, settings: Settings) -> None:
    aki = await member("Aki")
    parent = await finished(aki)

    one = settings.model_copy(update={"clips_per_day": 1})
    with pytest.raises(Spent):
        await remix(aki, parent.public_id, "at night", key="k", settings=one)


async def test_another_try_at_a_remix_has_the_same_parent(member: People, finished: Films, settings: Settings) -> None:
    aki = await member("Aki")
    parent = await finished(aki)
    made = await remix(aki, parent.public_id, "at night", key="k", settings=settings)

    changed = await Clip.get(id=(await edit(aki, made.public_id, "at noon", key="e", settings=settings)).clip_id)
    again = await Clip.get(id=(await reroll(aki, made.public_id, key="r", settings=settings)).clip_id)

    assert (changed.parent_id, changed.prompt) == (parent.clip_id, "at noon")
    assert (again.parent_id, again.wish["retake"]) == (parent.clip_id, True)


async def test_a_film_that_is_thrown_away_meanwhile_is_no_parent(
    member: People, finished: Films, settings: Settings
) -> None:
    aki = await member("Aki")
    parent = await finished(aki)
    made = await remix(aki, parent.public_id, "at night", key="k", settings=settings)
    await drafts.discard(aki, parent.public_id)

    with pytest.raises(NotFound):
        await parent_of(await Clip.get(id=made.clip_id))
