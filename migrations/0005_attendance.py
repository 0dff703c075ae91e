from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields

class Migration(migrations.Migration):
    dependencies = [('kamishibai', '0004_renditions')]

    initial = False

    operations = [
        ops.CreateModel(
            name='Attendance',
            fields=[
                ('id', fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ('member', fields.ForeignKeyField('kamishibai.Member', source_field='member_id', db_constraint=True, to_field='id', related_name='attends', on_delete=OnDelete.CASCADE)),
                ('community', fields.ForeignKeyField('kamishibai.Community', source_field='community_id', db_constraint=True, to_field='id', related_name='attended_by', on_delete=OnDelete.CASCADE)),
                ('left_at', fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={'table': 'attendance', 'app': 'kamishibai', 'unique_together': (('member', 'community'),), 'pk_attr': 'id', 'table_description': 'That a member is in a community. `left_at`: when they went, as far as we were told (asking there undoes it).'},
            bases=['Model'],
        ),
    ]
