"""Asked each time: the owner of a likeness sees prompt and cast before anything is rendered, and answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from core import deliveries, jobs
from core.asking import Asker
from core.clock import now
from core.database import atomically
from core.ids import read_public_id
from core.likeness import appearances, grants, receipts
from core.likeness.grants import WEEK, Scope
from core.likeness.reach import reach
from core.likeness.receipts import Signer
from core.likeness.records import Appearance
from core.locking import lock_member
from core.records import Job
from core.refusals import NotAllowed, NotFound, NotYours, TooLate

Answer = Literal["once", "week", "clips", "always", "no", "never"]
ANSWERS: tuple[Answer, ...] = ("once", "week", "clips", "always", "no", "never")
CLIPS = 5  # of the answer "clips", where nobody says how many


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of a question. `queued`: everybody has agreed, and the job of this id waits in line now."""

    name: str
    title: str
    answer: Answer
    queued: int | None = None
    attempt: int = 0


async def ask(asked: Sequence[Appearance], platform: str, channel: str) -> None:
    """Owe every owner the question. Within the transaction that has put them into a clip."""
    for one in asked:
        await one.fetch_related("likeness")
        there = await reach(one.likeness.owner_id, platform, channel)
        await deliveries.owe(
            "ask",
            key=f"ask:{one.public_id}",
            platform=there.platform,
            channel=there.channel,
            clip_id=one.clip_id,
            params={"appearance": one.public_id},
        )


async def answer(asker: Asker, public_id: str, how: Answer, signer: Signer, clips: int = CLIPS) -> Answered:
    """Answer a question about one's own likeness.

    Raises:
        NotFound: there is no such question.
        NotYours: it is another's.
        TooLate: it is answered, or the film is cancelled, or nobody answered in time.
    """
    found = await Appearance.get_or_none(public_id=read_public_id(public_id)).select_related("likeness", "clip")
    if found is None or not found.asked_until:
        raise NotFound("refusal-no-such-question")
    if found.likeness.owner_id != asker.member_id:
        raise NotYours("refusal-not-your-likeness")
    author = found.clip.author_id

    async def work() -> Answered:
        await lock_member(author)
        one = await Appearance.get(id=found.id).select_related("likeness", "clip")
        if one.state != "asked":
            raise TooLate("refusal-already-answered")
        if how in ("no", "never"):
            if how == "never":
                await grants.forbid(one.likeness, author)
            await _turn_down(one, how)
            job = None
        else:
            await _say_yes(one, author, how, clips)
            job = None if await appearances.is_asked(one.clip_id) else await jobs.agreed(one.clip_id)
        await receipts.write(
            signer,
            "answered",
            {"likeness": one.likeness.public_id, "member": author, "answer": how, "clip": one.clip.public_id},
            likeness_id=one.likeness_id,
            clip_id=one.clip_id,
        )
        title = one.clip.title or one.clip.prompt
        return Answered(one.likeness.name, title, how, job.id if job else None, job.attempt if job else 0)

    return await atomically(work)


async def expire() -> int:
    """Turn down what nobody has answered in time; how many questions that were. Called again and again."""
    late = await Appearance.filter(state="asked", asked_until__lt=now()).limit(100).select_related("clip")

    async def work(appearance: Appearance) -> None:
        await lock_member(appearance.clip.author_id)
        one = await Appearance.get(id=appearance.id).select_related("likeness", "clip")
        if one.state == "asked":
            await _turn_down(one, "late")

    for appearance in late:
        await atomically(lambda appearance=appearance: work(appearance))  # type: ignore[misc]
    return len(late)


async def _say_yes(one: Appearance, author: int, how: Answer, clips: int) -> None:
    if how == "once":
        await appearances.say_yes(one, basis="once")
        return
    scope = {"week": Scope(until=now() + WEEK), "clips": Scope(clips=clips), "always": Scope()}[how]
    grant = await grants.allow(one.likeness, author, scope)
    await grants.use(grant.id)
    await appearances.say_yes(one, basis="grant", grant_id=grant.id)


async def _turn_down(one: Appearance, how: str) -> None:
    """The film is not made: its maker hears who did not agree."""
    await Appearance.filter(id=one.id).update(answer=how, answered_at=now())
    job = await Job.get_or_none(clip_id=one.clip_id, state="asking")
    why = "refusal-likeness-late" if how == "late" else "refusal-likeness-said-no"
    if job is not None:
        await jobs.block_job(job, NotAllowed(why, name=one.likeness.name))
    else:
        await appearances.release(one.clip_id)
