"""What a parameter may be, while somebody types it: their films, the commands."""

from collections.abc import Awaitable, Callable, Mapping

from bots.answers.case import Case
from bots.clip_cards import shortened
from bots.commands import COMMANDS
from core import clips

MOST = 25  # as many as Discord shows
LABEL = 90  # characters; Discord takes 100

Complete = Callable[[Case, str], Awaitable[list[tuple[str, str]]]]


async def own_films(case: Case, typed: str) -> list[tuple[str, str]]:
    """The asker's films that the command can be used on, the newest first."""
    found = await clips.find_own(case.asker, typed, state=_STATES.get(case.request.command), limit=MOST)
    surprise = case.say("progress-surprise")
    return [
        (clip.public_id, shortened(f"{clip.public_id} {clip.title or clip.prompt or surprise}", LABEL))
        for clip in found
    ]


async def commands(case: Case, typed: str) -> list[tuple[str, str]]:
    """Commands by the beginning of their name."""
    start = typed.lstrip("/").lower()
    return [
        (command.name, shortened(f"/{command.name} {case.say(f'command-{command.name}')}", LABEL))
        for command in COMMANDS
        if command.listed and command.name.startswith(start)
    ][:MOST]


_STATES = {"post": "draft", "discard": "draft"}

COMPLETIONS: Mapping[str, Complete] = {"clip": own_films, "command": commands}
