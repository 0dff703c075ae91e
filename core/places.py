"""Communities as their admins set them up: language, feed, and who may use which command where.

Rules stand in `Community.rules`: command name -> {"channels": [...], "roles": [...]} (platform ids); "*" is them all.
A command without a rule may be used by everybody everywhere; admins always may.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from core.asking import Asker
from core.database import atomically
from core.records import Community
from core.refusals import NotAllowed

EVERY = "*"
MOST = 25  # channels or roles of one rule


@dataclass(frozen=True, slots=True)
class Rule:
    """Where and by whom a command may be used; empty is everywhere, everybody."""

    command: str
    channels: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetUp:
    """How a community is set up. `locale` None: as the platform says; `feed` None: where the maker is."""

    locale: str | None
    feed: str | None
    rules: tuple[Rule, ...]


async def read(community_id: int) -> SetUp:
    """The set-up of a community."""
    place = await Community.get(id=community_id)
    rules = tuple(
        Rule(command, tuple(rule.get("channels", ())), tuple(rule.get("roles", ())))
        for command, rule in sorted((place.rules or {}).items())
    )
    return SetUp(place.locale, place.feed_channel, rules)


async def language_of(platform: str, community: str) -> str | None:
    """The language that a community has set, as its platform names it."""
    place = await Community.get_or_none(platform=platform, external_id=community)
    return place.locale if place is not None else None


async def set_language(asker: Asker, locale: str | None) -> None:
    """The language of what everybody reads; None follows the platform."""
    await Community.filter(id=asker.community_id).update(locale=locale)


async def set_feed(asker: Asker, channel: str | None) -> None:
    """The channel in which films are posted; None posts them where their maker is."""
    await Community.filter(id=asker.community_id).update(feed_channel=channel)


async def allow(asker: Asker, command: str, *, channel: str | None = None, role: str | None = None) -> Rule:
    """Add a channel or a role to those in which, or by which, a command may be used; without either its rule is gone.

    Raises:
        NotAllowed: a rule of that many channels or roles would be none.
    """

    async def work() -> Rule:
        place = await Community.get(id=asker.community_id)
        rules = dict(place.rules or {})
        rule = {kind: list(ids) for kind, ids in rules.pop(command, {}).items()}
        if channel is None and role is None:
            rule = {}
        for kind, id in (("channels", channel), ("roles", role)):
            if id is not None and id not in rule.setdefault(kind, []):
                rule[kind].append(id)
            if len(rule.get(kind, ())) > MOST:
                raise NotAllowed("refusal-rule-too-long", limit=MOST)
        if rule:
            rules[command] = rule
        await Community.filter(id=place.id).update(rules=rules or None)
        return Rule(command, tuple(rule.get("channels", ())), tuple(rule.get("roles", ())))

    return await atomically(work)


async def check_allowed(
    community_id: int, command: str, *, channels: Sequence[str], roles: frozenset[str], admin: bool
) -> None:
    """Whether the place's rules allow a command in `channels` (the channel, and the one that a thread belongs to).

    Raises:
        NotAllowed: not here, or not for these roles; `channels` or `roles` name what would be right.
    """
    if admin:
        return
    place = await Community.get(id=community_id)
    for name in (EVERY, command):
        rule = (place.rules or {}).get(name, {})
        where, whose = rule.get("channels", ()), rule.get("roles", ())
        if where and not set(where).intersection(channels):
            raise NotAllowed("refusal-not-here", command=command, channels=" ".join(f"<#{id}>" for id in where))
        if whose and not roles.intersection(whose):
            raise NotAllowed("refusal-not-your-role", command=command, roles=" ".join(f"<@&{id}>" for id in whose))
