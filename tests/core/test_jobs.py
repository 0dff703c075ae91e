import asyncio
from contextlib import suppress
from datetime import timedelta

import pytest

from core import jobs
from core.allowance import standing
from core.asking import Asker
from core.clock import now
from core.jobs import MOST_FAILURES
from core.placeholders import placed
from core.records import AllowanceEntry, Clip, Delivery, Job, Member
from core.refusals import BadInput, NotFound, NotYours, TooLate
from tests.core.conftest import FILM, Films, Others, People


async def _end_lease(job_id: int) -> None:
    """As if the worker had been silent for too long."""
    assert await Job.filter(id=job_id, state="running").update(lease_until=now() - timedelta(milliseconds=1))


async def _keep(job_id: int, worker: str = "w", attempt: int = 1) -> bool:
    return await jobs.renew(job_id, worker, attempt, stage="draw", percent=40.0, lease_seconds=60)


async def _entry(clip_id: int) -> str:
    return (await AllowanceEntry.get(clip_id=clip_id)).state


async def _kinds() -> list[str]:
    return [delivery.kind for delivery in await Delivery.all().order_by("id")]


async def test_a_claim_takes_the_job_for_the_length_of_a_lease(member: People, wished: Films) -> None:
    made = await wished(await member("Aki"))
    claimed = await jobs.claim("w", 60)
    assert claimed == jobs.Claimed(made.job_id, made.clip_id, 1)
    job = await Job.get(id=made.job_id)
    assert (job.state, job.worker, job.attempt) == ("running", "w", 1)
    assert job.lease_until is not None
    assert timedelta(seconds=55) < job.lease_until - now() <= timedelta(seconds=60)
    assert await jobs.claim("other", 60) is None


async def test_three_processes_claim_sixty_jobs_once_each(member: People, wished: Films, others: Others) -> None:
    people = [await member(f"Member {number}") for number in range(3)]
    made = {(await wished(people[number % 3])).job_id for number in range(60)}
    processes = await others.start(*(("claim_all", f"worker-{number}") for number in range(3)))
    claimed = [await others.line(process) for process in processes]
    assert sorted(job for some in claimed for job in some) == sorted(made)
    assert await Job.filter(state="running", attempt=1).count() == 60


async def test_a_finished_film_is_a_draft_that_is_due_and_spent(member: People, wished: Films) -> None:
    aki = await member("Aki")
    made = await wished(aki)
    await jobs.claim("w", 60)
    await placed(made.job_id, "stage", "m1")
    assert await jobs.finish(made.job_id, "w", 1, FILM)
    clip, job = await Clip.get(id=made.clip_id), await Job.get(id=made.job_id)
    assert (clip.state, clip.title, clip.video, clip.vtt, clip.srt) == ("draft", FILM.title, FILM.video, FILM.vtt, None)
    assert clip.ready_at is not None
    assert (job.state, job.percent, job.lease_until, job.message_id) == ("done", 100.0, None, "m1")
    assert await _entry(clip.id) == "spent"
    delivery = await Delivery.get()
    assert (delivery.kind, delivery.key, delivery.job_id) == ("draft", f"job:{job.id}:draft", job.id)
    assert not await jobs.finish(made.job_id, "w", 1, FILM)
    assert await _kinds() == ["draft"]


async def test_keeping_a_job_notes_how_far_it_is(member: People, wished: Films) -> None:
    made = await wished(await member("Aki"))
    await jobs.claim("w", 1)
    assert await _keep(made.job_id)
    job = await Job.get(id=made.job_id)
    assert (job.stage, job.percent) == ("draw", 40.0)
    assert job.lease_until is not None
    assert job.lease_until > now() + timedelta(seconds=50)
    assert not await _keep(made.job_id, worker="other")
    assert not await _keep(made.job_id, attempt=2)


async def test_a_killed_workers_job_returns_after_its_lease_and_is_finished_once(
    member: People, wished: Films, others: Others
) -> None:
    made = await wished(await member("Aki"))
    [process] = await others.start(("claim_and_hang", "1.0"))
    assert await others.line(process) == [made.job_id, 1]
    process.kill()
    assert await jobs.sweep() == []
    deadline = now() + timedelta(seconds=5)
    while not (returned := await jobs.sweep()) and now() < deadline:
        await asyncio.sleep(0.05)
    assert returned == [(made.job_id, 1)]
    claimed = await jobs.claim("w", 60)
    assert claimed is not None
    assert (claimed.job_id, claimed.attempt) == (made.job_id, 2)
    assert not await jobs.finish(made.job_id, "doomed", 1, FILM)
    assert await jobs.finish(made.job_id, "w", 2, FILM)
    assert await _kinds() == ["draft"]


async def test_a_returned_job_is_the_next_one(member: People, wished: Films) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    first = await wished(aki)
    await jobs.claim("w", 60)
    for _ in range(3):
        await wished(ben)
    await _end_lease(first.job_id)
    await jobs.sweep()
    assert (await jobs.order())[0] == first.job_id


async def test_a_job_that_breaks_every_worker_is_given_up(member: People, wished: Films) -> None:
    aki = await member("Aki")
    made = await wished(aki)
    for attempt in range(1, MOST_FAILURES + 1):
        claimed = await jobs.claim("w", 60)
        assert claimed is not None
        assert claimed.attempt == attempt
        await _end_lease(made.job_id)
        await jobs.sweep()
    job = await Job.get(id=made.job_id)
    assert (job.state, len(job.error)) == ("failed", 6)
    assert await _entry(made.clip_id) == "released"
    assert await _kinds() == ["failed"]
    assert await jobs.claim("w", 60) is None


async def test_ten_sweeps_at_once_return_a_job_once(member: People, wished: Films) -> None:
    made = await wished(await member("Aki"))
    await jobs.claim("w", 60)
    await _end_lease(made.job_id)
    await asyncio.gather(*(jobs.sweep() for _ in range(10)))
    assert (await Job.get(id=made.job_id)).failures == 1


async def test_the_sweep_wakes_what_waits_and_leaves_what_runs(member: People, wished: Films) -> None:
    aki = await member("Aki")
    running, waiting = await wished(aki), await wished(aki)
    await jobs.claim("w", 60)
    assert await jobs.sweep() == [(waiting.job_id, 0)]
    assert (await Job.get(id=running.job_id)).state == "running"


async def test_a_failure_is_tried_again_where_that_may_help(member: People, wished: Films) -> None:
    made = await wished(await member("Aki"))
    await jobs.claim("w", 60)
    assert await jobs.fail(made.job_id, "w", 1, reference="abc", retry=True)
    assert (await Job.get(id=made.job_id)).state == "queued"
    assert await _entry(made.clip_id) == "held"
    assert await _kinds() == []
    await jobs.claim("w", 60)
    assert await jobs.fail(made.job_id, "w", 2, reference="def", retry=False)
    job = await Job.get(id=made.job_id)
    assert (job.state, job.error) == ("failed", "def")
    assert await _entry(made.clip_id) == "released"
    delivery = await Delivery.get()
    assert (delivery.kind, delivery.params) == ("failed", {"reference": "def"})


async def test_a_film_that_cannot_be_made_is_blocked_with_the_reason(member: People, wished: Films) -> None:
    made = await wished(await member("Aki"))
    await jobs.claim("w", 60)
    assert await jobs.block(made.job_id, "w", 1, BadInput("refusal-picture-too-small", limit=64))
    job = await Job.get(id=made.job_id)
    assert (job.state, job.error) == ("blocked", "refusal-picture-too-small")
    assert await _entry(made.clip_id) == "released"
    assert (await Delivery.get()).params == {"message": "refusal-picture-too-small", "params": {"limit": 64}}


async def test_a_worker_that_is_told_to_end_gives_its_job_back_without_blame(member: People, wished: Films) -> None:
    made = await wished(await member("Aki"))
    for attempt in range(1, MOST_FAILURES + 2):
        await jobs.claim("w", 60)
        assert await jobs.give_back(made.job_id, "w", attempt)
    job = await Job.get(id=made.job_id)
    assert (job.state, job.failures) == ("queued", 0)
    assert not await jobs.give_back(made.job_id, "w", attempt)


async def test_nobody_ends_a_job_that_is_not_theirs_any_more(member: People, wished: Films) -> None:
    made = await wished(await member("Aki"))
    await jobs.claim("w", 60)
    assert not await jobs.finish(made.job_id, "other", 1, FILM)
    assert not await jobs.fail(made.job_id, "w", 2, reference="abc", retry=False)
    assert not await jobs.block(made.job_id, "w", 0, BadInput("refusal-name"))
    assert not await jobs.give_back(made.job_id, "other", 1)
    assert (await Job.get(id=made.job_id)).state == "running"
    assert await _kinds() == []


# --- cancelling -------------------------------------------------------------------------------------------------------


async def test_a_waiting_job_is_gone_at_once(member: People, wished: Films) -> None:
    aki = await member("Aki")
    made = await wished(aki, "a cat")
    cancelled = await jobs.cancel(aki, made.public_id)
    assert (cancelled.job_id, cancelled.title, cancelled.platform) == (made.job_id, "a cat", "web")
    assert await jobs.claim("w", 60) is None
    assert await _entry(made.clip_id) == "released"
    assert await _kinds() == ["cancelled"]


async def test_a_running_job_is_lost_to_its_worker(member: People, wished: Films) -> None:
    aki = await member("Aki")
    made = await wished(aki)
    await jobs.claim("w", 60)
    await jobs.cancel(aki, made.public_id)
    assert not await _keep(made.job_id)
    assert not await jobs.finish(made.job_id, "w", 1, FILM)
    assert (await Clip.get(id=made.clip_id)).ready_at is None
    assert (await standing(aki.member_id, 30)).left == 30
    assert await _kinds() == ["cancelled"]


async def test_without_a_clip_the_newest_open_job_is_cancelled(member: People, wished: Films) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    first, second, _ = await wished(aki), await wished(aki), await wished(ben)
    assert (await jobs.cancel(aki)).job_id == second.job_id
    assert (await jobs.cancel(aki)).job_id == first.job_id
    with pytest.raises(NotFound, match="refusal-nothing-to-cancel"):
        await jobs.cancel(aki)


async def test_a_finished_film_cannot_be_cancelled(member: People, finished: Films) -> None:
    aki = await member("Aki")
    made = await finished(aki)
    with pytest.raises(TooLate, match="refusal-already-done"):
        await jobs.cancel(aki, made.public_id)
    assert await _entry(made.clip_id) == "spent"


@pytest.mark.parametrize("outcome", ["cancelled", "failed", "blocked"])
async def test_what_is_over_cannot_be_cancelled_again(member: People, wished: Films, outcome: str) -> None:
    aki = await member("Aki")
    made = await wished(aki)
    await jobs.claim("w", 60)
    if outcome == "cancelled":
        await jobs.cancel(aki)
    elif outcome == "failed":
        await jobs.fail(made.job_id, "w", 1, reference="abc", retry=False)
    else:
        await jobs.block(made.job_id, "w", 1, BadInput("refusal-name"))
    with pytest.raises(NotFound, match="refusal-nothing-to-cancel"):
        await jobs.cancel(aki, made.public_id)
    assert await Delivery.all().count() == 1


async def test_another_members_job_cannot_be_cancelled(member: People, wished: Films) -> None:
    aki, eve = await member("Aki"), await member("Eve")
    made = await wished(aki)
    with pytest.raises(NotYours, match="refusal-not-yours"):
        await jobs.cancel(eve, made.public_id)
    with pytest.raises(NotFound, match="refusal-nothing-to-cancel"):
        await jobs.cancel(eve)


async def test_of_finishing_and_cancelling_at_once_one_wins_entirely(member: People, wished: Films) -> None:
    aki = await member("Aki")
    for _ in range(10):
        made = await wished(aki)
        claimed = await jobs.claim("w", 60)
        assert claimed is not None
        done, _ = await asyncio.gather(
            jobs.finish(made.job_id, "w", claimed.attempt, FILM), _cancel_quietly(aki, made.public_id)
        )
        job, entry = await Job.get(id=made.job_id), await _entry(made.clip_id)
        outcome = (job.state, entry, (await Clip.get(id=made.clip_id)).ready_at is not None)
        assert outcome == (("done", "spent", True) if done else ("cancelled", "released", False))
        assert await Delivery.filter(job_id=made.job_id).count() == 1


async def _cancel_quietly(asker: Asker, public_id: str) -> None:
    with suppress(TooLate):
        await jobs.cancel(asker, public_id)


async def test_only_the_first_report_of_a_placeholder_counts(member: People, wished: Films) -> None:
    made = await wished(await member("Aki"))
    await placed(made.job_id, "stage", "m1")
    await placed(made.job_id, "stage", "m2")
    assert (await Job.get(id=made.job_id)).message_id == "m1"


async def test_claiming_notes_when_a_member_was_served(member: People, wished: Films) -> None:
    aki = await member("Aki")
    await wished(aki)
    assert (await Member.get(id=aki.member_id)).last_served_at is None
    await jobs.claim("w", 60)
    assert (await Member.get(id=aki.member_id)).last_served_at is not None
