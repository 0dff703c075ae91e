"""An interaction as a person sees it: asked, acknowledged or not, answered by messages, a form or choices."""

import asyncio
from dataclasses import dataclass, field
from typing import Self

from tests.doubles.discord.answers import Json
from tests.doubles.discord.world import Channel, Guild, Message, User

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5  # interaction types
SAY, DEFER, DEFER_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9  # ways to answer
SECONDS_TO_ACKNOWLEDGE = 3.0
TOKEN_SECONDS = 15 * 60.0
FOLLOWUPS_OF_GUESTS = 5  # where the application is installed by the person alone


@dataclass(eq=False, repr=False)
class Interaction:
    """One use of a command, a button, a select or a form."""

    id: int
    token: str
    kind: int
    name: str  # of the command, or the custom id
    user: User
    channel: Channel
    guild: Guild | None
    born: float
    file_limit: int
    guest: bool  # whether the application is here for this person alone
    permissions: int  # the bot's, here
    message: Message | None = None  # that was pressed, or that the form came from
    acked_after: float | None = None  # seconds; None: the person reads "the application did not respond"
    way: int | None = None  # how it was answered first
    modal: Json | None = None
    choices: list[Json] | None = None
    original: Message | None = None
    messages: list[Message] = field(default_factory=list)  # the original answer, then followups
    followups: int = 0
    metadata: Json = field(default_factory=dict)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def deferred(self) -> bool:
        """Whether it was acknowledged before there was an answer."""
        return self.way in (DEFER, DEFER_UPDATE)

    @property
    def thinking(self) -> bool:
        """Whether the person still reads that the application is thinking."""
        return self.original is not None and self.original.flags & 1 << 7 != 0 and not self.original.deleted

    @property
    def text(self) -> str:
        """Everything that was answered."""
        return "\n".join(message.text for message in self.messages if not message.deleted)

    async def settled(self, timeout: float = 5.0) -> Self:  # noqa: ASYNC109
        """Itself, once it is acknowledged and no longer thinking.

        Raises:
            TimeoutError: it is still waiting.
        """
        async with asyncio.timeout(timeout):
            while self.acked_after is None or self.thinking:
                await self._changed.wait()
                self._changed.clear()
        return self

    def touched(self) -> None:
        """Something has become of it."""
        self._changed.set()

    def __repr__(self) -> str:
        acked = "not acknowledged" if self.acked_after is None else f"acknowledged after {self.acked_after:.2f} s"
        return f"<interaction {self.name!r} of {self.user}, {acked}: {self.messages}>"
