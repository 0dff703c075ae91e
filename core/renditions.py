"""Smaller takes of a film, for places that do not take it as it is: asked for by a messenger, made by a worker.

A rendition is found by what it was made from and how large it may be; it is asked for once and made once.
"""

from dataclasses import dataclass
from datetime import timedelta

from tortoise.exceptions import IntegrityError
from tortoise.expressions import Q

from core.clock import now
from core.records import Rendition

CLAIM_SECONDS = 300.0  # a worker that dies over one loses it to the next after this time


@dataclass(frozen=True, slots=True)
class Found:
    """A smaller take: its storage name, or that it is still being made. Neither: it cannot be made that small."""

    name: str | None
    pending: bool


async def fitting(source: str, max_bytes: int) -> Found:
    """The take of a stored film that has `max_bytes` at the most; asked for if nobody did yet."""
    found = await Rendition.get_or_none(source=source, max_bytes=max_bytes)
    if found is None:
        try:
            found = await Rendition.create(source=source, max_bytes=max_bytes)
        except IntegrityError:  # asked for twice at once
            found = await Rendition.get(source=source, max_bytes=max_bytes)
    return Found(found.name, found.state == "due")


async def claim() -> Rendition | None:
    """The next one to make; nobody else gets it for CLAIM_SECONDS."""
    moment = now()
    free = Q(claimed_until=None) | Q(claimed_until__lte=moment)
    for due in await Rendition.filter(free, state="due").order_by("id").limit(4):
        if await Rendition.filter(free, id=due.id, state="due").update(
            claimed_until=moment + timedelta(seconds=CLAIM_SECONDS)
        ):
            return due
    return None


async def made(rendition_id: int, name: str) -> bool:
    """It is made, under that storage name; False if somebody else was first, and the file is of no use."""
    return bool(await Rendition.filter(id=rendition_id, state="due").update(state="done", name=name))


async def impossible(rendition_id: int) -> None:
    """It cannot be made: no picture is left at that size, or the film is gone."""
    await Rendition.filter(id=rendition_id, state="due").update(state="failed")


async def names_of(source: str) -> list[str]:
    """The storage names of all takes of a film, to delete with it."""
    names = await Rendition.filter(source=source, name__not_isnull=True).values_list("name", flat=True)
    await Rendition.filter(source=source).delete()
    return [str(name) for name in names]
