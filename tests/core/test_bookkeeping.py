"""Whatever happens in whatever order: the books of the allowance, the queue and the outbox agree."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import drafts, jobs, making
from core.allowance import WINDOW, standing
from core.asking import Asker
from core.clock import now
from core.records import AllowanceEntry, Clip, Delivery, Job, Member
from core.refusals import NotFound, Refusal, Spent
from core.settings import Settings
from tests.core.conftest import FILM, People

LIMIT = 3
DEEDS = (
    "make", "make", "make", "repeat", "claim", "claim", "finish", "finish", "finish_again", "fail", "crash", "lapse",
    "sweep", "give_back", "cancel", "post", "discard", "day",
)  # fmt: skip


class House:
    """A member, workers that may hold stale claims, and what ought to be true of them."""

    def __init__(self, asker: Asker, service: Settings) -> None:
        self.asker = asker
        self.service = service
        self.claims: list[jobs.Claimed] = []
        self.keys = 0

    async def do(self, deed: str) -> None:
        """One deed; a refusal is a fine outcome of any."""
        try:
            await getattr(self, deed)()
        except Spent:
            assert (await standing(self.asker.member_id, LIMIT)).left == 0
        except Refusal:
            if deed not in ("cancel", "post", "discard"):
                raise

    async def make(self) -> None:
        self.keys += 1
        await self.repeat()

    async def repeat(self) -> None:
        await making.make(self.asker, making.Wish("a cat"), key=str(self.keys), settings=self.service)

    async def claim(self) -> None:
        claimed = await jobs.claim("w", 60)
        if claimed is not None:
            self.claims.append(claimed)

    async def finish(self) -> None:
        if self.claims:
            claimed = self.claims.pop()
            await jobs.finish(claimed.job_id, "w", claimed.attempt, FILM)

    async def finish_again(self) -> None:
        for claimed in self.claims[:1]:
            await jobs.finish(claimed.job_id, "w", claimed.attempt, FILM)

    async def fail(self) -> None:
        for claimed in self.claims[:1]:
            await jobs.fail(claimed.job_id, "w", claimed.attempt, reference="abc", retry=False)

    async def crash(self) -> None:
        for claimed in self.claims[:1]:
            await jobs.fail(claimed.job_id, "w", claimed.attempt, reference="abc", retry=True)

    async def give_back(self) -> None:
        for claimed in self.claims[-1:]:
            await jobs.give_back(claimed.job_id, "w", claimed.attempt)

    async def lapse(self) -> None:
        await Job.filter(state="running").update(lease_until=now() - timedelta(seconds=1))

    async def sweep(self) -> None:
        woken = await jobs.sweep()
        assert {id for id, _ in woken} == set(await jobs.order())

    async def cancel(self) -> None:
        try:
            await jobs.cancel(self.asker)
        except NotFound:
            assert not await Job.exists(state__in=jobs.OPEN)

    async def post(self) -> None:
        await drafts.post(self.asker, await self._any_clip())

    async def discard(self) -> None:
        await drafts.discard(self.asker, await self._any_clip())

    async def day(self) -> None:
        """A day goes by for what is finished."""
        for entry in await AllowanceEntry.filter(state="spent"):
            await AllowanceEntry.filter(id=entry.id).update(at=entry.at - WINDOW)
        for job in await Job.filter(state="done", finished_at__isnull=False):
            assert job.finished_at is not None
            await Job.filter(id=job.id).update(finished_at=job.finished_at - WINDOW)

    async def _any_clip(self) -> str:
        clip = await Clip.all().order_by("state", "id").first()
        return clip.public_id if clip else "zzzzzzzz"

    async def check(self) -> None:
        """The books agree."""
        open_jobs = await Job.filter(state__in=jobs.OPEN).count()
        finished = await Job.filter(state="done", finished_at__gt=now() - WINDOW).count()
        stands = await standing(self.asker.member_id, LIMIT)
        assert (stands.held, stands.used) == (open_jobs, finished)
        assert stands.held + stands.used <= LIMIT
        assert stands.left == LIMIT - open_jobs - finished
        assert (stands.next_free_at is None) == (stands.left > 0 or stands.used == 0)
        assert await Clip.all().count() == await Job.all().count() == await AllowanceEntry.all().count()
        for job in await Job.all().select_related("clip"):
            outcome = {"done": "draft", "failed": "failed", "cancelled": "cancelled"}.get(job.state)
            owed = [one.kind for one in await Delivery.filter(key__startswith=f"job:{job.id}:")]
            assert owed == ([outcome] if outcome else [])
            assert (job.clip.ready_at is not None) == (job.state == "done")
            assert (job.lease_until is not None) == (job.state == "running")
            posts = await Delivery.filter(clip_id=job.clip_id, kind="post").count()
            assert posts == (1 if job.clip.state == "posted" else 0)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(st.sampled_from(DEEDS), min_size=5, max_size=25))
async def test_the_books_agree_after_every_deed(member: People, settings: Settings, deeds: list[str]) -> None:
    for table in (Delivery, AllowanceEntry, Job, Clip, Member):
        await table.all().delete()
    house = House(await member("Aki"), settings.model_copy(update={"clips_per_day": LIMIT}))
    for deed in deeds:
        await house.do(deed)
        await house.check()
