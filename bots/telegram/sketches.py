"""What there is to look at while a film is made, in the message that shows how far it is."""

from telegram import Bot, InputMediaAnimation, InputMediaPhoto

from bots.cards import Sketch
from bots.telegram.draw import Drawn
from bots.telegram.places import Place
from core.storage import Storage

REMEMBERED = 1000  # messages


class Sketches:
    """Sends a sketch once: while it stands in a message, only the words under it change."""

    def __init__(self, bot: Bot, storage: Storage) -> None:
        self._bot = bot
        self._storage = storage
        self._standing: dict[tuple[int, int], str] = {}  # (chat, message): what is shown

    async def show(self, place: Place, number: int, what: Drawn, sketch: Sketch) -> None:
        """Let a message show it; blurred in a group, where it is nobody else's business yet.

        Raises:
            TelegramError: as any edit.
        """
        plain, entities = what.text.plain, what.text.entities
        if self._standing.get((place.chat, number)) == sketch.shown:
            await self._bot.edit_message_caption(
                place.chat, number, caption=plain, caption_entities=entities, reply_markup=what.keyboard
            )
            return
        content = self._storage.path(sketch.shown).read_bytes()
        media: InputMediaAnimation | InputMediaPhoto
        if sketch.film is not None:
            media = InputMediaAnimation(
                content,
                caption=plain,
                caption_entities=entities,
                width=sketch.width,
                height=sketch.height,
                has_spoiler=place.is_group,
                filename="sketch.mp4",
            )
        else:
            media = InputMediaPhoto(content, caption=plain, caption_entities=entities, has_spoiler=place.is_group)
        await self._bot.edit_message_media(media, place.chat, number, reply_markup=what.keyboard)
        self._standing[place.chat, number] = sketch.shown
        while len(self._standing) > REMEMBERED:
            del self._standing[next(iter(self._standing))]
