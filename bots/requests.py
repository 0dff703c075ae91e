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

    `key` is the same when the platform repeats the same event, and makes the repeat harmless. `user` and `community`
    are the platform's own ids. `arguments` are strings as typed; the desk reads them by the catalogue. `attachments` by
    parameter name.
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
