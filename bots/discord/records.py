"""What Discord makes us remember: the tokens by which answers that one person alone sees are edited."""

from tortoise import fields
from tortoise.models import Model


class DiscordAnswer(Model):
    """An answer that one person sees: the token of its interaction edits it until `expires_at` (15 minutes)."""

    id = fields.IntField(primary_key=True)
    message_id = fields.CharField(max_length=32, unique=True)
    user = fields.CharField(max_length=32)
    token = fields.CharField(max_length=512)
    expires_at = fields.DatetimeField(db_index=True)

    class Meta:
        """Table name."""

        table = "discord_answer"
