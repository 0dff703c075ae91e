"""What Telegram makes us remember: questions that wait for a reply, and films that it has already."""

from tortoise import fields
from tortoise.models import Model


class TelegramQuestion(Model):
    """A message of ours that asks for one field of a form: the reply to it goes on with `command`.

    `arguments` are those known so far, `field` is the one asked for here.
    """

    id = fields.IntField(primary_key=True)
    chat = fields.CharField(max_length=32)
    message_id = fields.CharField(max_length=32)
    user = fields.CharField(max_length=32)
    command = fields.CharField(max_length=32)
    arguments: fields.Field[dict[str, str]] = fields.JSONField(default=dict)
    field = fields.CharField(max_length=32)
    asked_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        """A message asks one thing."""

        table = "telegram_question"
        unique_together = (("chat", "message_id"),)


class TelegramFile(Model):
    """A stored file that Telegram has already, under its own id: sent again without sending it again."""

    id = fields.IntField(primary_key=True)
    name = fields.CharField(max_length=64, unique=True)
    file_id = fields.CharField(max_length=256)

    class Meta:
        """Table name."""

        table = "telegram_file"
