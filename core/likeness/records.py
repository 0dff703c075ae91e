"""The tables of likenesses and consent. The rules of `core.records` hold here too."""

from datetime import datetime

from tortoise import fields
from tortoise.models import Model

from core.records import Clip, Community, Member


class Likeness(Model):
    """A registered face and voice, or a character (a pet, a toy, a drawing, somebody invented).

    `kind`: person | character. `state`: checking | review | active | refused | revoked; only an active one can appear.
    `rule` is who may show it: me | approved | mutuals | everyone; with `each_time` its owner is asked about every clip
    all the same. `place` and `role` narrow that to one community and one of its roles. `version` counts every change
    of these. `face`, `voice` and `features` are storage names of sealed files, opened with `key` (see `vault`).
    """

    id = fields.IntField(primary_key=True)
    public_id = fields.CharField(max_length=12, unique=True)
    owner: fields.ForeignKeyRelation[Member] = fields.ForeignKeyField(
        "kamishibai.Member", related_name="likenesses", on_delete=fields.RESTRICT
    )
    kind = fields.CharField(max_length=16)
    name = fields.CharField(max_length=64)
    state = fields.CharField(max_length=16, default="checking")
    rule = fields.CharField(max_length=16, default="me")
    each_time = fields.BooleanField(default=False)
    place: fields.ForeignKeyNullableRelation[Community] = fields.ForeignKeyField(
        "kamishibai.Community", related_name="likenesses", null=True, on_delete=fields.RESTRICT
    )
    role = fields.CharField(max_length=64, null=True)
    version = fields.IntField(default=1)
    speaks = fields.BooleanField(default=False)  # whether its voice may be used
    wishes = fields.TextField(default="")  # in its owner's words: "always with a red scarf"
    refuses = fields.TextField(default="")  # "no politics, no horror"
    look: fields.Field[dict[str, object]] = fields.JSONField(default=dict)  # what an engine needs besides the face
    face = fields.CharField(max_length=64, null=True)
    voice = fields.CharField(max_length=64, null=True)
    features = fields.CharField(max_length=64, null=True)
    key = fields.CharField(max_length=120, default="")
    checks: fields.Field[dict[str, object]] = fields.JSONField(default=dict)  # what was checked, and who or what did
    attested_at = fields.DatetimeField(null=True)  # when its owner said to be an adult
    created_at = fields.DatetimeField(auto_now_add=True)
    decided_at = fields.DatetimeField(null=True)
    revoked_at = fields.DatetimeField(null=True)
    owner_id: int
    place_id: int | None

    class Meta:
        """Looked up by owner, and by name."""

        table = "likeness"
        indexes = (("owner_id", "state"), ("name", "state"))


class Grant(Model):
    """What an owner has allowed or forbidden one member. `kind`: allow | never.

    An allowance ends at `until`, when `left` clips are used up, or at `ended_at`; each may be None for no end.
    """

    id = fields.IntField(primary_key=True)
    likeness: fields.ForeignKeyRelation[Likeness] = fields.ForeignKeyField("kamishibai.Likeness", related_name="grants")
    member: fields.ForeignKeyRelation[Member] = fields.ForeignKeyField("kamishibai.Member", related_name="granted")
    kind = fields.CharField(max_length=16, default="allow")
    community: fields.ForeignKeyNullableRelation[Community] = fields.ForeignKeyField(
        "kamishibai.Community", related_name="grants", null=True
    )
    left = fields.IntField(null=True)
    until = fields.DatetimeField(null=True)
    given_at = fields.DatetimeField(auto_now_add=True)
    ended_at = fields.DatetimeField(null=True)
    likeness_id: int
    member_id: int
    community_id: int | None

    class Meta:
        """Read at every check, by likeness and member."""

        table = "likeness_grant"
        indexes = (("likeness_id", "member_id", "ended_at"), ("member_id", "community_id"))


class Follow(Model):
    """That one member follows another."""

    id = fields.IntField(primary_key=True)
    follower: fields.ForeignKeyRelation[Member] = fields.ForeignKeyField("kamishibai.Member", related_name="follows")
    followed: fields.ForeignKeyRelation[Member] = fields.ForeignKeyField(
        "kamishibai.Member", related_name="followed_by"
    )
    created_at = fields.DatetimeField(auto_now_add=True)
    follower_id: int
    followed_id: int

    class Meta:
        """Once each way."""

        table = "follow"
        unique_together = (("follower", "followed"),)


class Appearance(Model):
    """That a likeness is in a clip. `state`: asked | held | shown | ended.

    Held is a yes that is not used up yet, because the film is not finished; shown is one that is. `basis` is the ground
    of the yes: own | grant | mutuals | everyone | once; `version` the likeness's when it was given.
    """

    id = fields.IntField(primary_key=True)
    public_id = fields.CharField(max_length=12, unique=True)
    clip: fields.ForeignKeyRelation[Clip] = fields.ForeignKeyField("kamishibai.Clip", related_name="appearances")
    likeness: fields.ForeignKeyRelation[Likeness] = fields.ForeignKeyField(
        "kamishibai.Likeness", related_name="appearances"
    )
    state = fields.CharField(max_length=16)
    basis = fields.CharField(max_length=16, default="")
    version = fields.IntField(default=0)
    grant: fields.ForeignKeyNullableRelation[Grant] = fields.ForeignKeyField(
        "kamishibai.Grant", related_name="appearances", null=True
    )
    place: fields.ForeignKeyRelation[Community] = fields.ForeignKeyField(
        "kamishibai.Community", related_name="appearances"
    )  # where it was asked for
    asked_until = fields.DatetimeField(null=True)
    answer = fields.CharField(max_length=16, default="")
    created_at = fields.DatetimeField(auto_now_add=True)
    answered_at = fields.DatetimeField(null=True)
    clip_id: int
    likeness_id: int
    grant_id: int | None
    place_id: int

    class Meta:
        """Once a clip."""

        table = "appearance"
        unique_together = (("clip", "likeness"),)
        indexes = (("likeness_id", "state"), ("state", "asked_until"))


class ReceiptHead(Model):
    """The end of the chain: how many receipts there are, and the hash of the last. One row, locked by who writes."""

    id = fields.IntField(primary_key=True)
    number = fields.IntField(default=0)
    hash = fields.CharField(max_length=64, default="")

    class Meta:
        """Table name."""

        table = "receipt_head"


class Receipt(Model):
    """One link of the chain, never changed and never deleted. `body` is canonical JSON, the rest hexadecimal."""

    id = fields.IntField(primary_key=True)
    number = fields.IntField(unique=True)  # from 1, without a gap
    kind = fields.CharField(max_length=24)
    body = fields.TextField()
    previous = fields.CharField(max_length=64)
    hash = fields.CharField(max_length=64, unique=True)
    signature = fields.CharField(max_length=128)
    likeness: fields.ForeignKeyNullableRelation[Likeness] = fields.ForeignKeyField(
        "kamishibai.Likeness", related_name="receipts", null=True, on_delete=fields.RESTRICT
    )
    clip: fields.ForeignKeyNullableRelation[Clip] = fields.ForeignKeyField(
        "kamishibai.Clip", related_name="receipts", null=True, on_delete=fields.RESTRICT
    )
    at: "fields.Field[datetime]" = fields.DatetimeField()
    likeness_id: int | None
    clip_id: int | None

    class Meta:
        """Found by clip."""

        table = "receipt"
        indexes = (("clip_id",), ("likeness_id",))
