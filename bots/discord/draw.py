"""Cards as Discord's own components (version 2): text, film, progress, buttons."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import discord
from discord import ui

from bots.cards import Card, Fact, Media, Progress, Tone
from bots.discord.buttons import PressButton
from bots.discord.markup import cut, quoted, shown
from core.storage import Storage

TEXT = 3200  # characters of a card's text; Discord takes 4000 in all
SMALL = 300  # characters of a line of facts
ROW = 5  # buttons
BAR = 12  # steps of the bar of progress
_COLOURS: dict[Tone, int] = {
    "plain": 0x8A6D5A,
    "refusal": 0xC9A13B,
    "progress": 0x5B8DB8,
    "draft": 0x9A7BB5,
    "post": 0xC8553D,
    "error": 0xA33B3B,
}


def named(clip: str | None, suffix: str) -> str:
    """The name of a film's file as people see it; the same film has the same name in every message."""
    return f"kamishibai-{clip or 'film'}{suffix}"


def drawn(card: Card, page: str | None = None) -> ui.LayoutView:
    """The card as a view. Files that it names (`files_of`) have to be sent along, or be there already.

    `page` says that the film is too large for the place, and where it can be watched instead ("": nowhere).
    """
    view = ui.LayoutView(timeout=None)
    container: ui.Container[Any] = ui.Container(accent_colour=_COLOURS[card.tone])
    for part in _parts(card, page):
        container.add_item(part)
    view.add_item(container)
    return view


def listed(cards: Sequence[Card], guild: int | None) -> ui.LayoutView:
    """Films of the feed as one list, each with a link to where it plays; nothing is uploaded again."""
    view = ui.LayoutView(timeout=None)
    container: ui.Container[Any] = ui.Container(accent_colour=_COLOURS["post"])
    for card in cards:
        text = f"**{cut(quoted(card.title), 120)}**\n-# @{cut(quoted(card.author), 60)}"
        small = _small(card).removeprefix("-# ")
        display: ui.TextDisplay[Any] = ui.TextDisplay(f"{text}・{small}" if small else text)
        if card.stands is not None and card.media is not None:
            channel, message = card.stands
            url = f"https://discord.com/channels/{guild or '@me'}/{channel}/{message}"
            container.add_item(ui.Section(display, accessory=ui.Button(label=cut(card.media.watch, 80), url=url)))
        else:
            container.add_item(display)
    view.add_item(container)
    return view


def is_listed(card: Card) -> bool:
    """Whether a card is an entry of the feed for one reader, and not a post."""
    return card.tone == "post" and card.audience == "asker"


def files_of(card: Card, storage: Storage, *, too_large: bool) -> dict[str, Path]:
    """The files that a card shows, by their name in the message: the film, or its poster where it is too large."""
    if card.sketch is not None:
        sketched = storage.path(card.sketch.shown)
        return {_sketch_name(card, sketched.suffix): sketched} if sketched.is_file() else {}
    if card.media is None:
        return {}
    name = card.media.poster if too_large else card.media.video
    path = storage.path(name)
    return {named(card.clip, path.suffix): path} if path.is_file() else {}


def _sketch_name(card: Card, suffix: str) -> str:
    """Not the film's: what a message shows of it now is not to be taken for the film."""
    return f"sketch-{card.clip or 'film'}{suffix}"


def film_size(card: Card, storage: Storage) -> int:
    """Bytes of the card's film; 0 if it has none (any more)."""
    path = storage.path(card.media.video) if card.media else None
    return path.stat().st_size if path is not None and path.is_file() else 0


def _parts(card: Card, page: str | None) -> list[ui.Item[Any]]:
    parts: list[ui.Item[Any]] = []
    heading = f"### {cut(quoted(card.title), 200)}" if card.title else ""
    by = f"-# @{cut(quoted(card.author), 60)}" if card.author else ""
    words = [line for line in (heading, by, cut(shown(card.text), TEXT) if card.text else "") if line]
    if words:
        parts.append(ui.TextDisplay("\n".join(words)))
    if card.progress is not None:
        parts.append(ui.TextDisplay(_progress(card.progress)))
    if card.sketch is not None:
        name = _sketch_name(card, Path(card.sketch.shown).suffix)
        described = cut(card.sketch.alt, 256)
        parts.append(ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{name}", description=described)))
    if card.media is not None:
        parts += _media(card.media, card.clip, page)
    small = _small(card)
    if small:
        parts.append(ui.TextDisplay(small))
    buttons = [PressButton.of(button) for button in card.buttons]
    for at in range(0, len(buttons), ROW):
        row: ui.ActionRow[Any] = ui.ActionRow()
        for button in buttons[at : at + ROW]:
            row.add_item(button)
        parts.append(row)
    return parts or [ui.TextDisplay("…")]


def _media(media: Media, clip: str | None, page: str | None) -> list[ui.Item[Any]]:
    name = named(clip, Path(media.video if page is None else media.poster).suffix)
    item = discord.MediaGalleryItem(f"attachment://{name}", description=cut(media.alt, 256), spoiler=media.spoiler)
    parts: list[ui.Item[Any]] = [ui.MediaGallery(item)]
    if page is not None:
        parts.append(ui.TextDisplay(shown(media.too_large)))
        if page:
            parts.append(ui.ActionRow(ui.Button(label=media.watch, url=page)))
    return parts


def _progress(progress: Progress) -> str:
    line = shown(progress.label)
    if progress.fraction is None:
        return f"⏳ {line}" + (f"・{shown(progress.left)}" if progress.left else "")
    done = round(progress.fraction * BAR)
    bar = "▰" * done + "▱" * (BAR - done)
    return f"{line}\n{bar} {round(100 * progress.fraction)} %" + (f"・{shown(progress.left)}" if progress.left else "")


def _small(card: Card) -> str:
    facts = [f"{shown(fact.label)} {_value(fact)}" for fact in card.facts]
    if card.likes is not None:
        facts.append(f"♥ {card.likes}")
    if card.comments is not None:
        facts.append(f"💬 {card.comments}")
    return f"-# {cut('・'.join(facts), SMALL)}" if facts else ""


def _value(fact: Fact) -> str:
    if isinstance(fact.value, datetime):
        return f"<t:{int(fact.value.timestamp())}:R>"
    return shown(fact.value)
