from tortoise import migrations
from tortoise.migrations import operations as ops
import functools
from json import dumps, loads
from tortoise import fields

class Migration(migrations.Migration):
    dependencies = [('kamishibai', '0002_web_room')]

    initial = False

    operations = [
        ops.CreateModel(
            name='DiscordAnswer',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('message_id', fields.CharField(unique=True, max_length=32)),
                ('user', fields.CharField(max_length=32)),
                ('token', fields.CharField(max_length=512)),
                ('expires_at', fields.DatetimeField(db_index=True, auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'discord_answer', 'app': 'kamishibai', 'pk_attr': 'id', 'table_description': 'An answer that one person sees: the token of its interaction edits it until `expires_at` (15 minutes).'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='TelegramFile',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('name', fields.CharField(unique=True, max_length=64)),
                ('file_id', fields.CharField(max_length=256)),
            ],
            options={'table': 'telegram_file', 'app': 'kamishibai', 'pk_attr': 'id', 'table_description': 'A stored file that Telegram has already, under its own id: sent again without sending it again.'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='TelegramQuestion',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('chat', fields.CharField(max_length=32)),
                ('message_id', fields.CharField(max_length=32)),
                ('user', fields.CharField(max_length=32)),
                ('command', fields.CharField(max_length=32)),
                ('arguments', fields.JSONField(default=dict, encoder=functools.partial(dumps, separators=(',', ':')), decoder=loads)),
                ('field', fields.CharField(max_length=32)),
                ('asked_at', fields.DatetimeField(auto_now=False, auto_now_add=True)),
            ],
            options={'table': 'telegram_question', 'app': 'kamishibai', 'unique_together': (('chat', 'message_id'),), 'pk_attr': 'id', 'table_description': 'A message of ours that asks for one field of a form: the reply to it goes on with `command`.'},
            bases=['Model'],
        ),
        ops.AddField(
            model_name='Community',
            name='left_at',
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name='Community',
            name='locale',
            field=fields.CharField(null=True, max_length=8),
        ),
        ops.AddField(
            model_name='Community',
            name='rules',
            field=fields.JSONField(null=True, encoder=functools.partial(dumps, separators=(',', ':')), decoder=loads),
        ),
        ops.AddField(
            model_name='Identity',
            name='private_channel',
            field=fields.CharField(null=True, max_length=64),
        ),
    ]
