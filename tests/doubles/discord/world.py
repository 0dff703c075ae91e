"""What there is on this Discord: people, guilds, channels, messages. State alone: what happens stands elsewhere."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.doubles.discord import permissions
from tests.doubles.discord.answers import Json
from tests.doubles.discord.clock import Clock
from tests.doubles.discord.components import Button, buttons_in, has_spoiler, text_in

if TYPE_CHECKING:
    from tests.doubles.discord.interactions import Interaction

TEXT, DM, GROUP, THREAD = 0, 1, 3, 11  # channel types
REPLY, SLASH, MENU = 19, 20, 23  # message types
EPHEMERAL, LOADING, HAS_THREAD, COMPONENTS_V2 = 1 << 6, 1 << 7, 1 << 5, 1 << 15  # message flags
SPOILER = "SPOILER_"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that a person or the bot sends."""

    name: str
    data: bytes
    content_type: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a message carries."""

    id: int
    name: str
    content_type: str
    data: bytes = field(repr=False)
    url: str
    description: str | None = None


@dataclass(eq=False, slots=True)
class User:
    """Somebody with an account."""

    id: int
    name: str
    locale: str
    bot: bool = False
    refuses_dms: bool = False
    installed: bool = False  # whether they have the application for themselves

    def __repr__(self) -> str:
        return f"<{self.name}>"


@dataclass(eq=False, slots=True)
class Role:
    """A role of a guild."""

    id: int
    name: str
    permissions: int = 0


@dataclass(eq=False, slots=True)
class Member:
    """A user in a guild."""

    user: User
    joined: str
    nick: str | None = None
    roles: list[Role] = field(default_factory=list)


@dataclass(eq=False, repr=False, slots=True)
class Message:
    """A message as it is now."""

    id: int
    channel: "Channel"
    author: User
    content: str = ""
    components: list[Json] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    embeds: list[Json] = field(default_factory=list)
    flags: int = 0
    kind: int = 0
    ephemeral_for: User | None = None
    reply_to: "Message | None" = None
    mentions: list[User] = field(default_factory=list)
    mention_roles: list[int] = field(default_factory=list)
    mention_everyone: bool = False
    nonce: str | int | None = None
    interaction: "Interaction | None" = None
    created: float = 0.0
    edited: float | None = None
    edits: int = 0
    deleted: bool = False
    pinned: bool = False
    reactions: dict[str, list[User]] = field(default_factory=dict)
    thread: "Channel | None" = None

    @property
    def v2(self) -> bool:
        """Whether it is made of components alone."""
        return bool(self.flags & COMPONENTS_V2)

    @property
    def text(self) -> str:
        """All that can be read in it."""
        return "\n".join(filter(None, [self.content, *text_in(self.components), *_text_of(self.embeds)]))

    @property
    def buttons(self) -> list[Button]:
        """Its buttons, in order."""
        return buttons_in(self.components)

    @property
    def spoiler(self) -> bool:
        """Whether media in it is hidden until somebody asks for it."""
        return has_spoiler(self.components) or any(file.name.startswith(SPOILER) for file in self.attachments)

    def __repr__(self) -> str:
        gone = " deleted" if self.deleted else ""
        only = f" for {self.ephemeral_for} only" if self.ephemeral_for else ""
        return f"<message {self.id} by {self.author}{only}{gone}: {self.text!r}>"


@dataclass(eq=False, repr=False, slots=True)
class Channel:
    """A place where messages are."""

    id: int
    kind: int
    name: str = ""
    guild: "Guild | None" = None
    parent: "Channel | None" = None
    people: list[User] = field(default_factory=list)  # of a private channel, or in a thread
    denied: int = 0  # to the bot
    allowed: int = 0  # to the bot
    deleted: bool = False
    messages: dict[int, Message] = field(default_factory=dict)

    @property
    def private(self) -> bool:
        """Whether it belongs to no guild."""
        return self.guild is None

    def __repr__(self) -> str:
        return f"<#{self.name or self.id}>"


@dataclass(eq=False, repr=False, slots=True)
class Guild:
    """A server."""

    id: int
    name: str
    locale: str
    tier: int
    owner: User
    world: "World"
    bot_in: bool = True
    roles: list[Role] = field(default_factory=list)
    members: dict[int, Member] = field(default_factory=dict)
    channels: list[Channel] = field(default_factory=list)

    @property
    def file_limit(self) -> int:
        """Bytes of a file: 10 MiB, boosted to 50 or 100."""
        return (10, 10, 50, 100)[self.tier] << 20

    def channel(self, name: str) -> Channel:
        """A new text channel."""
        made = Channel(self.world.clock.new_id(), TEXT, name, guild=self)
        self.channels.append(made)
        self.world.channels[made.id] = made
        self.world.heard("CHANNEL_CREATE", self, made)
        return made

    def role(self, name: str, *allowed: str) -> Role:
        """A new role, with the named permissions."""
        made = Role(self.world.clock.new_id(), name, permissions.bits(*allowed))
        self.roles.append(made)
        self.world.heard("GUILD_ROLE_CREATE", self, made)
        return made

    def join(self, user: User, nick: str | None = None, roles: list[Role] | None = None, **may: bool) -> Member:
        """Let somebody in; `manage_guild=True` and the like give a role of their own."""
        member = Member(user, self.world.clock.stamp(), nick, list(roles or ()))
        if wanted := [name for name, yes in may.items() if yes]:
            member.roles.append(self.role(f"{user.name}'s", *wanted))
        self.members[user.id] = member
        self.world.heard("GUILD_MEMBER_ADD", self, member)
        return member

    def permissions_of(self, user: User) -> int:
        """What a member may do anywhere in it."""
        if user is self.owner:
            return permissions.ALL
        member = self.members[user.id]
        return permissions.computed(self.roles[0].permissions | _sum(role.permissions for role in member.roles))

    def __repr__(self) -> str:
        return f"<guild {self.name}>"


@dataclass(eq=False)
class World:
    """Everything. `heard` is told what becomes of guilds."""

    clock: Clock
    bot: User
    base: str = ""
    heard: Callable[[str, Guild, Channel | Role | Member], None] = lambda *_: None
    users: dict[int, User] = field(default_factory=dict)
    guilds: dict[int, Guild] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    files: dict[int, Attachment] = field(default_factory=dict)
    sees_content: bool = False  # whether the bot reads what is not said to it

    def keep(self, channel: Channel, upload: Upload, description: str | None = None) -> Attachment:
        """Store a file, under a name as Discord would have it."""
        id, name = self.clock.new_id(), safe_name(upload.name)
        url = f"{self.base}/cdn/attachments/{channel.id}/{id}/{name}"
        kept = Attachment(id, name, upload.content_type, upload.data, url, description)
        self.files[id] = kept
        return kept

    def dm(self, user: User) -> Channel:
        """The private channel of a user and the bot."""
        for channel in self.channels.values():
            if channel.kind == DM and channel.people == [user]:
                return channel
        made = Channel(self.clock.new_id(), DM, people=[user])
        self.channels[made.id] = made
        return made

    def friends_of(self, user: User) -> Channel:
        """A private conversation of a user with others, without the bot."""
        for channel in self.channels.values():
            if channel.kind == GROUP and user in channel.people:
                return channel
        made = Channel(self.clock.new_id(), GROUP, "friends", people=[user])
        self.channels[made.id] = made
        return made

    def bot_permissions(self, channel: Channel) -> int:
        """What the bot may do in a place; 0 where it is not."""
        if channel.kind == DM:
            return permissions.IN_DM
        if channel.guild is None or not channel.guild.bot_in:
            return 0
        spot = channel.parent or channel
        return permissions.computed(channel.guild.permissions_of(self.bot), spot.denied, spot.allowed)


def safe_name(name: str) -> str:
    """A file's name as Discord keeps it: spaces become underscores, what is not plain ASCII goes."""
    kept = re.sub(r"[^A-Za-z0-9._-]", "", name.strip().replace(" ", "_"))
    return kept if kept.strip("._-") and not kept.startswith(".") else f"unknown{kept}"


def _sum(values: Iterator[int]) -> int:
    total = 0
    for value in values:
        total |= value
    return total


def _text_of(embeds: list[Json]) -> list[str]:
    found = []
    for embed in embeds:
        found += [embed.get("title", ""), embed.get("description", ""), embed.get("footer", {}).get("text", "")]
        found += [part for pair in embed.get("fields", ()) for part in (pair["name"], pair["value"])]
    return found
