"""/setup, and the first words in a new place."""

import re

from bots.answers.case import Case
from bots.answers.membership import join_button, make_button
from bots.cards import Button, Card
from bots.commands import BY_NAME
from core import places
from core.refusals import BadInput

HERE = frozenset({"here", "ここ"})
NOWHERE = frozenset({"none", "off", "なし"})
_ID = re.compile(r"-?\d{1,20}(:\d{1,20})?|stage")  # of Discord, of Telegram (with a topic), of the web room


async def setup(case: Case) -> list[Card]:
    """Change what was given, then say how the place is set up now."""
    language, feed, command = case.text("language"), case.text("feed"), case.text("command").lstrip("/")
    if (case.text("channel") or case.text("role")) and not command:
        raise BadInput("refusal-missing-parameter", command="setup", parameter="command")
    if command and command not in BY_NAME and command != places.EVERY:
        raise BadInput("refusal-unknown-command", command=command[:32])
    if language:
        await places.set_language(case.asker, None if language == "auto" else language)
    if feed:
        await places.set_feed(case.asker, None if feed.lower() in NOWHERE else _channel(case, feed))
    if command:
        channel = _channel(case, case.text("channel")) if case.text("channel") else None
        await places.allow(case.asker, command, channel=channel, role=case.text("role") or None)
    return [await _as_it_is(case)]


async def welcome(case: Case) -> list[Card]:
    """Who we are and what to do first, for a person or a place that has just met us."""
    language, locale = case.house.language, case.asker.locale
    button = make_button(language, locale) if case.asker.joined else join_button(language, locale)
    message = "welcome-back" if case.asker.joined else "welcome"
    return [
        Card(text=case.say(message, name=case.asker.name), buttons=(button, Button(case.say("button-help"), "help")))
    ]


def _channel(case: Case, typed: str) -> str:
    """The channel that was named; where there is no list to choose from, `here` is the one that they are in."""
    if typed.lower() in HERE:
        return case.request.channel
    if not _ID.fullmatch(typed):
        raise BadInput("refusal-no-such-channel", channel=typed[:40])
    return typed


def _shown(case: Case, channel: str) -> str:
    return case.say("setup-here") if channel == case.request.channel else f"<#{channel}>"


async def _as_it_is(case: Case) -> Card:
    now = await places.read(case.asker.community_id)
    language = case.say(f"choice-{now.locale or 'auto'}")
    feed = case.say("setup-feed", channel=_shown(case, now.feed)) if now.feed else case.say("setup-feed-none")
    lines = [case.say("setup-language", language=language), feed]
    for rule in now.rules:
        where = " ".join(_shown(case, id) for id in rule.channels) or case.say("setup-everywhere")
        whose = " ".join(f"<@&{id}>" for id in rule.roles) or case.say("setup-everybody")
        name = case.say("setup-every-command") if rule.command == places.EVERY else f"/{rule.command}"
        lines.append(case.say("setup-rule", command=name, channels=where, roles=whose))
    return Card(title=case.say("setup-title"), text="\n".join([*lines, "", case.say("setup-how")]))
