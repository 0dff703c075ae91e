"""Reads prompts for people who want to see what was understood, beside whatever the worker renders."""

import asyncio
import logging
from contextlib import suppress

from core import readings
from core.readings import wish_in
from core.records import Reading
from core.screenplay import parse
from core.screenplay.sheet import SheetShot
from core.signals import Signals
from generator.director.direct import Directed, directed
from generator.director.longer import longer
from generator.director.sheet import sheet_of
from generator.lexicon.lexicon import Meaning, lexicon
from generator.lexicon.words import Language

log = logging.getLogger(__name__)

LOOK_EVERY = 2.0  # seconds between two looks without a call


class Reader:
    """Reads what is due, as soon as it is called for."""

    def __init__(self, signals: Signals) -> None:
        self._signals = signals
        self._called = asyncio.Event()

    async def run(self) -> None:
        """Until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._listen())
            tasks.create_task(self._read_forever())

    async def _listen(self) -> None:
        async for event in self._signals.listen():
            if event.get("kind") == "read":
                self._called.set()

    async def _read_forever(self) -> None:
        while True:
            try:
                while await read_next():
                    pass
            except Exception:
                log.exception("readings")
            with suppress(TimeoutError):
                await asyncio.wait_for(self._called.wait(), LOOK_EVERY)
            self._called.clear()


async def read_next() -> bool:
    """Read the next prompt that is due; False if none is."""
    due = await readings.claim()
    if due is None:
        return False
    try:
        found, shots = await asyncio.to_thread(_read, due)
    except Exception:
        log.exception("reading %s", due.public_id)
        await readings.failed(due.id)
        return True
    await readings.done(due.id, shots, found.screenplay, **_facts(due.prompt, found))
    return True


def _read(due: Reading) -> tuple[Directed, list[SheetShot]]:
    wish = wish_in(due)
    found = directed(
        parse(wish.prompt, seconds=wish.seconds),
        seed=due.seed,
        orientation=wish.orientation,  # type: ignore[arg-type]  # checked when it was asked for
        style=wish.style,  # type: ignore[arg-type]
        seconds=wish.seconds,
        language="ja" if due.locale == "ja" else "en",
    )
    return found, sheet_of(found, found.board.language)


def _facts(prompt: str, found: Directed) -> dict[str, object]:
    """What is told beside the shots: title, length, style, who is there and where, in the film's language."""
    board = found.board
    places = dict.fromkeys(_said("place", shot.place, board.language) for shot in board.shots)
    return {
        "title": board.title,
        "seconds": board.seconds,
        "language": board.language,
        "style": board.style,
        "cast": [who.label for who in board.cast],
        "places": [place for place in places if place],
        "longer": longer(prompt, found),
        "notes": [[note.message, dict(note.params)] for note in board.notes],
    }


def _said(table: str, name: str, language: Language) -> str:
    return lexicon().said[language].get(Meaning(table, name), "")
