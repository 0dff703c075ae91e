"""A film that may have been said already: looked for before it is said again.

Telegram has no key by which the same message is taken once only, and a bot cannot read what stands in a chat. But the
numbers of messages grow, and an edit of a caption tells cases apart: there is no such message, it is not ours to edit,
or it is "not modified", and then it is the very message that we wanted to send. Messages of ours that are known by
their numbers are left out, and those without a film refuse the edit. What can be changed by looking is another film
that was lost sight of in the same moment, which gets its own words back when it is looked for itself.
"""

from telegram import Bot, Message
from telegram.error import BadRequest

from bots.telegram.draw import Drawn
from bots.telegram.places import Place
from core import feed

FARTHEST = 60  # messages of others and lost ones that are looked at
BEFORE = 30  # numbers before the newest known one at which the search begins if it is not known when it was said
END = 6  # numbers in a row that no message has: the end of the chat
REMEMBERED = 1000  # tries to say something
_UNCHANGED = "message is not modified"
_NONE = "message to edit not found"


class Sightings:
    """The newest message number seen in each chat, now and when something was tried to be said."""

    def __init__(self, platform: str) -> None:
        self._platform = platform
        self._newest: dict[int, int] = {}
        self._tried: dict[str, int] = {}  # by key

    def saw(self, message: Message) -> None:
        """A message, of whoever."""
        self._newest[message.chat.id] = max(message.message_id, self._newest.get(message.chat.id, 0))

    def tries(self, place: Place, key: str) -> None:
        """Something is about to be said: if it is, then under a later number than any seen so far."""
        if key and place.chat in self._newest:
            self._tried.setdefault(key, self._newest[place.chat])
            while len(self._tried) > REMEMBERED:
                del self._tried[next(iter(self._tried))]

    def said(self, key: str, message: Message) -> None:
        """It was said, and we were told so."""
        self._tried.pop(key, None)
        self.saw(message)

    async def find(self, bot: Bot, place: Place, key: str, what: Drawn, size: int) -> int | None:
        """The number of the message that says `what` with a film of `size` bytes, if it stands in the chat already."""
        known = await feed.numbers_in(self._platform, str(place.chat))
        newest = max(self._newest.get(place.chat, 0), *known, 0)
        looked = missing = 0
        number = self._tried.get(key, max(0, newest - BEFORE))
        while looked < FARTHEST and (missing < END or number < newest):
            number += 1
            if number in known:
                continue
            looked += 1
            try:
                message = await bot.edit_message_caption(
                    place.chat,
                    number,
                    caption=what.text.plain,
                    caption_entities=what.text.entities,
                    reply_markup=what.keyboard,
                )
            except BadRequest as error:
                said = error.message.lower()
                if _UNCHANGED in said:
                    return number
                missing = missing + 1 if _NONE in said else 0
            else:
                missing = 0
                if isinstance(message, Message) and message.video is not None and message.video.file_size == size:
                    return number
        return None
