"""A film that may have been said already: looked for before it is said again.

Telegram has no key by which the same message is taken once only, and a bot cannot read what stands in a chat. But the
numbers of messages grow, and an edit of a caption tells cases apart: there is no such message, it is not ours to edit,
or it is "not modified", and then it is the very message that we wanted to send. Messages of ours that are known by
their numbers are left out, and those without a film refuse the edit. What can be changed by looking is another film
that was lost sight of in the same moment, which gets its own words back when it is looked for itself.
"""

from enum import Enum, auto

from telegram import Bot, Message
from telegram.error import BadRequest

from bots.telegram.draw import Drawn
from bots.telegram.places import Place
from core import feed

FARTHEST = 60  # messages of others and lost ones that are looked at
BEFORE = 30  # numbers before the newest known one at which the search begins if it is not known when it was said
END = 6  # numbers in a row that no message has: the end of the chat
AT_ONCE = 200  # numbers that are asked about at a time
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
        newest = self._newest.get(place.chat) or int(await feed.newest_post(self._platform, str(place.chat)) or 0)
        start = self._tried.get(key, max(0, newest - BEFORE)) + 1
        looked = missing = 0
        while True:
            numbers = range(start, start + AT_ONCE)
            known = await feed.known_among(self._platform, str(place.chat), [str(number) for number in numbers])
            for number in numbers:
                if looked >= FARTHEST or (missing >= END and number > newest):
                    return None
                if str(number) in known:
                    continue
                looked += 1
                seen = await _look(bot, place, number, what, size)
                if seen is Seen.IT:
                    return number
                missing = missing + 1 if seen is Seen.NOTHING else 0
            start += AT_ONCE


class Seen(Enum):
    """What stands under a number."""

    IT = auto()
    ANOTHER = auto()
    NOTHING = auto()


async def _look(bot: Bot, place: Place, number: int, what: Drawn, size: int) -> Seen:
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
        return Seen.IT if _UNCHANGED in said else Seen.NOTHING if _NONE in said else Seen.ANOTHER
    film = message.video if isinstance(message, Message) else None
    return Seen.IT if film is not None and film.file_size == size else Seen.ANOTHER
