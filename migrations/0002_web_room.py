from tortoise import migrations
from tortoise.migrations import operations as ops
import functools
from json import dumps, loads
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('kamishibai', '0001_initial')]

    initial = False

    operations = [
        ops.CreateModel(
            name='WebSession',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('token_hash', fields.CharField(unique=True, max_length=64)),
                ('user', fields.CharField(unique=True, max_length=32)),
                ('name', fields.CharField(max_length=32)),
                ('name_key', fields.CharField(unique=True, max_length=128)),
                ('locale', fields.CharField(max_length=8)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=True)),
                ('seen_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'web_session', 'app': 'kamishibai', 'pk_attr': 'id', 'table_description': 'A browser that has picked a name. `user` is the external id of the member\'s identity on platform "web".'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='WebMessage',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('channel', fields.CharField(max_length=64)),
                ('author', fields.ForeignKeyField('kamishibai.WebSession', source_field='author_id', null=True, db_constraint=True, to_field='id', related_name='messages', on_delete=OnDelete.RESTRICT)),
                ('only_user', fields.CharField(null=True, max_length=32)),
                ('text', fields.TextField(default='', unique=False)),
                ('card', fields.JSONField(null=True, encoder=functools.partial(dumps, separators=(',', ':')), decoder=loads)),
                ('asked_by', fields.CharField(default='', max_length=32)),
                ('asked', fields.CharField(default='', max_length=32)),
                ('reply_to', fields.ForeignKeyField('kamishibai.WebMessage', source_field='reply_to_id', null=True, db_constraint=True, to_field='id', related_name='replies', on_delete=OnDelete.RESTRICT)),
                ('key', fields.CharField(null=True, unique=True, max_length=96)),
                ('version', fields.IntField(default=1)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('changed_at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ('edited_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('deleted_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'web_message', 'app': 'kamishibai', 'indexes': [Index(fields=['channel', 'id']), Index(fields=['channel', 'changed_at'])], 'pk_attr': 'id', 'table_description': "One message: a person's `text`, or a card of ours as it goes over the wire (`author` is None then)."},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='WebReaction',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('message', fields.ForeignKeyField('kamishibai.WebMessage', source_field='message_id', db_constraint=True, to_field='id', related_name='reactions', on_delete=OnDelete.CASCADE)),
                ('session', fields.ForeignKeyField('kamishibai.WebSession', source_field='session_id', db_constraint=True, to_field='id', related_name='reactions', on_delete=OnDelete.CASCADE)),
                ('emoji', fields.CharField(max_length=8)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=True)),
            ],
            options={'table': 'web_reaction', 'app': 'kamishibai', 'unique_together': (('message', 'session', 'emoji'),), 'pk_attr': 'id', 'table_description': 'One emoji of one person on one message.'},
            bases=['Model'],
        ),
    ]
