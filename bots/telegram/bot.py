"""The Telegram bot: updates in, requests to the desk, cards out. Nothing is decided here."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from telegram import (
    Bot,
    CallbackQuery,
    Chat,
    ChatMember,
    ChatMemberRestricted,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    ReactionTypeEmoji,
    ReplyParameters,
    Update,
    User,
)
from telegram.error import TelegramError
from telegram.ext import Application, ContextTypes, TypeHandler

from bots.arguments import with_leading
from bots.cards import Card, Form
from bots.commands import BY_NAME, PICTURES
from bots.desk import Desk
from bots.pictures import check_size, taken_in
from bots.presses import decode
from bots.requests import Request
from bots.telegram.albums import Albums
from bots.telegram.asking import Admins, Picture, pictures_of, request_of
from bots.telegram.draw import is_listed, listed
from bots.telegram.inline import inline_answer
from bots.telegram.outlet import PLATFORM, TelegramOutlet
from bots.telegram.places import Place, place_of
from bots.telegram.questions import answered, ask
from bots.typed import read_typed
from core import drafts, feed, happenings, places
from core.asking import private_channel
from core.refusals import BadInput, Refusal, Retryable, Unreachable

log = logging.getLogger(__name__)

UPDATES = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
    Update.CHAT_MEMBER,
    Update.MESSAGE_REACTION,
]
ALERT = 200  # characters of an answer to a button that pops up for the one who pressed it
SEEN = 4096  # updates that are remembered, as Telegram may send one twice
TRIES = 5  # to say an answer
PRESS_SECONDS = 2.0  # for an answer to pop up over its button; a slower one comes as a message
_OUT = (ChatMember.LEFT, ChatMember.BANNED)

Result = TypeVar("Result")


class TelegramBot:
    """Hears one bot account's updates."""

    def __init__(self, desk: Desk, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        self.desk = desk
        self.bot: Bot = application.bot
        self.outlet = TelegramOutlet(desk.house, self.bot)
        self._admins = Admins(self.bot)
        self._albums = Albums()
        self._seen: OrderedDict[int, None] = OrderedDict()
        application.add_handler(TypeHandler(Update, self._hear))

    async def _hear(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.update_id in self._seen:
            return
        self._seen[update.update_id] = None
        if len(self._seen) > SEEN:
            self._seen.popitem(last=False)
        try:
            await self._dispatch(update)
        except (TelegramError, Retryable, Unreachable) as error:
            log.warning("update %s: %s", update.update_id, error)
        except Exception:
            log.exception("update %s", update.update_id)

    async def _dispatch(self, update: Update) -> None:
        message, user = update.message, update.effective_user
        if message is not None:
            self.outlet.sightings.saw(message)
        if update.callback_query is not None:
            await self._press(update.callback_query)
        elif update.inline_query is not None:
            await inline_answer(self.desk, update.inline_query)
        elif update.message_reaction is not None:
            await self._reaction(update)
        elif update.my_chat_member is not None:
            await self._own_standing(update)
        elif update.chat_member is not None:
            self._admins.forget(update.chat_member.chat.id)
            if update.chat_member.new_chat_member.status in _OUT:
                await self._left(update.chat_member.chat, update.chat_member.new_chat_member.user)
        elif message is not None and message.left_chat_member is not None:
            await self._left(message.chat, message.left_chat_member)
        elif message is not None and message.migrate_to_chat_id is not None:
            await happenings.community_moved(PLATFORM, str(message.chat.id), str(message.migrate_to_chat_id))
        elif update.edited_message is not None and user is not None and not user.is_bot:
            await self._comment(update.edited_message, user)
        elif message is not None and user is not None and _is_somebody(message, user):
            await self._message(message, user)

    # --- messages ----------------------------------------------------------------------------------------------------

    async def _message(self, message: Message, user: User) -> None:
        if message.chat.type == Chat.PRIVATE:
            await happenings.private_chat(PLATFORM, str(user.id), str(message.chat.id))
        parts = await self._albums.whole(message)
        if parts is None:
            return
        message = next((part for part in parts if part.caption), parts[0])
        pictures = pictures_of(parts)
        text = message.text or message.caption or ""
        if text.startswith("/start"):
            await self._start(message, user, text.partition(" ")[2].strip())
            return
        typed = read_typed(text, self.desk.house.language, self.desk.house.names)
        if typed is not None:
            if typed.bot is None or typed.bot.lower() == (self.bot.username or "").lower():
                await self._command(message, user, typed.command.name, dict(typed.arguments), pictures)
            return
        question = await answered(message, user)
        if question is not None:
            arguments = {**question.arguments, question.field: text}
            await self._command(message, user, question.command, arguments)
            return
        if not await self._comment(message, user) and message.chat.type == Chat.PRIVATE:
            await self._alone(message, user, text, pictures)

    async def _alone(self, message: Message, user: User, text: str, pictures: list[Picture]) -> None:
        """Words or pictures in a private chat that are no command ask for a film; an unknown command is explained."""
        command = "make" if (text or pictures) and not text.startswith("/") else "help"
        await self._command(message, user, command, {"prompt": text} if command == "make" else {}, pictures)

    async def _start(self, message: Message, user: User, payload: str) -> None:
        """/start, alone or from a link: `join_CODE`, `info_CLIP`, `invite`, ..."""
        command, _, argument = payload.partition("_")
        links = {"join": "code", "info": "clip", "edit": "clip", "post": "clip"}
        if command in links and argument:
            await self._command(message, user, command, {links[command]: argument})
        elif command in ("invite", "drafts", "make", "help", "queue", "quota"):
            await self._command(message, user, command, {})
        else:
            await self._command(message, user, "welcome", {})

    async def _command(
        self, message: Message, user: User, command: str, arguments: dict[str, str], pictures: Sequence[Picture] = ()
    ) -> None:
        arguments, pictures = await self._completed(message, command, arguments, pictures)
        arguments = with_leading(BY_NAME[command], arguments)
        request = request_of(
            message,
            user,
            command,
            arguments,
            key=f"{message.chat.id}:{message.message_id}",
            admin=await self._is_admin(message, user),
        )
        if not user.language_code:  # groups that speak, and old clients
            locale = await places.language_of(PLATFORM, request.community)
            request = replace(request, locale=locale or request.locale)
        if message.sender_chat is not None and BY_NAME[command].members_only:
            refusal = BadInput("refusal-anonymous")
            await self._say(message, user, [self.desk.refusal_card(refusal, request.locale)])
            return
        if BY_NAME[command].secret and await self._would_be_read(message, user):
            refused = await self.desk.refused(request)
            await (self._say(message, user, refused) if refused else self._invite_into_private(message, user, command))
            return
        asks = BY_NAME[command].asks
        if asks is not None and asks not in request.arguments:
            await self._open(message, user, request)
            return
        if command == "redraw" and await self._open(message, user, request):
            return  # one shot after the other
        await self._look_for(request)
        try:
            with ExitStack() as stack:
                if len(pictures) > len(PICTURES):
                    raise BadInput("refusal-too-many-pictures", limit=len(PICTURES))
                taken = {}
                for number, picture in enumerate(pictures, 1):
                    which = number if len(pictures) > 1 else 0
                    check_size(picture.size, which)
                    content = bytes(await (await self.bot.get_file(picture.file)).download_as_bytearray())
                    folder = self.desk.house.settings.data / "uploads"
                    taken[PICTURES[number - 1]] = stack.enter_context(taken_in(content, picture.name, folder, which))
                request = replace(request, attachments=taken)
                cards = await self.desk.answer(request)
        except Refusal as refusal:
            cards = [self.desk.refusal_card(refusal, request.locale)]
        await self._say(message, user, cards)

    async def _completed(
        self, message: Message, command: str, arguments: dict[str, str], pictures: Sequence[Picture]
    ) -> tuple[dict[str, str], Sequence[Picture]]:
        """What the message that a command answers adds to it: its film, its picture, its words."""
        original = message.reply_to_message
        pictures = pictures if command == "make" else ()
        if original is None:
            return arguments, pictures
        if command == "make":
            pictures = pictures or pictures_of([original])
            words = original.text or original.caption or ""
            if "prompt" not in arguments and words and not words.startswith("/") and not _is_me(original, self.bot):
                arguments["prompt"] = words
        elif "clip" not in arguments and command in ("info", "post", "edit", "remix", "reroll", "discard", "cancel"):
            place = str(place_of(original))
            clip = await feed.clip_of(PLATFORM, place, str(original.message_id)) or await feed.clip_of_placeholder(
                PLATFORM, place, str(original.message_id)
            )
            if clip is not None:
                arguments["clip"] = clip
        return arguments, pictures

    async def _comment(self, message: Message, user: User) -> bool:
        """Keep a reply to a film as a comment; whether it was one."""
        original = message.reply_to_message
        text = message.text or message.caption or ""
        if original is None or not text:
            return False
        place = str(place_of(original))
        if not await feed.is_post(PLATFORM, place, str(original.message_id)):
            return False
        arguments = {
            "channel": place,
            "message": str(original.message_id),
            "reply": str(message.message_id),
            "text": text,
        }
        key = f"{message.chat.id}:{message.message_id}:comment"
        await self.desk.answer(request_of(message, user, "comment", arguments, key=key))
        return True

    # --- buttons -----------------------------------------------------------------------------------------------------

    async def _press(self, query: CallbackQuery) -> None:
        message, user = query.message, query.from_user
        if not isinstance(message, Message):
            await self._pop(query, self.desk.house.language.text(user.language_code or "en", "refusal-stale-button"))
            return
        try:
            pressed = decode(query.data or "")
        except BadInput as refusal:
            await self._pop(query, self.desk.refusal_card(refusal, user.language_code or "en").text)
            return
        key = f"{message.chat.id}:{message.message_id}:{query.id}"
        admin = await self._is_admin(message, user)
        request = request_of(message, user, pressed.command, pressed.arguments, key=key, admin=admin)
        if pressed.way == "form":
            await self._pop(query, "")
            await self._open(message, user, request)
            return
        await self._look_for(request)
        answering = asyncio.ensure_future(self.desk.press(pressed.way, request))
        done, _ = await asyncio.wait({answering}, timeout=PRESS_SECONDS)
        cards = answering.result() if done else []
        if len(cards) == 1 and _pops_up(cards[0], place_of(message)):
            await self._pop(query, cards[0].text, alert=cards[0].tone in ("refusal", "error"))
            return
        await self._pop(query, "")
        await self._say(message, user, await answering)

    async def _pop(self, query: CallbackQuery, text: str, *, alert: bool = True) -> None:
        """Answer a press; one that is too old to be answered is no matter."""
        with suppress(TelegramError):
            await query.answer(text[:ALERT] or None, show_alert=alert and bool(text))

    async def _open(self, message: Message, user: User, request: Request) -> bool:
        """Ask for what a form asks, one question after another; what speaks against it is said instead.

        False if nothing is left to ask.
        """
        cards = await self.desk.press("form", request)
        form = cards[0].form
        if not isinstance(form, Form):
            await self._say(message, user, cards)
            return True
        known = {name: value for name, value in request.arguments.items() if name not in form.fixed}
        if all(field.name in known for field in form.fields):
            return False
        reply_to = message.message_id if not _is_me(message, self.bot) else None
        await ask(self.bot, place_of(message), user, form, known, reply_to=reply_to)
        return True

    # --- answers -----------------------------------------------------------------------------------------------------

    async def _say(self, message: Message, user: User, cards: list[Card]) -> None:
        place = place_of(message)
        reply_to = message.message_id if place.is_group and not _is_me(message, self.bot) else None
        entries = [card for card in cards if is_listed(card)]
        if entries:
            await _patiently(partial(self.outlet.say, place, listed(entries), reply_to))
        for card in cards:
            if is_listed(card):
                continue
            only = str(user.id) if card.secret or card.job is not None else None
            send = partial(self.outlet.send, str(place), card, only=only, key="", reply_to=reply_to)
            said = await _patiently(send)
            await self.desk.placed(card, said.channel, said.message_id)
            if said.channel != str(place):
                await self._nod(message)

    async def _nod(self, message: Message) -> None:
        """The answer went to the private chat: say so with a reaction, which disturbs nobody."""
        with suppress(TelegramError):
            await self.bot.set_message_reaction(message.chat.id, message.message_id, [ReactionTypeEmoji("👀")])

    async def _would_be_read(self, message: Message, user: User) -> bool:
        """Whether an answer could only be said where others read it."""
        return place_of(message).is_group and await private_channel(PLATFORM, str(user.id)) is None

    async def _invite_into_private(self, message: Message, user: User, command: str) -> None:
        """What only one may read cannot be said in a group: here is the way to where it can."""
        language = self.desk.house.language
        locale = user.language_code or "en"
        link = f"https://t.me/{self.bot.username}?start={command}"
        await self.bot.send_message(
            text=language.text(locale, "telegram-private"),
            reply_markup=InlineKeyboardMarkup(
                [[InlineKeyboardButton(language.text(locale, "telegram-open-private"), url=link)]]
            ),
            reply_parameters=ReplyParameters(message.message_id, allow_sending_without_reply=True),
            **place_of(message).to_send(),
        )

    # --- what happens without a command ------------------------------------------------------------------------------

    async def _reaction(self, update: Update) -> None:
        change = update.message_reaction
        if change is None or change.user is None or change.user.is_bot:
            return
        message = str(change.message_id)
        place = await feed.channel_of(PLATFORM, str(change.chat.id), message)
        if place is None:
            return
        user = change.user
        command = "like" if change.new_reaction else "unlike"
        await self.desk.answer(
            Request(
                key=f"reaction:{update.update_id}",
                platform=PLATFORM,
                user=str(user.id),
                user_name=user.full_name or str(user.id),
                locale=user.language_code or "en",
                community=f"user-{user.id}" if change.chat.type == Chat.PRIVATE else str(change.chat.id),
                channel=place,
                command=command,
                arguments={"channel": place, "message": message},
            )
        )

    async def _own_standing(self, update: Update) -> None:
        """We were let in, shown the door, or made an administrator; somebody opened or blocked their private chat."""
        change = update.my_chat_member
        if change is None:
            return
        chat, was, now = change.chat, change.old_chat_member.status, change.new_chat_member.status
        self._admins.forget(chat.id)
        if chat.type == Chat.PRIVATE:
            await happenings.private_chat(PLATFORM, str(chat.id), None if now in _OUT else str(chat.id))
        elif now in _OUT:
            await happenings.community_left(PLATFORM, str(chat.id))
        elif was in _OUT:
            locale = change.from_user.language_code or "en"
            card = self.desk.first_words(locale)
            guidance = self.desk.house.language.text(locale, "telegram-first-words")
            await self.outlet.send(
                str(Place(chat.id)), replace(card, text=f"{card.text}\n\n{guidance}"), only=None, key=""
            )

    async def _left(self, chat: Chat, user: User) -> None:
        await happenings.member_left(PLATFORM, str(chat.id), str(user.id))

    async def _look_for(self, request: Request) -> None:
        """Before a film is posted from a private chat into a group: whether its maker is still in there."""
        if request.command != "post" or not request.private:
            return
        place = await drafts.asked_for_in(request.arguments.get("clip", ""))
        if place is None or not place.removeprefix("-").isdecimal():
            return
        with suppress(TelegramError):
            member = await self.bot.get_chat_member(int(place), int(request.user))
            if member.status in _OUT or (isinstance(member, ChatMemberRestricted) and not member.is_member):
                await happenings.member_left(PLATFORM, place, request.user)

    async def _is_admin(self, message: Message, user: User) -> bool:
        """Whether they run the chat; who speaks in the chat's own name does."""
        if message.sender_chat is not None and message.sender_chat.id == message.chat.id:
            return True
        return await self._admins.runs(message.chat, user)


async def _patiently(send: Callable[[], Awaitable[Result]]) -> Result:
    """Say an answer, waiting as long as Telegram asks for: an answer has no outbox behind it.

    Raises:
        Retryable: not even after TRIES tries.
        Unreachable: never.
    """
    for _ in range(TRIES - 1):
        try:
            return await send()
        except Retryable as error:
            await asyncio.sleep(1.0 if error.after is None else error.after)
    return await send()


def _is_somebody(message: Message, user: User) -> bool:
    """Whether a person speaks, if only as an anonymous administrator; not a bot, nor a channel's automatic post."""
    if message.is_automatic_forward or message.via_bot is not None:
        return False
    return not user.is_bot or message.sender_chat is not None


def _is_me(message: Message, bot: Bot) -> bool:
    return message.from_user is not None and message.from_user.id == bot.id


def _pops_up(card: Card, place: Place) -> bool:
    """Whether a card is no more than a few words for the one who pressed; a refusal in a group is nobody else's."""
    if card.tone == "refusal" and place.is_group and "<t:" not in card.text:
        return True
    bare = not (card.buttons or card.media or card.title or card.progress or card.form or card.facts or card.secret)
    return bare and bool(card.text) and len(card.text) <= ALERT and "<t:" not in card.text
