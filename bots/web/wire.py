"""Cards and messages as JSON, the way the page reads them.

Times are UNIX seconds. A file of a film is its address under `/media/`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from bots.cards import Button, Card, Fact, Form, Media, Progress, Sketch
from bots.desk import CommandHelp
from bots.web.records import WebMessage, WebReaction

Json = dict[str, object]

QUOTED = 120  # characters of a message that a reply to it quotes


def card_json(card: Card) -> Json:
    """A card without what is none of the page's business; empty parts are left out."""
    parts: Json = {
        "text": card.text,
        "title": card.title,
        "tone": card.tone,
        "author": card.author,
        "media": _media(card.media) if card.media else None,
        "sketch": _sketch(card.sketch) if card.sketch else None,
        "progress": _progress(card.progress) if card.progress else None,
        "facts": [_fact(fact) for fact in card.facts],
        "buttons": [_button(button) for button in card.buttons],
        "form": form_json(card.form) if card.form else None,
        "clip": card.clip,
        "likes": card.likes,
        "comments": card.comments,
    }
    return {name: part for name, part in parts.items() if part not in (None, "", [])}


def form_json(form: Form) -> Json:
    """A form with its fields."""
    return {
        "title": form.title,
        "submit": form.submit,
        "command": form.command,
        "fixed": dict(form.fixed),
        "fields": [
            {
                "name": field.name,
                "label": field.label,
                "kind": field.kind,
                "value": field.value,
                "required": field.required,
                "max_chars": field.max_chars,
                "choices": [list(choice) for choice in field.choices],
            }
            for field in form.fields
        ],
    }


def command_json(command: CommandHelp) -> Json:
    """A command of the palette."""
    return {
        "name": command.name,
        "description": command.description,
        "positional": command.positional,
        "members_only": command.members_only,
        "parameters": [
            {
                "name": parameter.name,
                "label": parameter.label,
                "kind": parameter.kind,
                "required": parameter.required,
                "description": parameter.description,
                "choices": [list(choice) for choice in parameter.choices],
                "low": parameter.low,
                "high": parameter.high,
            }
            for parameter in command.parameters
        ],
    }


def message_json(message: WebMessage, reactions: Iterable[WebReaction], reader: str, bot: str) -> Json:
    """A message for one reader; `author`, `reply_to` and the reactions' `session` are fetched. `bot` is our name."""
    if message.deleted_at is not None:
        return {"id": message.id, "version": message.version, "deleted": True}
    parts: Json = {
        "id": message.id,
        "version": message.version,
        "author": _author(message, reader, bot),
        "at": message.created_at.timestamp(),
        "edited": message.edited_at is not None and message.author_id is not None,
        "private": message.only_user is not None,
        "text": message.text,
        "card": message.card,
        "asked": {"by": message.asked_by, "command": message.asked} if message.asked else None,
        "reply": _quote(message.reply_to, reader, bot) if message.reply_to else None,
        "reactions": _reactions(reactions, reader),
    }
    return {name: part for name, part in parts.items() if part not in (None, "", [], False)}


def _author(message: WebMessage, reader: str, bot: str) -> Json:
    if message.author is None:
        return {"name": bot, "bot": True}
    return {"name": message.author.name, "user": message.author.user, "me": message.author.user == reader}


def _quote(message: WebMessage, reader: str, bot: str) -> Json:
    if message.deleted_at is not None or message.only_user not in (None, reader):
        return {"id": message.id, "gone": True}
    card: Mapping[str, object] = message.card or {}
    text = message.text or str(card.get("title") or card.get("text") or "")
    line = " ".join(text.split())
    author = _author(message, reader, bot)
    if card.get("author"):
        author["name"] = card["author"]  # a film is its maker's, whoever put it up
    return {"id": message.id, "author": author, "text": line[:QUOTED]}


def _reactions(reactions: Iterable[WebReaction], reader: str) -> list[Json]:
    people: dict[str, list[WebReaction]] = defaultdict(list)
    for reaction in reactions:
        people[reaction.emoji].append(reaction)
    return [
        {
            "emoji": emoji,
            "count": len(given),
            "mine": any(reaction.session.user == reader for reaction in given),
            "names": [reaction.session.name for reaction in given[:12]],
        }
        for emoji, given in people.items()
    ]


def _media(media: Media) -> Json:
    return {
        "video": f"/media/{media.video}",
        "poster": f"/media/{media.poster}",
        "vtt": f"/media/{media.vtt}" if media.vtt else None,
        "width": media.width,
        "height": media.height,
        "seconds": media.seconds,
        "alt": media.alt,
        "spoiler": media.spoiler,
    }


def _sketch(sketch: Sketch) -> Json:
    return {
        "still": f"/media/{sketch.still}",
        "film": f"/media/{sketch.film}" if sketch.film else None,
        "width": sketch.width,
        "height": sketch.height,
        "alt": sketch.alt,
    }


def _progress(progress: Progress) -> Json:
    return {
        "label": progress.label,
        "fraction": progress.fraction,
        "seconds_left": progress.seconds_left,
        "position": progress.position,
    }


def _fact(fact: Fact) -> Json:
    if isinstance(fact.value, datetime):
        return {"label": fact.label, "at": fact.value.timestamp()}
    return {"label": fact.label, "value": fact.value}


def _button(button: Button) -> Json:
    parts: Json = {
        "label": button.label,
        "command": button.command,
        "arguments": dict(button.arguments),
        "look": button.look,
        "emoji": button.emoji,
        "confirm": button.confirm,
        "form": form_json(button.form) if button.form else None,
    }
    return {name: part for name, part in parts.items() if part not in (None, "")}
