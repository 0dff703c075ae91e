from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.indexes import Index

class Migration(migrations.Migration):
    dependencies = [('kamishibai', '0003_chat_platforms')]

    initial = False

    operations = [
        ops.CreateModel(
            name='Rendition',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('source', fields.CharField(max_length=64)),
                ('max_bytes', fields.BigIntField()),
                ('state', fields.CharField(default='due', max_length=16)),
                ('name', fields.CharField(null=True, max_length=64)),
                ('claimed_until', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ('created_at', fields.DatetimeField(auto_now=False, auto_now_add=True)),
            ],
            options={'table': 'rendition', 'app': 'kamishibai', 'unique_together': (('source', 'max_bytes'),), 'indexes': [Index(fields=['state', 'id'])], 'pk_attr': 'id', 'table_description': 'A smaller take of a stored film. `state`: due | done | failed. `source` and `name` are storage names.'},
            bases=['Model'],
        ),
        ops.AddField(
            model_name='Clip',
            name='asked_in',
            field=fields.CharField(null=True, max_length=64),
        ),
    ]
