from datetime import timedelta

from core import renditions
from core.clock import now
from core.records import Rendition

FILM = "a" * 32 + ".mp4"


async def test_a_smaller_take_is_asked_for_once_and_found_when_it_is_made(database: str) -> None:
    for _ in range(2):
        found = await renditions.fitting(FILM, 1000)
        assert (found.name, found.pending) == (None, True)
    due = await renditions.claim()
    assert due is not None
    assert (due.source, due.max_bytes) == (FILM, 1000)
    assert await renditions.claim() is None
    assert await renditions.made(due.id, "b" * 32 + ".mp4")
    assert not await renditions.made(due.id, "c" * 32 + ".mp4")
    assert (await renditions.fitting(FILM, 1000)).name == "b" * 32 + ".mp4"
    assert await renditions.names_of(FILM) == ["b" * 32 + ".mp4"]
    assert not await Rendition.exists()


async def test_one_that_a_dead_worker_had_in_hand_is_made_by_the_next(database: str) -> None:
    await renditions.fitting(FILM, 1000)
    assert await renditions.claim() is not None
    await Rendition.all().update(claimed_until=now() - timedelta(seconds=1))
    assert await renditions.claim() is not None


async def test_what_cannot_be_made_that_small_is_not_asked_for_again(database: str) -> None:
    await renditions.fitting(FILM, 10)
    due = await renditions.claim()
    assert due is not None
    await renditions.impossible(due.id)
    found = await renditions.fitting(FILM, 10)
    assert (found.name, found.pending) == (None, False)
    assert await renditions.claim() is None
