"""Albums: several pictures sent at once come as messages of their own, and are answered as one."""

import asyncio
from dataclasses import dataclass, field

from telegram import Message

QUIET_SECONDS = 0.7  # without another part: then the album is whole
LONGEST_SECONDS = 4.0


@dataclass
class _Album:
    parts: list[Message] = field(default_factory=list)
    another: asyncio.Event = field(default_factory=asyncio.Event)


class Albums:
    """The albums that are coming in."""

    def __init__(self) -> None:
        self._coming: dict[tuple[int, str], _Album] = {}

    async def whole(self, message: Message) -> list[Message] | None:
        """All parts of a message's album in their order, for whoever asks with its first; None for the others.

        A message that is of no album is one of itself.
        """
        if message.media_group_id is None:
            return [message]
        key = message.chat.id, message.media_group_id
        coming = self._coming.get(key)
        if coming is not None:
            coming.parts.append(message)
            coming.another.set()
            return None
        album = self._coming[key] = _Album([message])
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                while True:
                    album.another.clear()
                    await asyncio.wait_for(album.another.wait(), QUIET_SECONDS)
        except TimeoutError:
            pass
        finally:
            del self._coming[key]
        return sorted(album.parts, key=lambda part: part.message_id)
