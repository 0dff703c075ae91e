"""Asked each time: nothing is rendered before the one who is to be shown has said yes."""

import asyncio
from datetime import timedelta

import pytest

from core import drafts, jobs, making, remixing
from core.allowance import standing
from core.asking import Asker
from core.clock import now
from core.likeness import grants, permission, receipts, revocation
from core.likeness.grants import Scope
from core.likeness.permission import Answer
from core.likeness.receipts import Signer
from core.likeness.records import Appearance, Grant, Likeness
from core.records import Clip, Delivery, Job, Post
from core.refusals import NotAllowed, NotFound, NotYours, TooLate
from core.settings import Settings
from tests.core.conftest import FILM, Films, People
from tests.core.likeness.conftest import Faces


async def asked_for(clip_id: int) -> Appearance:
    return await Appearance.get(clip_id=clip_id)


async def film_of(asker: Asker, likeness: Likeness, wished: Films) -> making.Made:
    return await wished(asker, stars=(likeness.public_id,))


async def test_a_film_with_oneself_is_in_line_at_once(member: People, face: Faces, wished: Films) -> None:
    aki = await member("Aki")
    made = await film_of(aki, await face(aki), wished)
    assert made.asked == ()
    assert made.position == 1
    assert (await asked_for(made.clip_id)).basis == "own"


async def test_a_film_with_another_waits_for_their_answer(
    member: People, face: Faces, wished: Films, signer: Signer
) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    made = await film_of(ben, await face(aki, rule="approved"), wished)
    assert made.asked == ("Aki",)
    assert made.position is None
    assert await jobs.claim("w", 60) is None
    assert (await standing(ben.member_id, 30)).held == 1
    due = await Delivery.get(kind="ask")
    question = await asked_for(made.clip_id)
    assert due.params == {"appearance": question.public_id}

    answered = await permission.answer(aki, question.public_id, "once", signer)
    assert answered.queued == made.job_id
    claimed = await jobs.claim("w", 60)
    assert claimed is not None
    assert await jobs.finish(claimed.job_id, "w", claimed.attempt, FILM)
    assert (await asked_for(made.clip_id)).state == "shown"


@pytest.mark.parametrize(
    ("answer", "next_time"), [("once", "asked"), ("week", "in line"), ("clips", "in line"), ("always", "in line")]
)
async def test_what_a_yes_means_for_the_next_film(
    member: People, face: Faces, wished: Films, signer: Signer, answer: Answer, next_time: str
) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    likeness = await face(aki, rule="approved")
    first = await film_of(ben, likeness, wished)
    await permission.answer(aki, (await asked_for(first.clip_id)).public_id, answer, signer)
    second = await film_of(ben, likeness, wished)
    assert ("asked" if second.asked else "in line") == next_time


@pytest.mark.parametrize(("answer", "next_time"), [("no", ""), ("never", "refusal-likeness-never")])
async def test_a_no_costs_nothing_and_says_who_it_was(
    member: People, face: Faces, wished: Films, signer: Signer, answer: Answer, next_time: str
) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    likeness = await face(aki, rule="approved")
    made = await film_of(ben, likeness, wished)
    await permission.answer(aki, (await asked_for(made.clip_id)).public_id, answer, signer)
    assert (await Job.get(id=made.job_id)).state == "blocked"
    assert (await standing(ben.member_id, 30)).left == 30
    told = await Delivery.get(kind="failed")
    assert told.params == {"message": "refusal-likeness-said-no", "params": {"name": "Aki"}}
    if next_time:
        with pytest.raises(NotAllowed, match=next_time):
            await film_of(ben, likeness, wished)
    else:
        assert (await film_of(ben, likeness, wished)).asked


async def test_of_two_who_are_asked_both_have_to_agree(
    member: People, face: Faces, wished: Films, signer: Signer
) -> None:
    aki, ben, cho = await member("Aki"), await member("Ben"), await member("Cho")
    both = [await face(one, rule="approved") for one in (aki, ben)]
    made = await wished(cho, stars=tuple(one.public_id for one in both))
    assert made.asked == ("Aki", "Ben")
    first, second = await Appearance.filter(clip_id=made.clip_id).order_by("id")
    assert (await permission.answer(aki, first.public_id, "once", signer)).queued is None
    assert await jobs.claim("w", 60) is None
    assert (await permission.answer(ben, second.public_id, "once", signer)).queued == made.job_id


async def test_nobody_else_answers_and_nobody_twice(member: People, face: Faces, wished: Films, signer: Signer) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    question = await asked_for((await film_of(ben, await face(aki, rule="approved"), wished)).clip_id)
    with pytest.raises(NotYours):
        await permission.answer(ben, question.public_id, "always", signer)
    with pytest.raises(NotFound):
        await permission.answer(aki, "zzzzzzzz", "always", signer)
    await permission.answer(aki, question.public_id, "once", signer)
    with pytest.raises(TooLate):
        await permission.answer(aki, question.public_id, "no", signer)


async def test_a_question_that_nobody_answers_is_turned_down(member: People, face: Faces, wished: Films) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    made = await film_of(ben, await face(aki, rule="approved"), wished)
    assert await permission.expire() == 0
    await Appearance.all().update(asked_until=now() - timedelta(seconds=1))
    assert await permission.expire() == 1
    assert (await Delivery.get(kind="failed")).params["message"] == "refusal-likeness-late"
    assert (await Job.get(id=made.job_id)).state == "blocked"


async def test_a_cancelled_film_asks_no_more(member: People, face: Faces, wished: Films, signer: Signer) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    made = await film_of(ben, await face(aki, rule="approved"), wished)
    await jobs.cancel(ben)
    with pytest.raises(TooLate):
        await permission.answer(aki, (await asked_for(made.clip_id)).public_id, "once", signer)
    assert await jobs.claim("w", 60) is None


async def test_the_last_clip_of_a_grant_is_had_once_however_many_want_it(
    member: People, face: Faces, wished: Films
) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    likeness = await face(aki)
    await grants.allow(likeness, ben.member_id, Scope(clips=1))
    outcomes = await asyncio.gather(*[film_of(ben, likeness, wished) for _ in range(4)], return_exceptions=True)
    assert sum(isinstance(one, making.Made) for one in outcomes) == 1
    assert sum(isinstance(one, NotAllowed) for one in outcomes) == 3
    assert (await Grant.get(likeness_id=likeness.id)).left == 0


async def test_a_film_that_comes_to_nothing_gives_its_clip_back(member: People, face: Faces, wished: Films) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    likeness = await face(aki)
    await grants.allow(likeness, ben.member_id, Scope(clips=1))
    made = await film_of(ben, likeness, wished)
    claimed = await jobs.claim("w", 60)
    assert claimed is not None
    await jobs.fail(made.job_id, "w", claimed.attempt, reference="abc", retry=False)
    assert (await Grant.get(likeness_id=likeness.id)).left == 1


async def test_four_are_one_too_many(member: People, face: Faces, wished: Films) -> None:
    people = [await member(name) for name in ("Aki", "Ben", "Cho", "Dai")]
    faces = [await face(one, rule="everyone") for one in people]
    with pytest.raises(NotAllowed, match="refusal-too-many-stars"):
        await wished(people[0], stars=tuple(one.public_id for one in faces))
    with pytest.raises(NotFound, match="refusal-no-such-likeness"):
        await wished(people[0], stars=("zzzzzzzz",))
    assert not await Clip.exists()


async def test_a_remix_needs_the_consent_again(member: People, face: Faces, wished: Films, settings: Settings) -> None:
    aki, ben, cho = await member("Aki"), await member("Ben"), await member("Cho")
    likeness = await face(aki, rule="approved")
    await grants.allow(likeness, ben.member_id, Scope())
    made = await film_of(ben, likeness, wished)
    claimed = await jobs.claim("w", 60)
    assert claimed is not None
    await jobs.finish(made.job_id, "w", claimed.attempt, FILM)
    await drafts.post(ben, made.public_id)
    mine = await remixing.remix(ben, made.public_id, "at night", key="a", settings=settings)
    theirs = await remixing.remix(cho, made.public_id, "at night", key="b", settings=settings)
    assert (mine.asked, theirs.asked) == ((), ("Aki",))


@pytest.mark.parametrize("change", ["forbid", "end", "only me", "revoke"])
@pytest.mark.parametrize("moment", ["in line", "being made", "draft"])
async def test_a_yes_that_is_taken_back_shuts_every_door(
    member: People, face: Faces, wished: Films, signer: Signer, change: str, moment: str
) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    likeness = await face(aki, rule="everyone")
    if change == "end":
        likeness.rule = "approved"
        await likeness.save()
        await grants.allow(likeness, ben.member_id, Scope())
    made = await film_of(ben, likeness, wished)
    claimed = None
    if moment != "in line":
        claimed = await jobs.claim("w", 60)
        assert claimed is not None
    if moment == "draft":
        assert claimed is not None
        assert await jobs.finish(made.job_id, "w", claimed.attempt, FILM)

    match change:
        case "forbid":
            await grants.forbid(likeness, ben.member_id)
        case "end":
            await grants.end(likeness, ben.member_id)
        case "only me":
            await Likeness.filter(id=likeness.id).update(rule="me", version=likeness.version + 1)
        case "revoke":
            await revocation.revoke(likeness.id, signer)

    match moment:
        case "in line":
            assert await jobs.claim("w", 60) is None
        case "being made":
            assert claimed is not None
            assert not await jobs.finish(made.job_id, "w", claimed.attempt, FILM)
        case "draft":
            with pytest.raises((NotAllowed, NotFound)):
                await drafts.post(ben, made.public_id)
    assert (await Clip.get(id=made.clip_id)).state in ("draft", "removed")
    if moment != "draft":
        assert (await Job.get(id=made.job_id)).state == "blocked"
        assert (await standing(ben.member_id, 30)).left == 30


async def test_a_revocation_says_what_it_reached_and_takes_posts_down(
    member: People, face: Faces, wished: Films, signer: Signer
) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    likeness = await face(aki, rule="everyone")
    posted, draft, waiting = [await film_of(ben, likeness, wished) for _ in range(3)]
    for _ in range(2):
        claimed = await jobs.claim("w", 60)
        assert claimed is not None
        await jobs.finish(claimed.job_id, "w", claimed.attempt, FILM)
    await drafts.post(ben, posted.public_id)
    for number in range(2):
        await Post.create(clip_id=posted.clip_id, platform="web", channel="stage", message_id=str(number))

    reached = await revocation.revoke(likeness.id, signer)
    assert reached == revocation.Reached(jobs=1, drafts=1, films=1, posts=2)
    assert await revocation.revoke(likeness.id, signer) == revocation.Reached()
    assert [clip.state for clip in await Clip.all()] == ["removed"] * 3
    assert await revocation.standing(likeness.id) == revocation.TakenDown(gone=0, due=2, failed=0)
    assert (await Likeness.get(id=likeness.id)).key == ""
    kinds = [receipt.body.count('"kind":"revoked"') for receipt in await _receipts()]
    assert sum(kinds) == 1
    assert draft.clip_id != waiting.clip_id


async def _receipts() -> list[receipts.Link]:
    links, _ = await receipts.chain()
    return links
