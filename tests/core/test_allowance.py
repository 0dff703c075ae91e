from datetime import timedelta

import pytest

from core import allowance, jobs
from core.allowance import WINDOW
from core.clock import now
from core.making import Wish, make
from core.records import AllowanceEntry, Clip
from core.refusals import Spent
from core.settings import Settings
from tests.core.conftest import Films, People

INSTANT = timedelta(microseconds=1)


async def test_what_is_asked_for_is_held_and_what_is_finished_is_spent(
    member: People, wished: Films, finished: Films
) -> None:
    aki = await member("Aki")
    await finished(aki)
    await wished(aki)
    standing = await allowance.standing(aki.member_id, 30)
    assert (standing.used, standing.held, standing.left, standing.next_free_at) == (1, 1, 28, None)


async def test_a_place_frees_up_exactly_24_hours_after_its_film_was_finished(member: People, finished: Films) -> None:
    aki = await member("Aki")
    made = await finished(aki)
    entry = await AllowanceEntry.get(clip_id=made.clip_id)
    free_at = entry.at + timedelta(hours=24)
    before = await allowance.standing(aki.member_id, 1, free_at - INSTANT)
    assert (before.used, before.left, before.next_free_at) == (1, 0, free_at)
    after = await allowance.standing(aki.member_id, 1, free_at)
    assert (after.used, after.left, after.next_free_at) == (0, 1, None)


async def test_a_spent_allowance_says_how_many_of_how_many_and_when(
    member: People, finished: Films, settings: Settings
) -> None:
    aki = await member("Aki")
    first = await finished(aki)
    await finished(aki)
    two = settings.model_copy(update={"clips_per_day": 2})
    free_at = (await AllowanceEntry.get(clip_id=first.clip_id)).at + WINDOW
    with pytest.raises(Spent, match="refusal-allowance") as refused:
        await make(aki, Wish("one more"), key="k", settings=two)
    assert refused.value.params == {"used": 2, "limit": 2, "next_free_at": free_at}
    assert await Clip.all().count() == 2
    await AllowanceEntry.filter(clip_id=first.clip_id).update(at=now() - WINDOW)
    assert (await make(aki, Wish("one more"), key="k", settings=two)).created


async def test_when_only_open_jobs_hold_the_allowance_that_is_what_is_said(
    member: People, wished: Films, settings: Settings
) -> None:
    aki = await member("Aki")
    await wished(aki)
    one = settings.model_copy(update={"clips_per_day": 1})
    with pytest.raises(Spent, match="refusal-allowance-held") as refused:
        await make(aki, Wish("one more"), key="k", settings=one)
    assert refused.value.params["held"] == 1


async def test_a_lowered_limit_names_the_moment_when_enough_have_freed_up(member: People, finished: Films) -> None:
    aki = await member("Aki")
    made = [await finished(aki) for _ in range(3)]
    second = await AllowanceEntry.get(clip_id=made[1].clip_id)
    standing = await allowance.standing(aki.member_id, 2)
    assert (standing.used, standing.left, standing.next_free_at) == (3, 0, second.at + WINDOW)


@pytest.mark.parametrize("outcome", ["cancelled", "failed"])
async def test_what_comes_to_nothing_is_not_counted(member: People, wished: Films, outcome: str) -> None:
    aki = await member("Aki")
    made = await wished(aki)
    if outcome == "cancelled":
        await jobs.cancel(aki)
    else:
        await jobs.claim("w", 60)
        await jobs.fail(made.job_id, "w", 1, reference="abc", retry=False)
    standing = await allowance.standing(aki.member_id, 30)
    assert (standing.used, standing.held, standing.left) == (0, 0, 30)


async def test_another_members_films_are_not_counted(member: People, finished: Films) -> None:
    await finished(await member("Aki"))
    assert (await allowance.standing((await member("Ben")).member_id, 30)).left == 30
