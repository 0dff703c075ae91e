from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from core import jobs
from core.clock import now
from core.line import SECONDS_PER_FILM_SECOND, Waiting, fair
from core.records import Job
from tests.core.conftest import Films, People

MORNING = datetime(2026, 1, 1, tzinfo=UTC)


def _waiting(job_id: int, member: int, tier: int = 0, served: int | None = None) -> Waiting:
    at = None if served is None else MORNING + timedelta(minutes=served)
    return Waiting(job_id, member, tier, at, 6.0, "web")


def _ids(*waiting: Waiting) -> list[int]:
    return [job.job_id for job in fair(waiting)]


def test_members_take_turns_whoever_asked_for_more() -> None:
    assert _ids(*(_waiting(id, 1) for id in (1, 2, 3, 4)), _waiting(5, 2), _waiting(6, 2)) == [1, 5, 2, 6, 3, 4]


def test_who_was_served_least_lately_comes_first() -> None:
    assert _ids(_waiting(1, 1, served=30), _waiting(2, 2, served=10), _waiting(3, 3)) == [3, 2, 1]


def test_a_higher_tier_goes_before_all_and_is_a_turn_too() -> None:
    assert _ids(_waiting(1, 1), _waiting(2, 2), _waiting(3, 1, tier=1)) == [3, 2, 1]


_lines = st.lists(
    st.tuples(st.integers(1, 4), st.integers(0, 2), st.one_of(st.none(), st.integers(0, 3))), max_size=12
).map(lambda rows: [_waiting(id, member, tier, served) for id, (member, tier, served) in enumerate(rows, 1)])


@settings(max_examples=60, deadline=None)
@given(_lines)
def test_everybody_is_in_line_once_and_nobody_passes_a_higher_tier(line: list[Waiting]) -> None:
    order = fair(line)
    assert sorted(job.job_id for job in order) == [job.job_id for job in line]
    tiers = [job.tier for job in order]
    assert tiers == sorted(tiers, reverse=True)


@settings(max_examples=60, deadline=None)
@given(_lines)
def test_within_a_tier_no_member_is_two_turns_ahead_of_one_who_waits(line: list[Waiting]) -> None:
    order = [job for job in fair(line) if job.tier == max((job.tier for job in line), default=0)]
    for cut in range(len(order)):
        taken = [job.member_id for job in order[:cut]]
        still = {job.member_id for job in order[cut:]}
        assert all(taken.count(one) <= taken.count(other) + 1 for one in taken for other in still)


async def test_jobs_are_claimed_in_exactly_the_order_that_was_shown(member: People, wished: Films) -> None:
    aki, ben, cho = await member("Aki"), await member("Ben"), await member("Cho")
    for asker in (aki, aki, aki, ben, ben, cho):
        await wished(asker)
    shown, taken = await jobs.order(), []
    while claimed := await jobs.claim("w", 60):
        taken.append(claimed.job_id)
    assert taken == shown


async def test_members_see_their_places_and_an_estimate(member: People, wished: Films) -> None:
    aki, ben = await member("Aki"), await member("Ben", platform="discord")
    first, second = await wished(aki, "one", seconds=10), await wished(aki, "two", seconds=4)
    third = await wished(ben, "three", seconds=6)
    view = await jobs.queue_view(aki)
    assert (view.waiting, view.running) == (3, 0)
    assert [(own.job_id, own.title, own.position) for own in view.own] == [
        (first.job_id, "one", 1),
        (second.job_id, "two", 3),
    ]
    assert view.own[1].starts_in == 16 * SECONDS_PER_FILM_SECOND
    assert view.own[1].ready_in == 20 * SECONDS_PER_FILM_SECOND
    places = await jobs.waiting("discord")
    assert places == {third.job_id: jobs.Place(2, 10 * SECONDS_PER_FILM_SECOND)}
    assert await jobs.position(second.job_id) == 3


async def test_what_is_being_made_has_no_place_and_holds_up_the_rest_for_what_is_left_of_it(
    member: People, wished: Films
) -> None:
    aki = await member("Aki")
    running = await wished(aki, seconds=10)
    await jobs.claim("w", 60)
    await jobs.renew(running.job_id, "w", 1, stage="draw", percent=60, lease_seconds=60)
    waiting = await wished(aki, seconds=10)
    view = await jobs.queue_view(aki)
    assert [(own.job_id, own.position, own.stage, own.percent) for own in view.own] == [
        (running.job_id, None, "draw", 60.0),
        (waiting.job_id, 1, "", 0.0),
    ]
    assert (view.waiting, view.running) == (1, 1)
    left = 4 * SECONDS_PER_FILM_SECOND
    assert abs(view.own[0].ready_in - left) < 1e-6
    assert abs(view.own[1].starts_in - left) < 1e-6
    assert await jobs.position(running.job_id) is None


async def test_estimates_learn_this_machines_pace(member: People, finished: Films) -> None:
    made = await finished(await member("Aki"))
    assert await jobs.estimate(10) < 10  # it took no time at all
    await Job.filter(id=made.job_id).update(film_seconds=8, started_at=now() - timedelta(seconds=24), finished_at=now())
    assert abs(await jobs.estimate(10) - 30) < 0.1
