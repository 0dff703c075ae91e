import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.making import Made, Wish, check_prompt, edit, make, reroll
from core.records import AllowanceEntry, Clip, Job
from core.refusals import BadInput, NotAMember, NotFound, NotYours, Spent
from core.settings import Settings
from tests.core.conftest import Films, Others, People


async def test_a_wish_becomes_a_clip_a_job_and_a_held_place(member: People, settings: Settings) -> None:
    aki = await member("Aki", channel="stage")
    wish = Wish(
        "猫が踊っている動画を作って", seconds=12, orientation="square", style="sumi", pictures=("p", "q"), seed=7
    )
    made = await make(aki, wish, key="k", settings=settings)
    clip, job = await Clip.get(id=made.clip_id), await Job.get(id=made.job_id)
    assert (clip.prompt, clip.seed, clip.pictures, clip.state) == (wish.prompt, 7, ("p", "q"), "draft")
    assert clip.wish == {"seconds": 12, "orientation": "square", "style": "sumi"}
    assert (job.state, job.platform, job.channel, job.film_seconds) == ("queued", "web", "stage", 12)
    assert (await AllowanceEntry.get(clip_id=clip.id)).state == "held"
    assert (made.created, made.position, made.standing.held, made.public_id) == (True, 1, 1, clip.public_id)


async def test_nothing_at_all_is_a_wish_too(member: People, wished: Films) -> None:
    made = await wished(await member("Aki"), "")
    assert (await Clip.get(id=made.clip_id)).prompt == ""


async def test_the_same_request_made_twenty_times_at_once_is_one_film(member: People, settings: Settings) -> None:
    aki = await member("Aki")
    made = await asyncio.gather(*(make(aki, Wish("a cat"), key="same", settings=settings) for _ in range(20)))
    assert len({one.clip_id for one in made}) == len({one.job_id for one in made}) == 1
    assert sum(one.created for one in made) == 1
    assert await Clip.all().count() == await Job.all().count() == await AllowanceEntry.all().count() == 1


async def test_a_repeat_finds_its_film_even_when_the_allowance_is_spent_by_now(
    member: People, settings: Settings
) -> None:
    aki = await member("Aki")
    one = settings.model_copy(update={"clips_per_day": 1})
    first = await make(aki, Wish("a cat"), key="k", settings=one)
    again = await make(aki, Wish("a cat"), key="k", settings=one)
    assert (again.clip_id, again.created) == (first.clip_id, False)


async def test_keys_of_two_members_never_meet_however_long_they_are(member: People, settings: Settings) -> None:
    aki, ben = await member("Aki"), await member("Ben")
    made = [await make(asker, Wish("a cat"), key="x" * 300, settings=settings) for asker in (aki, ben, aki)]
    assert [one.created for one in made] == [True, True, False]


async def test_a_hundred_requests_at_once_never_exceed_the_allowance(member: People, settings: Settings) -> None:
    aki = await member("Aki")
    outcomes = await asyncio.gather(
        *(make(aki, Wish("a cat"), key=str(number), settings=settings) for number in range(100)),
        return_exceptions=True,
    )
    assert sum(isinstance(outcome, Made) for outcome in outcomes) == 30
    assert sum(isinstance(outcome, Spent) for outcome in outcomes) == 70
    assert await Clip.all().count() == await Job.all().count() == 30


async def test_a_hundred_requests_from_four_processes_never_exceed_the_allowance(
    member: People, others: Others
) -> None:
    aki = await member("Aki")
    processes = await others.start(*(("make_many", aki.external_id, str(number)) for number in range(4)))
    accepted = [await others.line(process) for process in processes]
    assert sum(accepted) == 30
    assert await Clip.all().count() == await Job.filter(state="queued").count() == 30


async def test_a_guest_cannot_make_films(guest: People, wished: Films) -> None:
    with pytest.raises(NotAMember, match="refusal-not-a-member"):
        await wished(await guest("Ben"))


async def test_a_script_of_forty_shots_is_taken_and_one_of_a_hundred_refused(
    member: People, wished: Films, settings: Settings
) -> None:
    aki = await member("Aki")

    def script(shots: int) -> str:
        return "\n".join(f"SHOT {number}: a cat" for number in range(1, shots + 1))

    assert (await wished(aki, script(40))).created
    with pytest.raises(BadInput, match="refusal-too-many-shots") as refused:
        await wished(aki, script(100))
    assert refused.value.params == {"shots": 100, "limit": 60}


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        (Wish("あ" * 10_000), "refusal-prompt-too-long"),
        (Wish("a cat", seconds=1.9), "refusal-seconds-range"),
        (Wish("a cat", seconds=60.5), "refusal-seconds-range"),
        (Wish("a cat", seconds=float("nan")), "refusal-seconds-range"),
        (Wish("a cat", orientation="round"), "refusal-not-a-choice"),
        (Wish("a cat", style="cubist"), "refusal-not-a-choice"),
    ],
)
async def test_what_cannot_be_made_is_refused_and_leaves_nothing(
    member: People, settings: Settings, wish: Wish, message: str
) -> None:
    aki = await member("Aki")
    with pytest.raises(BadInput, match=message):
        await make(aki, wish, key="k", settings=settings)
    assert await Clip.all().count() == await AllowanceEntry.all().count() == 0


async def test_a_reroll_keeps_the_wish_and_changes_the_seed(member: People, settings: Settings) -> None:
    aki = await member("Aki")
    wish = Wish("a cat", seconds=9, orientation="landscape", style="noir", pictures=("p", "q"))
    first = await make(aki, wish, key="1", settings=settings)
    second = await reroll(aki, f" {first.public_id.upper()}", key="2", settings=settings)
    one, other = await Clip.get(id=first.clip_id), await Clip.get(id=second.clip_id)
    assert (other.prompt, other.wish, other.pictures) == (one.prompt, one.wish, one.pictures)
    assert other.seed != one.seed


async def test_an_edit_keeps_the_seed_and_changes_the_prompt(member: People, settings: Settings) -> None:
    aki = await member("Aki")
    first = await make(aki, Wish("a cat", seconds=9), key="1", settings=settings)
    second = await edit(aki, first.public_id, "a dog", key="2", settings=settings)
    one, other = await Clip.get(id=first.clip_id), await Clip.get(id=second.clip_id)
    assert (other.prompt, other.wish, other.seed) == ("a dog", one.wish, one.seed)


async def test_only_ones_own_films_can_be_made_again(member: People, wished: Films, settings: Settings) -> None:
    aki, eve = await member("Aki"), await member("Eve")
    made = await wished(aki)
    with pytest.raises(NotYours, match="refusal-not-yours"):
        await reroll(eve, made.public_id, key="k", settings=settings)
    with pytest.raises(NotYours, match="refusal-not-yours"):
        await edit(eve, made.public_id, "a dog", key="k", settings=settings)
    for unknown in ("zzzzzzzz", "", "🐈", "' OR 1=1 --"):
        with pytest.raises(NotFound, match="refusal-no-such-clip"):
            await reroll(aki, unknown, key="k", settings=settings)


async def test_the_title_of_a_script_is_known_from_the_start(member: People, wished: Films) -> None:
    made = await wished(await member("Aki"), "Title: Cats (12 s)\nSHOT: wide, a cat on a roof")
    assert (await Clip.get(id=made.clip_id)).title == "Cats"
    assert (await Job.get(id=made.job_id)).film_seconds == 12


def test_a_prompt_loses_what_nobody_can_see_and_keeps_the_rest() -> None:
    assert check_prompt("\ufeff a\x00 cat\r\nsays\u202e hi\x1b[31m\u2028bye\t! ", 100) == "a cat\nsays hi[31m\nbye\t!"
    assert check_prompt("👩\u200d🚀 سلام می\u200cخواهم", 100) == "👩\u200d🚀 سلام می\u200cخواهم"
    assert check_prompt("\u202e\x07 \n", 100) == ""


@given(st.text(max_size=200))
def test_a_clean_prompt_stays_as_it_is(text: str) -> None:
    once = check_prompt(text, 1000)
    assert check_prompt(once, 1000) == once
