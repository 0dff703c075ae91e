"""What somebody asks of us, free of any platform: adapters make these, the desk answers them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Attachment:
    """An uploaded file that the adapter fetched within size limits; nothing about it is trusted yet."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Request:
    """Who asks what, where.

    `key` is the same when the platform repeats the same event, and makes the repeat harmless. `user`, `community`,
    `channel` and `roles` are the platform's own ids; `within` is the channel that a thread belongs to. `arguments` are
    strings as typed; the desk reads them by the catalogue. `attachments` by parameter name. `admin`: the platform says
    that they run the place. `private`: nobody else reads the channel.
    """

    key: str
    platform: str
    user: str
    user_name: str
    locale: str
    community: str
    channel: str
    command: str
    arguments: Mapping[str, str] = field(default_factory=dict)
    attachments: Mapping[str, Attachment] = field(default_factory=dict)
    community_name: str = ""
    within: str = ""
    roles: frozenset[str] = frozenset()
    admin: bool = False
    private: bool = False
