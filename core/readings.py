"""Readings: a prompt as a director understands it, asked for before a film is, for its maker to see and change.

A worker reads beside whatever it renders; that takes a moment, so whoever asks waits for it.
"""

import asyncio
import secrets
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import timedelta
from typing import Any

from tortoise.expressions import Q

from core.asking import Asker
from core.clips import own_clip
from core.clock import now
from core.ids import new_public_id, read_public_id
from core.making import SEED_BITS, Wish, checked, wish_of
from core.records import Reading
from core.refusals import NotFound, Retryable
from core.screenplay import Screenplay, parse, write
from core.screenplay.sheet import SheetShot, screenplay_of
from core.settings import Settings

CLAIM_SECONDS = 10.0  # a worker that dies over one loses it to the next after this time
PATIENCE = 2.3  # seconds that somebody waits; a form has to be opened within three
LOOK_EVERY = 0.05
KEPT_DAYS = 7


async def ask(asker: Asker, wish: Wish, settings: Settings) -> Reading:
    """Ask for a reading. Raises as `making.make` for what cannot be made."""
    wish, _ = checked(wish, settings)
    await Reading.filter(member_id=asker.member_id, created_at__lt=now() - timedelta(days=KEPT_DAYS)).delete()
    return await Reading.create(
        public_id=new_public_id(),
        member_id=asker.member_id,
        locale=asker.locale,
        prompt=wish.prompt,
        wish={
            "seconds": wish.seconds,
            "orientation": wish.orientation,
            "style": wish.style,
            "pictures": list(wish.pictures),
        },
        seed=wish.seed if wish.seed is not None else secrets.randbits(SEED_BITS),
    )


async def of_clip(asker: Asker, public_id: str, settings: Settings) -> Reading:
    """Ask how a clip of one's own was read. Raises NotFound and NotYours."""
    clip = await own_clip(asker, public_id)
    return await ask(asker, wish_of(clip), settings)


async def read(reading_id: int) -> Reading:
    """The reading, once it is read.

    Raises:
        Retryable: no worker has read it in time.
    """
    until = time.monotonic() + PATIENCE
    while True:
        reading = await Reading.get(id=reading_id)
        if reading.state == "read":
            return reading
        if reading.state == "failed" or time.monotonic() > until:
            raise Retryable("nobody reads")
        await asyncio.sleep(LOOK_EVERY)


async def own(asker: Asker, public_id: str) -> Reading:
    """A reading of the asker's. NotFound if there is none (any more)."""
    found = await Reading.get_or_none(public_id=read_public_id(public_id), member_id=asker.member_id, state="read")
    if found is None:
        raise NotFound("refusal-no-such-storyboard")
    return found


async def changed(asker: Asker, reading: Reading, shots: Sequence[SheetShot], settings: Settings) -> Reading:
    """Ask for a reading of the same film with other shots; the seed stays, so that what nobody changed does too."""
    play = screenplay_of(shots, parse(str(reading.sheet.get("base", ""))))
    wish = replace(wish_in(reading), prompt=write(play), seconds=None)
    return await ask(asker, wish, settings)


async def swollen(asker: Asker, reading: Reading, settings: Settings) -> Reading:
    """Ask for a reading of the longer version that was offered. NotFound if none was."""
    text = reading.sheet.get("longer")
    if not isinstance(text, str):
        raise NotFound("refusal-no-such-storyboard")
    return await ask(asker, replace(wish_in(reading), prompt=text), settings)


def wish_in(reading: Reading) -> Wish:
    """The film that was read, as a wish."""
    asked: dict[str, Any] = dict(reading.wish)
    return Wish(
        prompt=reading.prompt,
        seconds=asked.get("seconds"),
        orientation=asked.get("orientation") or "portrait",
        style=asked.get("style"),
        pictures=tuple(asked.get("pictures") or ()),
        seed=reading.seed,
    )


def shots_in(reading: Reading) -> list[SheetShot]:
    """The shots of a sheet."""
    shots: Any = reading.sheet.get("shots", [])
    return [SheetShot(**shot) for shot in shots]


# --- a worker's side --------------------------------------------------------------------------------------------------


async def claim() -> Reading | None:
    """The next one to read; nobody else gets it for CLAIM_SECONDS."""
    moment = now()
    free = Q(claimed_until=None) | Q(claimed_until__lte=moment)
    for due in await Reading.filter(free, state="due").order_by("id").limit(4):
        if await Reading.filter(free, id=due.id, state="due").update(
            claimed_until=moment + timedelta(seconds=CLAIM_SECONDS)
        ):
            return due
    return None


async def done(reading_id: int, shots: Sequence[SheetShot], base: Screenplay, **facts: object) -> None:
    """It was read. `base` is the screenplay of which everything but the shots is kept."""
    rest = write(replace(base, premise="", beats=(), shots=(), seconds=None, title=base.title))
    sheet: Mapping[str, object] = {"shots": [asdict(shot) for shot in shots], "base": rest, **facts}
    await Reading.filter(id=reading_id, state="due").update(state="read", sheet=dict(sheet))


async def failed(reading_id: int) -> None:
    """It cannot be read: a bug."""
    await Reading.filter(id=reading_id, state="due").update(state="failed")
