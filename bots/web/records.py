"""The web room's own tables: who is here, what was said, and the reactions to it.

A message changes in place (progress, draft, reactions): `version` counts its changes and `changed_at` dates the last
one, so that a page that was away asks for what has changed since and keeps the highest version of each message.
"""

from tortoise import fields
from tortoise.models import Model


class WebSession(Model):
    """A browser that has picked a name. `user` is the external id of the member's identity on platform "web".

    Only the SHA-256 of the cookie's token is kept: who reads the database cannot become anybody.
    """

    id = fields.IntField(primary_key=True)
    token_hash = fields.CharField(max_length=64, unique=True)
    user = fields.CharField(max_length=32, unique=True)
    name = fields.CharField(max_length=32)
    name_key = fields.CharField(max_length=128, unique=True)  # the name as far as people can tell names apart
    locale = fields.CharField(max_length=8)
    created_at = fields.DatetimeField(auto_now_add=True)
    seen_at = fields.DatetimeField()

    class Meta:
        """Table name."""

        table = "web_session"


class WebMessage(Model):
    """One message: a person's `text`, or a card of ours as it goes over the wire (`author` is None then).

    `only_user` alone may see it. `asked_by` and `asked` say whose command a card answers. `key` makes a repeated send
    harmless. A deleted message keeps its row, empty, so that pages that were away hear of it.
    """

    id = fields.IntField(primary_key=True)
    channel = fields.CharField(max_length=64)
    author: fields.ForeignKeyNullableRelation[WebSession] = fields.ForeignKeyField(
        "kamishibai.WebSession", related_name="messages", null=True, on_delete=fields.RESTRICT
    )
    only_user = fields.CharField(max_length=32, null=True)
    text = fields.TextField(default="")
    card: fields.Field[dict[str, object] | None] = fields.JSONField(null=True)
    asked_by = fields.CharField(max_length=32, default="")
    asked = fields.CharField(max_length=32, default="")
    reply_to: fields.ForeignKeyNullableRelation["WebMessage"] = fields.ForeignKeyField(
        "kamishibai.WebMessage", related_name="replies", null=True, on_delete=fields.RESTRICT
    )
    key = fields.CharField(max_length=96, unique=True, null=True)
    version = fields.IntField(default=1)
    created_at = fields.DatetimeField()
    changed_at = fields.DatetimeField()
    edited_at = fields.DatetimeField(null=True)
    deleted_at = fields.DatetimeField(null=True)
    author_id: int | None
    reply_to_id: int | None

    class Meta:
        """Read backwards from the newest, and by what has changed."""

        table = "web_message"
        indexes = (("channel", "id"), ("channel", "changed_at"))


class WebReaction(Model):
    """One emoji of one person on one message."""

    id = fields.IntField(primary_key=True)
    message: fields.ForeignKeyRelation[WebMessage] = fields.ForeignKeyField(
        "kamishibai.WebMessage", related_name="reactions"
    )
    session: fields.ForeignKeyRelation[WebSession] = fields.ForeignKeyField(
        "kamishibai.WebSession", related_name="reactions"
    )
    emoji = fields.CharField(max_length=8)
    created_at = fields.DatetimeField(auto_now_add=True)
    message_id: int
    session_id: int

    class Meta:
        """Each emoji once a person."""

        table = "web_reaction"
        unique_together = (("message", "session", "emoji"),)
