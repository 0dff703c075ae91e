"""Cards as Telegram messages: a text with entities, an inline keyboard, a film."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bots.cards import Button, Card, Fact, Progress
from bots.presses import encode, press_of
from bots.telegram.places import read_place
from bots.telegram.texts import CAPTION, TEXT, Text

DATA = 64  # bytes of a button
ROW = 2  # buttons; more get too narrow for words
BAR = 10  # steps of the bar of progress
_TONES = {"refusal": "🙏 ", "error": "⚠️ "}


@dataclass(frozen=True, slots=True)
class Drawn:
    """What to send: the text (a caption where there is a film), and the keyboard."""

    text: Text
    keyboard: InlineKeyboardMarkup | None


def drawn(card: Card, page: str | None = None, bot: str = "") -> Drawn:
    """The card as a message. `page` says that its film is too large, and where it can be watched ("": nowhere).

    `bot` is our user name, for links that lead to us.
    """
    text = Text()
    if card.title:
        text.line(card.title[:200], "bold")
    if card.author:
        text.line(card.author)
    if card.text:
        text.line(_TONES.get(card.tone, "") + card.text)
    if card.progress is not None:
        text.line(_progress(card.progress))
    if card.media is not None and page is not None:
        text.line(card.media.too_large)
    small = _small(card)
    if small:
        text.line(small, "italic")
    limit = CAPTION if card.media is not None or card.sketch is not None else TEXT
    rows = [card.buttons[at : at + ROW] for at in range(0, len(card.buttons), ROW)]
    keyboard = [[_button(button) for button in row] for row in rows]
    if card.media is not None and page:
        keyboard.append([InlineKeyboardButton(card.media.watch, url=page)])
    if card.invitation is not None and bot:
        link = f"https://t.me/{bot}?start=join_{card.invitation.code}"
        keyboard.append([InlineKeyboardButton(f"🎟️ {card.invitation.label}", url=link)])
    if not text.plain:
        text.add("…" if card.media is None else "")
    return Drawn(text.cut(limit), InlineKeyboardMarkup(keyboard) if keyboard else None)


def listed(cards: Sequence[Card]) -> Drawn:
    """Films of the feed as one list, each with a link to where it plays; nothing is sent again."""
    text = Text()
    keyboard: list[list[InlineKeyboardButton]] = []
    for card in cards:
        text.line(card.title[:120], "bold").line(f"{card.author} · {_small(card)}")
        link = _link(card)
        if link is not None:
            keyboard.append([InlineKeyboardButton(f"▶ {card.title[:40]}", url=link)])
    return Drawn(text.cut(TEXT), InlineKeyboardMarkup(keyboard) if keyboard else None)


def is_listed(card: Card) -> bool:
    """Whether a card is an entry of the feed for one reader, and not a post."""
    return card.tone == "post" and card.audience == "asker"


def _link(card: Card) -> str | None:
    """The address of a post; only supergroups' messages have one."""
    if card.stands is None:
        return None
    chat = read_place(card.stands[0]).chat
    return f"https://t.me/c/{str(chat).removeprefix('-100')}/{card.stands[1]}" if str(chat).startswith("-100") else None


def _button(button: Button) -> InlineKeyboardButton:
    label = f"{button.emoji} {button.label}" if button.emoji else button.label
    return InlineKeyboardButton(label, callback_data=encode(press_of(button), DATA))


def _progress(progress: Progress) -> str:
    left = f" · {progress.left}" if progress.left else ""
    if progress.fraction is None:
        return f"⏳ {progress.label}{left}"
    done = round(progress.fraction * BAR)
    return f"{progress.label}\n{'▰' * done}{'▱' * (BAR - done)} {round(100 * progress.fraction)} %{left}"


def _small(card: Card) -> str:
    facts = [f"{fact.label} {_value(fact)}" for fact in card.facts]
    if card.likes is not None:
        facts.append(f"♥ {card.likes}")
    if card.comments is not None:
        facts.append(f"💬 {card.comments}")
    return " · ".join(facts)


def _value(fact: Fact) -> str:
    return f"<t:{int(fact.value.timestamp())}>" if isinstance(fact.value, datetime) else fact.value
