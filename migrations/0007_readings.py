from tortoise import migrations
from tortoise.migrations import operations as ops
import functools
from json import dumps, loads
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('kamishibai', '0006_animatic')]

    initial = False

    operations = [
        ops.CreateModel(
            name='Reading',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('public_id', fields.CharField(unique=True, max_length=12)),
                ('member', fields.ForeignKeyField('kamishibai.Member', source_field='member_id', db_constraint=True, to_field='id', related_name='readings', on_delete=OnDelete.CASCADE)),
                ('locale', fields.CharField(default='en', max_length=8)),
                ('prompt', fields.TextField(default='', unique=False)),
                ('wish', fields.JSONField(default=dict, encoder=functools.partial(dumps, separators=(',', ':')), decoder=loads)),
                ('seed', fields.BigIntField()),
                ('state', fields.CharField(default='due', max_length=16)),
                ('sheet', fields.JSONField(default=dict, encoder=functools.partial(dumps, separators=(',', ':')), decoder=loads)),
                ('claimed_until', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=True)),
            ],
            options={'table': 'reading', 'app': 'kamishibai', 'indexes': [Index(fields=['state', 'id'])], 'pk_attr': 'id', 'table_description': 'What a director makes of a prompt, before anything is rendered. `state`: due | read | failed.'},
            bases=['Model'],
        ),
    ]
