from tortoise import migrations
from tortoise.migrations import operations as ops
import functools
from json import dumps, loads
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('kamishibai', '0008_pictures')]

    initial = False

    operations = [
        ops.CreateModel(
            name='Follow',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('follower', fields.ForeignKeyField('kamishibai.Member', source_field='follower_id', db_constraint=True, to_field='id', related_name='follows', on_delete=OnDelete.CASCADE)),
                ('followed', fields.ForeignKeyField('kamishibai.Member', source_field='followed_id', db_constraint=True, to_field='id', related_name='followed_by', on_delete=OnDelete.CASCADE)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=True)),
            ],
            options={'table': 'follow', 'app': 'kamishibai', 'unique_together': (('follower', 'followed'),), 'pk_attr': 'id', 'table_description': 'That one member follows another.'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Likeness',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('public_id', fields.CharField(unique=True, max_length=12)),
                ('owner', fields.ForeignKeyField('kamishibai.Member', source_field='owner_id', db_constraint=True, to_field='id', related_name='likenesses', on_delete=OnDelete.RESTRICT)),
                ('kind', fields.CharField(max_length=16)),
                ('name', fields.CharField(max_length=64)),
                ('state', fields.CharField(default='checking', max_length=16)),
                ('rule', fields.CharField(default='me', max_length=16)),
                ('each_time', fields.BooleanField(default=False)),
                ('place', fields.ForeignKeyField('kamishibai.Community', source_field='place_id', null=True, db_constraint=True, to_field='id', related_name='likenesses', on_delete=OnDelete.RESTRICT)),
                ('role', fields.CharField(null=True, max_length=64)),
                ('version', fields.IntField(default=1)),
                ('speaks', fields.BooleanField(default=False)),
                ('wishes', fields.TextField(default='', unique=False)),
                ('refuses', fields.TextField(default='', unique=False)),
                ('look', fields.JSONField(default=dict, encoder=functools.partial(dumps, separators=(',', ':')), decoder=loads)),
                ('face', fields.CharField(null=True, max_length=64)),
                ('voice', fields.CharField(null=True, max_length=64)),
                ('features', fields.CharField(null=True, max_length=64)),
                ('key', fields.CharField(default='', max_length=120)),
                ('checks', fields.JSONField(default=dict, encoder=functools.partial(dumps, separators=(',', ':')), decoder=loads)),
                ('attested_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=True)),
                ('decided_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('revoked_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'likeness', 'app': 'kamishibai', 'indexes': [Index(fields=['owner_id', 'state']), Index(fields=['name', 'state'])], 'pk_attr': 'id', 'table_description': 'A registered face and voice, or a character (a pet, a toy, a drawing, somebody invented).'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Grant',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('likeness', fields.ForeignKeyField('kamishibai.Likeness', source_field='likeness_id', db_constraint=True, to_field='id', related_name='grants', on_delete=OnDelete.CASCADE)),
                ('member', fields.ForeignKeyField('kamishibai.Member', source_field='member_id', db_constraint=True, to_field='id', related_name='granted', on_delete=OnDelete.CASCADE)),
                ('kind', fields.CharField(default='allow', max_length=16)),
                ('community', fields.ForeignKeyField('kamishibai.Community', source_field='community_id', null=True, db_constraint=True, to_field='id', related_name='grants', on_delete=OnDelete.CASCADE)),
                ('left', fields.IntField(null=True)),
                ('until', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('given_at', fields.DatetimeField(auto_now=False, auto_now_add=True)),
                ('ended_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'likeness_grant', 'app': 'kamishibai', 'indexes': [Index(fields=['likeness_id', 'member_id', 'ended_at']), Index(fields=['member_id', 'community_id'])], 'pk_attr': 'id', 'table_description': 'What an owner has allowed or forbidden one member. `kind`: allow | never.'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Appearance',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('public_id', fields.CharField(unique=True, max_length=12)),
                ('clip', fields.ForeignKeyField('kamishibai.Clip', source_field='clip_id', db_constraint=True, to_field='id', related_name='appearances', on_delete=OnDelete.CASCADE)),
                ('likeness', fields.ForeignKeyField('kamishibai.Likeness', source_field='likeness_id', db_constraint=True, to_field='id', related_name='appearances', on_delete=OnDelete.CASCADE)),
                ('state', fields.CharField(max_length=16)),
                ('basis', fields.CharField(default='', max_length=16)),
                ('version', fields.IntField(default=0)),
                ('grant', fields.ForeignKeyField('kamishibai.Grant', source_field='grant_id', null=True, db_constraint=True, to_field='id', related_name='appearances', on_delete=OnDelete.CASCADE)),
                ('place', fields.ForeignKeyField('kamishibai.Community', source_field='place_id', db_constraint=True, to_field='id', related_name='appearances', on_delete=OnDelete.CASCADE)),
                ('asked_until', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('answer', fields.CharField(default='', max_length=16)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=True)),
                ('answered_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'appearance', 'app': 'kamishibai', 'unique_together': (('clip', 'likeness'),), 'indexes': [Index(fields=['likeness_id', 'state']), Index(fields=['state', 'asked_until'])], 'pk_attr': 'id', 'table_description': 'That a likeness is in a clip. `state`: asked | held | shown | ended.'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='Receipt',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('number', fields.IntField(unique=True)),
                ('kind', fields.CharField(max_length=24)),
                ('body', fields.TextField(unique=False)),
                ('previous', fields.CharField(max_length=64)),
                ('hash', fields.CharField(unique=True, max_length=64)),
                ('signature', fields.CharField(max_length=128)),
                ('likeness', fields.ForeignKeyField('kamishibai.Likeness', source_field='likeness_id', null=True, db_constraint=True, to_field='id', related_name='receipts', on_delete=OnDelete.RESTRICT)),
                ('clip', fields.ForeignKeyField('kamishibai.Clip', source_field='clip_id', null=True, db_constraint=True, to_field='id', related_name='receipts', on_delete=OnDelete.RESTRICT)),
                ('at', fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'receipt', 'app': 'kamishibai', 'indexes': [Index(fields=['clip_id']), Index(fields=['likeness_id'])], 'pk_attr': 'id', 'table_description': 'One link of the chain, never changed and never deleted. `body` is canonical JSON, the rest hexadecimal.'},
            bases=['Model'],
        ),
        ops.CreateModel(
            name='ReceiptHead',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('number', fields.IntField(default=0)),
                ('hash', fields.CharField(default='', max_length=64)),
            ],
            options={'table': 'receipt_head', 'app': 'kamishibai', 'pk_attr': 'id', 'table_description': 'The end of the chain: how many receipts there are, and the hash of the last. One row, locked by who writes.'},
            bases=['Model'],
        ),
        ops.AlterModelOptions(
            name='Job',
            options={'table': 'job', 'app': 'kamishibai', 'indexes': [Index(fields=['state', 'lease_until']), Index(fields=['member_id', 'state'])], 'pk_attr': 'id', 'table_description': 'One attempt to render. `state`: asking | queued | running | done | failed | blocked | cancelled.'},
        ),
    ]
